package io.usagecollector.bloblang.formats;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is wrong with a value, in the words of gojsonschema as the language's origin prints them: in
 * small letters, after the field.
 */
final class SchemaComplaint {
  private SchemaComplaint() {}

  static String text(Error error) {
    String field = field(error.getInstanceLocation());
    return field + " " + words(error, field);
  }

  private static String field(NodePath path) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < path.getNameCount(); i++) {
      names.add(path.getName(i));
    }
    return names.isEmpty() ? "(root)" : String.join(".", names);
  }

  private static String words(Error error, String field) {
    JsonNode wanted = error.getSchemaNode();
    JsonNode given = error.getInstanceNode();
    String property = error.getProperty() == null ? "" : error.getProperty();
    return switch (error.getKeyword()) {
      case "type" -> "invalid type. expected: " + types(wanted) + ", given: " + type(given);
      case "required" -> property + " is required";
      case "additionalProperties" -> "additional property " + property + " is not allowed";
      case "additionalItems" -> "no additional items allowed on array";
      case "propertyNames" -> "property name of \"" + property + "\" does not match";
      case "anyOf" -> "must validate at least one schema (anyof)";
      case "oneOf" -> "must validate one and only one schema (oneof)";
      case "allOf" -> "must validate all the schemas (allof)";
      case "not" -> "must not validate the schema (not)";
      case "contains" -> "at least one of the items must match";
      case "dependencies" -> "has a dependency on " + property;
      case "const" -> small(field + " does not match: " + wanted);
      case "enum" -> small(field + " must be one of the following: " + members(wanted));
      case "uniqueItems" -> "array items must be unique";
      default -> bounds(error, wanted);
    };
  }

  private static String bounds(Error error, JsonNode wanted) {
    String bound = wanted == null ? "" : wanted.asText();
    return switch (error.getKeyword()) {
      case "minItems" -> "array must have at least " + bound + " items";
      case "maxItems" -> "array must have at most " + bound + " items";
      case "minProperties" -> "must have at least " + bound + " properties";
      case "maxProperties" -> "must have at most " + bound + " properties";
      case "minLength" -> "string length must be greater than or equal to " + bound;
      case "maxLength" -> "string length must be less than or equal to " + bound;
      case "minimum" -> "must be greater than or equal to " + bound;
      case "exclusiveMinimum" -> "must be greater than " + bound;
      case "maximum" -> "must be less than or equal to " + bound;
      case "exclusiveMaximum" -> "must be less than " + bound;
      case "multipleOf" -> "must be a multiple of " + bound;
      case "pattern" -> small("does not match pattern '" + bound + "'");
      case "format" -> small("does not match format '" + bound + "'");
      default -> small(error.getMessage());
    };
  }

  /** Upstream makes the whole of its description small, whatever it quotes. */
  private static String small(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static String types(JsonNode wanted) {
    if (!wanted.isArray()) {
      return wanted.asText();
    }
    return wanted.size() == 1
        ? wanted.get(0).asText()
        : "[" + members(wanted).replace("\"", "").replace(", ", ",") + "]";
  }

  private static String members(JsonNode array) {
    List<String> members = new ArrayList<>();
    array.forEach(member -> members.add(member.toString()));
    return String.join(", ", members);
  }

  private static String type(JsonNode given) {
    if (given.isNumber()) {
      boolean whole =
          given.isIntegralNumber() || given.decimalValue().stripTrailingZeros().scale() <= 0;
      return whole ? "integer" : "number";
    }
    return given.getNodeType().name().toLowerCase(Locale.ROOT);
  }
}
