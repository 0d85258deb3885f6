package io.usagecollector.ensure.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Nodes of a document, in the order they are written. */
final class Tree {
  private Tree() {}

  /** Names and values, in turn. */
  static Map<String, Object> of(Object... namesAndValues) {
    Map<String, Object> node = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      node.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return node;
  }

  static Map<String, Object> schema(String name) {
    return of("$ref", "#/components/schemas/" + name);
  }

  /** An object with these and no other, all of them required. */
  static Map<String, Object> object(Map<String, Object> properties) {
    return of(
        "type",
        "object",
        "additionalProperties",
        false,
        "required",
        List.copyOf(properties.keySet()),
        "properties",
        properties);
  }
}
