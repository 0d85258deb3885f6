package io.usagecollector.local.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.local.kafka.EventProducer;
import io.usagecollector.local.statement.BillingStatement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever comes in has a named outcome, and costs no neighbour. */
class BadInputIT extends EndToEnd {
  private static final int TOO_DEEP = 10_001;
  private static final int LONG = 4_400_000;

  private void produce(byte[] value) {
    try (var producer = new EventProducer(system.bootstrapServers(), system.topic().name())) {
      producer.send(Stream.of(new ProducerRecord<>(system.topic().name(), 0, null, value)));
    }
  }

  private static byte[] nested(int depth) {
    return ("[".repeat(depth) + "]".repeat(depth)).getBytes(UTF_8);
  }

  private static byte[] longValue(int length) {
    byte[] value = new byte[length];
    Arrays.fill(value, (byte) 'x');
    return value;
  }

  @Test
  void whatIsNoEventIsExplainedInTheDeadLettersAndItsNeighboursAreBilled() {
    start();
    produceCalls(60);
    produce("not json".getBytes(UTF_8));
    produce(new byte[] {(byte) 0xff, (byte) 0xfe, '{', '}'});
    produce(new byte[0]);
    produce(null);
    produce(nested(TOO_DEEP));
    produce(longValue(LONG));
    BillingStatement statement = drain();
    assertThat(statement.problems()).isEmpty();
    assertThat(statement.deadLetters()).hasSize(6);
    assertThat(statement.deadLetters().values())
        .allMatch(reason -> reason.length() > 20)
        .noneMatch(reason -> reason.contains("not json") || reason.contains("xxxx"));
  }

  @Test
  void aValueThatNoInvocationCanCarryIsNamed() {
    start();
    produceCalls(20);
    produce(longValue(5_000_000));
    BillingStatement statement = drain();
    assertThat(statement.tooLarge()).hasSize(1);
    assertThat(statement.problems())
        .singleElement()
        .asString()
        .contains(statement.tooLarge().iterator().next().toString(), "6 MB");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "throws|root = throw(\"no\")",
        "returns a string|root = \"text\"",
        "returns an array|root = [this]"
      })
  void aMappingThatMakesNoEventExplainsEachRecord(String name, String mapping) throws IOException {
    Path config = config(mapping);
    start(given -> given.config = Optional.of(config));
    produceCalls(5);
    BillingStatement statement = drain();
    assertThat(statement.problems()).as(name).isEmpty();
    assertThat(statement.deadLetters()).hasSize(5);
  }

  private Path config(String mapping) throws IOException {
    Path file = directory.resolve("own.yaml");
    Files.writeString(
        file,
        """
        input:
          kafka:
            addresses: [ "localhost:9092" ]
            topics: [ own ]
            consumer_group: own
        pipeline:
          processors:
            - mapping: '%s'
        output:
          flexprice:
            api_key: ${FLEXPRICE_API_KEY}
        """
            .formatted(mapping));
    return file;
  }
}
