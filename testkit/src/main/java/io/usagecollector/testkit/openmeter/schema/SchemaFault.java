package io.usagecollector.testkit.openmeter.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong at one place of a body.
 *
 * @param path names and indices from the top; empty for the body itself
 */
public record SchemaFault(List<String> path, String rule, String reason) {

  static SchemaFault at(List<String> path, String rule, String reason) {
    return new SchemaFault(path, rule, reason);
  }

  static List<String> below(List<String> path, String name) {
    List<String> longer = new ArrayList<>(path);
    longer.add(name);
    return List.copyOf(longer);
  }
}
