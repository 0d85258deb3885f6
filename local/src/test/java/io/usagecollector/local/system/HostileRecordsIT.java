package io.usagecollector.local.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.local.kafka.EventProducer;
import io.usagecollector.local.statement.BillingStatement;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/**
 * Records that a service would take and never bill aright, at the head of a topic: each is a letter
 * before anything is sent, and what is behind it is billed.
 */
class HostileRecordsIT extends EndToEnd {
  private static final long MILLIS = 1_764_585_000_000L;

  private static byte[] call(String id, String seconds, String timestamp) {
    return """
    {"call_id":"%s","customer_id":"vapi_cust_101","duration_seconds":%s,"model":"gpt-4",\
    "timestamp":%s}\
    """
        .formatted(id, seconds, timestamp)
        .getBytes(UTF_8);
  }

  private void produce(long recordTime, byte[] value) {
    try (var producer = new EventProducer(system.bootstrapServers(), system.topic().name())) {
      String topic = system.topic().name();
      producer.send(Stream.of(new ProducerRecord<>(topic, null, recordTime, null, value)));
    }
  }

  @Test
  void aNumberThatNoFloatHoldsIsALetterAndAThousandBehindItAreBilled() {
    start();
    String time = "\"2025-12-01T10:30:00Z\"";
    produce(MILLIS, call("hostile-1", "1e400", time));
    produce(MILLIS, call("hostile-2", "-1e400", time));
    produce(MILLIS, call("hostile-3", "1e309", time));
    produceCalls(1_000);

    BillingStatement statement = drain();

    assertBalances(statement);
    assertThat(statement.deadLetters()).hasSize(3);
    assertThat(statement.deadLetters().values())
        .allMatch(why -> why.contains("larger than any number Flexprice can read"));
    assertThat(flexprice().requests().events()).isEqualTo(1_000);
  }

  @Test
  void aRecordTimeInSecondsIsALetterWhereItIsTheEventsTimeAndNothingIsBilledIn1970() {
    start();
    produce(MILLIS / 1_000, call("seconds-1", "10", "null"));
    produce(MILLIS / 1_000, call("seconds-2", "10", "\"2025-12-01T10:30:00Z\""));
    produce(MILLIS, call("millis", "10", "null"));
    produceCalls(20);

    BillingStatement statement = drain();

    assertBalances(statement);
    assertThat(statement.deadLetters().values())
        .singleElement()
        .asString()
        .contains("the record's own is before 2001");
    assertThat(flexprice().requests().events()).isEqualTo(22);
  }
}
