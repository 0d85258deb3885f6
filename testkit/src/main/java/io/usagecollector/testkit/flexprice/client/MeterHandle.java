package io.usagecollector.testkit.flexprice.client;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A meter that exists on the server. */
public record MeterHandle(String id, Draft draft) {

  /**
   * What a meter is to be.
   *
   * @param name also the lookup key of its feature: unique on the server
   * @param aggregation SUM, COUNT, ...
   * @param field the property it reads; empty for COUNT
   * @param filters allowed values by property
   */
  public record Draft(
      String name,
      String eventName,
      String aggregation,
      Optional<String> field,
      Map<String, List<String>> filters) {

    /** Sums a property of the events of this name. */
    public static Draft sum(String name, String eventName, String field) {
      return new Draft(name, eventName, "SUM", Optional.of(field), Map.of());
    }

    /** Counts the events of this name. */
    public static Draft count(String name, String eventName) {
      return new Draft(name, eventName, "COUNT", Optional.empty(), Map.of());
    }

    /** Any other aggregation of a property. */
    public static Draft of(String aggregation, String name, String eventName, String field) {
      return new Draft(name, eventName, aggregation, Optional.of(field), Map.of());
    }

    /** The same meter for events whose property has one of these texts. */
    public Draft where(String property, List<String> values) {
      return new Draft(name, eventName, aggregation, field, Map.of(property, values));
    }
  }
}
