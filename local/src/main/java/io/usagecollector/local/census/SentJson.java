package io.usagecollector.local.census;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.local.billing.BillableQuantity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** An event as it is sent, its numbers to the last digit. */
final class SentJson {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private SentJson() {}

  static JsonNode of(UsageEvent event) {
    try {
      return JSON.readTree(event.json());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The members of an object that a service reads a quantity in. */
  static Map<String, BillableQuantity> quantities(
      JsonNode members, Function<JsonNode, Optional<BillableQuantity>> reading) {
    var quantities = new HashMap<String, BillableQuantity>();
    members
        .properties()
        .forEach(member ->
            reading
                .apply(member.getValue())
                .ifPresent(quantity -> quantities.put(member.getKey(), quantity)));
    return quantities;
  }
}
