package io.usagecollector.bench.forward;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The bytes a Kafka trigger invokes the function with: Vapi records, base64, over several
 * partitions.
 */
final class Invocation {
  private static final int PARTITIONS = 6;
  private static final int CUSTOMERS = 50;

  private Invocation() {}

  /**
   * @param round moves offsets and call ids on, so that no round sends an event twice
   */
  static byte[] of(int records, int round) {
    var json = new StringBuilder(records * 400);
    json.append(
        "{\"eventSource\":\"aws:kafka\",\"eventSourceArn\":\"arn:aws:kafka:us-east-1:000000000000:cluster/bench/1\",");
    json.append("\"bootstrapServers\":\"b-1:9098\",\"records\":{");
    for (int partition = 0; partition < PARTITIONS; partition++) {
      json.append(partition == 0 ? "" : ",").append("\"usage-").append(partition).append("\":[");
      partition(json, records, round, partition);
      json.append(']');
    }
    return json.append("}}").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void partition(StringBuilder json, int records, int round, int partition) {
    for (int i = partition; i < records; i += PARTITIONS) {
      json.append(i == partition ? "" : ",");
      record(json, partition, (long) round * records + i, i);
    }
  }

  private static void record(StringBuilder json, int partition, long offset, int i) {
    json.append("{\"topic\":\"usage\",\"partition\":")
        .append(partition)
        .append(",\"offset\":")
        .append(offset);
    json.append(",\"timestamp\":").append(1_764_585_000_000L + i);
    json.append(",\"timestampType\":\"CREATE_TIME\",\"value\":\"").append(value(offset, i));
    json.append("\",\"headers\":[]}");
  }

  private static String value(long offset, int i) {
    var event =
        "{\"call_id\":\"call_%08d\",\"customer_id\":\"vapi_cust_%d\",\"duration_seconds\":%d,\"model\":\"gpt-4\",\"timestamp\":\"2025-12-01T10:%02d:%02dZ\"}"
            .formatted(offset, i % CUSTOMERS, 1 + i % 600, i / 60 % 60, i % 60);
    return Base64.getEncoder().encodeToString(event.getBytes(StandardCharsets.UTF_8));
  }
}
