package io.usagecollector.release;

import io.usagecollector.release.sam.Deployment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values for a template's parameters. */
final class Parameters {
  /** Where a number can have no more digits than this, whatever it counts. */
  private static final String LONGEST_NUMBER = "1000000";

  private Parameters() {}

  /** For each parameter a value that it may have, and has not. */
  static Map<String, String> other(Template template, Map<String, String> given) {
    Map<String, String> others = new LinkedHashMap<>();
    for (String name : template.parameters()) {
      Map<String, Object> declared = template.parameter(name);
      String now = given.getOrDefault(name, String.valueOf(declared.get("Default")));
      others.put(name, other(declared, now));
    }
    return others;
  }

  /** Every parameter as long as it may be, the parts of an ARN still in their places. */
  static Deployment longest(Template template, Deployment deployment) {
    Deployment longest = deployment;
    for (String name : template.parameters()) {
      Map<String, Object> declared = template.parameter(name);
      longest =
          longest.with(name, longest(declared, deployment.parameters().getOrDefault(name, "")));
    }
    return longest;
  }

  private static String other(Map<String, Object> declared, String now) {
    if (declared.get("AllowedValues") instanceof List<?> values) {
      return values.stream()
          .map(String::valueOf)
          .filter(value -> !value.equals(now))
          .findFirst()
          .orElseThrow();
    }
    return declared.get("Type").equals("Number")
        ? String.valueOf(Integer.parseInt(now) + (atItsMost(declared, now) ? -1 : 1))
        : now + "x";
  }

  private static boolean atItsMost(Map<String, Object> declared, String now) {
    return now.equals(declared.get("MaxValue"));
  }

  private static String longest(Map<String, Object> declared, String now) {
    if (declared.get("AllowedValues") instanceof List<?> values) {
      return values.stream()
          .map(String::valueOf)
          .max((a, b) -> Integer.compare(a.length(), b.length()))
          .orElseThrow();
    }
    if (declared.get("Type").equals("Number")) {
      return String.valueOf(declared.getOrDefault("MaxValue", LONGEST_NUMBER));
    }
    int most = Integer.parseInt(String.valueOf(declared.getOrDefault("MaxLength", "4096")));
    return now + "x".repeat(most - now.length());
  }
}
