package io.usagecollector.testkit.openmeter.usage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.usagecollector.testkit.openmeter.catalog.Meter;
import io.usagecollector.testkit.openmeter.problem.Problem;
import io.usagecollector.testkit.openmeter.problem.Refused;
import io.usagecollector.testkit.store.Json;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a meter sees in an event. */
final class MeterValue {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][+-]?[0-9]+)?");

  private MeterValue() {}

  /** What the database adds: anything that is no number counts as 0. */
  static double of(Meter meter, StoredEvent event) {
    if (meter.counts()) {
      return 1;
    }
    JsonNode value = property(meter, event);
    if (value.isNumber()) {
      return value.doubleValue();
    }
    return value.isTextual() && NUMBER.matcher(value.asText()).matches()
        ? Double.parseDouble(value.asText())
        : 0;
  }

  /** What a list of events says is wrong with it. */
  static Optional<String> fault(Meter meter, StoredEvent event) {
    if (meter.counts()) {
      return Optional.empty();
    }
    if (event.data().isEmpty()) {
      return Optional.of("invalid event: null and missing value property");
    }
    JsonNode value = property(meter, event);
    if (value.isMissingNode()) {
      return Optional.of(
          "invalid event: missing value property: \"" + meter.valueProperty() + "\"");
    }
    if (value.isNull()) {
      return Optional.of("invalid event: value cannot be null");
    }
    if (value.isTextual()) {
      return textFault(value.asText());
    }
    return value.isNumber()
        ? Optional.empty()
        : Optional.of("invalid event: unsupported value property type: " + goType(value));
  }

  private static Optional<String> textFault(String text) {
    if (NUMBER.matcher(text).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (text) {
          case "NaN" -> "invalid event: value cannot be NaN";
          case "Inf", "+Inf", "-Inf", "Infinity" -> "invalid event: value cannot be infinity";
          default -> "invalid event: value cannot be parsed as float64: " + text;
        });
  }

  private static JsonNode property(Meter meter, StoredEvent event) {
    String path = String.valueOf(meter.valueProperty());
    if (!path.matches("[$]([.][A-Za-z0-9_]+)+")) {
      throw new Refused(Problem.notImplemented("the value property " + path));
    }
    JsonNode value = data(event);
    for (String name : path.substring(2).split("[.]", -1)) {
      value = value.path(name);
    }
    return value;
  }

  private static JsonNode data(StoredEvent event) {
    try {
      return event.data().isEmpty()
          ? MissingNode.getInstance()
          : Json.MAPPER.readTree(event.data());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored data is not JSON", e);
    }
  }

  private static String goType(JsonNode value) {
    return value.isBoolean()
        ? "bool"
        : value.isArray() ? "[]interface {}" : "map[string]interface {}";
  }
}
