package io.usagecollector.forward;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A Kafka trigger's event of call records, at the offsets 0, 1, ... of one partition. */
final class Calls {
  private final List<String> records = new ArrayList<>();
  private long timestampMillis = 1_764_585_000_000L;
  private String timestamp = "\"2025-12-01T10:30:00Z\"";

  static Calls good(int count) {
    return new Calls().andGood(count);
  }

  /** From here on records have this time, and their values none. */
  Calls timedByTheRecord(long millis) {
    timestampMillis = millis;
    timestamp = "null";
    return this;
  }

  Calls andGood(int count) {
    for (int i = 0; i < count; i++) {
      and("\"c\"", "10");
    }
    return this;
  }

  /** One record, with these two as JSON. */
  Calls and(String customer, String seconds) {
    return call("\"customer_id\":" + customer + ",", seconds);
  }

  /** One record that names no customer. */
  Calls andNobody() {
    return call("", "10");
  }

  private Calls call(String customer, String seconds) {
    String call =
        "{\"call_id\":\"call_%d\",%s\"duration_seconds\":%s,\"model\":\"m\",\"timestamp\":%s}"
            .formatted(records.size(), customer, seconds, timestamp);
    return andValue(call.getBytes(UTF_8));
  }

  /** One record that holds these bytes. */
  Calls andValue(byte[] value) {
    records.add(
        "{\"topic\":\"t\",\"partition\":0,\"timestamp\":%d,\"offset\":%d,\"value\":\"%s\"}"
            .formatted(timestampMillis, records.size(), Base64.getEncoder().encodeToString(value)));
    return this;
  }

  byte[] event() {
    return ("{\"eventSourceArn\":\"arn:aws:kafka:c\",\"records\":{\"t-0\":["
            + String.join(",", records)
            + "]}}")
        .getBytes(UTF_8);
  }
}
