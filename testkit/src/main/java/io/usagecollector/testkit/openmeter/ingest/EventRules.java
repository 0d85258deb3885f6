package io.usagecollector.testkit.openmeter.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import io.usagecollector.testkit.openmeter.schema.Dialect;
import io.usagecollector.testkit.openmeter.schema.ObjectRule;
import io.usagecollector.testkit.openmeter.schema.Rule;
import io.usagecollector.testkit.openmeter.schema.SchemaFault;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the schemas say of an event. v3's is sealed: no extension attributes. */
final class EventRules {
  private static final Pattern DATE_TIME =
      Pattern.compile(
          "[0-9]{4}-(0[1-9]|10|11|12)-(0[1-9]|[12][0-9]|3[01])T[0-9]{2}:[0-9]{2}:[0-9]{2}"
              + "([.][0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})?");

  private EventRules() {}

  static Rule event(Dialect dialect) {
    return new ObjectRule(
        Map.of(
            "id", Rule.text(),
            "source", Rule.text(),
            "specversion", Rule.text(),
            "type", Rule.text(),
            "subject", Rule.text(),
            "datacontenttype", Rule.nullable(EventRules::contentType),
            "dataschema", Rule.nullable(Rule.text()),
            "time", Rule.nullable(EventRules::dateTime),
            "data", Rule.nullable(Rule.mapOf(Rule.anything()))),
        List.of("id", "source", "specversion", "type", "subject"),
        dialect == Dialect.V3);
  }

  private static List<SchemaFault> contentType(JsonNode value, List<String> path) {
    if (!value.isTextual()) {
      return Rule.typeFault(value, path, "string");
    }
    return value.asText().equals("application/json")
        ? List.of()
        : Rule.fault(path, "enum", "value is not one of the allowed values [\"application/json\"]");
  }

  private static List<SchemaFault> dateTime(JsonNode value, List<String> path) {
    if (!value.isTextual()) {
      return Rule.typeFault(value, path, "string");
    }
    return DATE_TIME.matcher(value.asText()).matches()
        ? List.of()
        : Rule.fault(path, "format", "string doesn't match the format \"date-time\"");
  }
}
