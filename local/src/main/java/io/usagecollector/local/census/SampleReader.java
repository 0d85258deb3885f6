package io.usagecollector.local.census;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.usagecollector.local.billing.BillableEvent;
import io.usagecollector.local.billing.BillableQuantity;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads the sample events as they were produced, for the shipped configuration: what a call should
 * cost is known without the mapping, and so without anything of the product. Other records are left
 * to another reader.
 */
public record SampleReader(ExpectationReader others) implements ExpectationReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public Expectation read(ConsumerRecord<byte[], byte[]> record) {
    return call(record)
        .<Expectation>map(call -> new Expectation.Billable(List.of(event(call))))
        .orElseGet(() -> others.read(record));
  }

  private static BillableEvent event(JsonNode call) {
    return new BillableEvent(
        call.path("customer_id").asText(),
        "voice_call",
        call.path("call_id").asText(),
        Map.of(
            "duration_seconds",
            BillableQuantity.exactly(call.path("duration_seconds").decimalValue())));
  }

  private static Optional<JsonNode> call(ConsumerRecord<byte[], byte[]> record) {
    if (record.key() == null || record.value() == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readTree(record.value())).filter(SampleReader::isCall);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean isCall(JsonNode value) {
    return value.size() == 5
        && value.path("call_id").asText().startsWith("call_")
        && value.path("customer_id").asText().startsWith("vapi_cust_")
        && value.path("duration_seconds").isInt()
        && value.path("duration_seconds").asInt() > 0
        && value.path("model").isTextual()
        && value.path("timestamp").asText().startsWith("202");
  }
}
