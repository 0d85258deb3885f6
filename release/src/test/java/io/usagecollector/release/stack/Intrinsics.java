package io.usagecollector.release.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** CloudFormation's own functions. One that is not here fails the test that meets it. */
final class Intrinsics {
  private static final Map<String, String> PSEUDO =
      Map.of(
          "AWS::Region", "eu-central-1",
          "AWS::Partition", "aws",
          "AWS::AccountId", "111122223333",
          "AWS::StackName", "usage-collector");
  private static final Object NO_VALUE = new Object();
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^!}]+)}");

  private final Stack stack;

  Intrinsics(Stack stack) {
    this.stack = stack;
  }

  /** A text, a list or a map with everything in it worked out. */
  Object value(JsonNode node) {
    if (node.isObject()) {
      return node.size() == 1 && isFunction(node.fieldNames().next()) ? called(node) : map(node);
    }
    return node.isArray() ? list(node) : node.asText();
  }

  boolean holds(JsonNode condition) {
    String function = condition.fieldNames().next();
    JsonNode argument = condition.path(function);
    return switch (function) {
      case "Condition" -> stack.condition(argument.asText());
      case "Fn::Not" -> !holds(argument.get(0));
      case "Fn::Equals" -> value(argument.get(0)).equals(value(argument.get(1)));
      case "Fn::And" -> all(argument).stream().allMatch(this::holds);
      case "Fn::Or" -> all(argument).stream().anyMatch(this::holds);
      default -> throw new IllegalArgumentException(function + " is not known in a condition");
    };
  }

  private static boolean isFunction(String name) {
    return name.equals("Ref") || name.startsWith("Fn::");
  }

  private Object called(JsonNode call) {
    String function = call.fieldNames().next();
    JsonNode argument = call.path(function);
    return switch (function) {
      case "Ref" -> named(argument.asText());
      case "Fn::GetAtt" -> stack.attribute(argument.get(0).asText(), argument.get(1).asText());
      case "Fn::If" -> value(argument.get(stack.condition(argument.get(0).asText()) ? 1 : 2));
      case "Fn::Sub" -> substituted(argument);
      case "Fn::Join" ->
          items(argument.get(1)).stream()
              .map(String::valueOf)
              .collect(Collectors.joining(argument.get(0).asText()));
      case "Fn::Select" -> items(argument.get(1)).get(argument.get(0).asInt());
      case "Fn::Split" ->
          List.of(
              String.valueOf(value(argument.get(1)))
                  .split(Pattern.quote(argument.get(0).asText()), -1));
      default -> throw new IllegalArgumentException(function + " is not known");
    };
  }

  private Object named(String name) {
    if (name.equals("AWS::NoValue")) {
      return NO_VALUE;
    }
    return PSEUDO.containsKey(name) ? PSEUDO.get(name) : stack.referenced(name);
  }

  private String substituted(JsonNode argument) {
    String text = argument.isArray() ? argument.get(0).asText() : argument.asText();
    JsonNode own = argument.path(1);
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(String.valueOf(placed(found.group(1), own))));
  }

  private Object placed(String name, JsonNode own) {
    if (own.has(name)) {
      return value(own.path(name));
    }
    int dot = name.indexOf('.');
    return dot < 0 ? named(name) : stack.attribute(name.substring(0, dot), name.substring(dot + 1));
  }

  private List<?> items(JsonNode node) {
    return (List<?>) value(node);
  }

  private List<Object> list(JsonNode node) {
    List<Object> values = new ArrayList<>();
    for (JsonNode item : node) {
      Object value = value(item);
      if (!value.equals(NO_VALUE)) {
        values.add(value);
      }
    }
    return values;
  }

  private Map<String, Object> map(JsonNode node) {
    Map<String, Object> values = new LinkedHashMap<>();
    node.properties()
        .forEach(entry -> {
          Object value = value(entry.getValue());
          if (!value.equals(NO_VALUE)) {
            values.put(entry.getKey(), value);
          }
        });
    return values;
  }

  private static List<JsonNode> all(JsonNode array) {
    List<JsonNode> nodes = new ArrayList<>();
    array.forEach(nodes::add);
    return nodes;
  }
}
