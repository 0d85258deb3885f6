package io.usagecollector.testkit.openmeter.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What one value must be. */
@FunctionalInterface
public interface Rule {
  /** What is wrong with the value at the path; empty if nothing is. */
  List<SchemaFault> check(JsonNode value, List<String> path);

  /** Anything but null. */
  static Rule anything() {
    return (value, path) -> value.isNull() ? nullFault(path) : List.of();
  }

  static Rule text(int shortest, int longest) {
    return (value, path) -> {
      if (!value.isTextual()) {
        return typeFault(value, path, "string");
      }
      String text = value.asText();
      int length = text.codePointCount(0, text.length());
      if (length < shortest) {
        return fault(path, "minLength", "minimum string length is " + shortest);
      }
      if (length > longest) {
        return fault(path, "maxLength", "maximum string length is " + longest);
      }
      return List.of();
    };
  }

  static Rule text() {
    return text(1, Integer.MAX_VALUE);
  }

  static Rule matching(String regex) {
    Pattern pattern = Pattern.compile(regex);
    return (value, path) -> {
      if (!value.isTextual()) {
        return typeFault(value, path, "string");
      }
      return pattern.matcher(value.asText()).find()
          ? List.of()
          : fault(path, "pattern", "string doesn't match the regular expression \"" + regex + "\"");
    };
  }

  static Rule whole() {
    return (value, path) ->
        value.isIntegralNumber() ? List.of() : typeFault(value, path, "integer");
  }

  /** An object whose values all keep to a rule. */
  static Rule mapOf(Rule each) {
    return (value, path) -> {
      if (!value.isObject()) {
        return typeFault(value, path, "object");
      }
      List<SchemaFault> faults = new ArrayList<>();
      value
          .properties()
          .forEach(entry ->
              faults.addAll(each.check(entry.getValue(), SchemaFault.below(path, entry.getKey()))));
      return faults;
    };
  }

  static Rule listOf(Rule each) {
    return (value, path) -> {
      if (!value.isArray()) {
        return typeFault(value, path, "array");
      }
      List<SchemaFault> faults = new ArrayList<>();
      for (int i = 0; i < value.size(); i++) {
        faults.addAll(each.check(value.get(i), SchemaFault.below(path, Integer.toString(i))));
      }
      return faults;
    };
  }

  /** Null, or what the rule says. */
  static Rule nullable(Rule rule) {
    return (value, path) -> value.isNull() ? List.of() : rule.check(value, path);
  }

  static List<SchemaFault> fault(List<String> path, String rule, String reason) {
    return List.of(SchemaFault.at(path, rule, reason));
  }

  static List<SchemaFault> typeFault(JsonNode value, List<String> path, String type) {
    String article = "aeiou".indexOf(type.charAt(0)) >= 0 ? "an " : "a ";
    return value.isNull()
        ? nullFault(path)
        : fault(path, "type", "value must be " + article + type);
  }

  private static List<SchemaFault> nullFault(List<String> path) {
    return fault(path, "nullable", "Value is not nullable");
  }
}
