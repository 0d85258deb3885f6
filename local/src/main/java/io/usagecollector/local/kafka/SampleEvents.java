package io.usagecollector.local.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Calls of a voice-agent company, in the shape of the guide's example. The same seed and numbers
 * give the same bytes; a number gives one call id, so that runs that add up never repeat one.
 */
public record SampleEvents(String topic, long seed) {
  /** The guide's customer, and some more. */
  public static final List<String> CUSTOMERS =
      List.of("vapi_cust_456", "vapi_cust_101", "vapi_cust_202", "vapi_cust_303", "vapi_cust_789");

  private static final List<String> MODELS =
      List.of("gpt-4", "gpt-4o", "gpt-4o-mini", "claude-sonnet");
  private static final Instant FIRST_CALL = Instant.parse("2025-12-01T10:30:00Z");
  private static final int LONGEST_CALL_SECONDS = 900;

  /** The calls numbered from {@code first}, {@code count} of them; the call id is the key. */
  public Stream<ProducerRecord<byte[], byte[]>> from(long first, long count) {
    return LongStream.range(first, first + count).mapToObj(this::call);
  }

  private ProducerRecord<byte[], byte[]> call(long number) {
    var random = new SplittableRandom(seed * 31 + number);
    String id = "call_" + (number + 1);
    return new ProducerRecord<>(topic, utf8(id), utf8(json(number, id, random)));
  }

  private static String json(long number, String id, SplittableRandom random) {
    return """
    {"call_id":"%s","customer_id":"%s","duration_seconds":%d,"model":"%s","timestamp":"%s"}\
    """
        .formatted(
            id,
            CUSTOMERS.get(random.nextInt(CUSTOMERS.size())),
            1 + random.nextInt(LONGEST_CALL_SECONDS),
            MODELS.get(random.nextInt(MODELS.size())),
            FIRST_CALL.plusSeconds(number));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
