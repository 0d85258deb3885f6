package io.usagecollector.testkit.openmeter.client;

import java.util.Optional;

/** A meter that is there. */
public record MeterHandle(String id, Draft draft) {

  /**
   * A meter to be made.
   *
   * @param key letters, digits and underscores, none of them upper case
   * @param field the property that is summed; nothing to count events
   */
  public record Draft(String key, String eventType, Optional<String> field) {
    public static Draft sum(String key, String eventType, String field) {
      return new Draft(key, eventType, Optional.of(field));
    }

    public static Draft count(String key, String eventType) {
      return new Draft(key, eventType, Optional.empty());
    }
  }
}
