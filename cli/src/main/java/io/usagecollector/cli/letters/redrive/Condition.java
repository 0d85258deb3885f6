package io.usagecollector.cli.letters.redrive;

import io.usagecollector.cli.letters.file.Filed;
import io.usagecollector.core.event.Reason;
import java.util.Arrays;
import java.util.Locale;

/** One {@code FIELD=VALUE} that a letter must meet. */
public sealed interface Condition {
  /** The step or rule that refused it. */
  record OfReason(Reason.Kind kind) implements Condition {}

  /** The event's name. */
  record OfEvent(String name) implements Condition {}

  /** The record's topic. */
  record OfTopic(String topic) implements Condition {}

  /** How its key begins. */
  record OfKey(String start) implements Condition {}

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException with a sentence that says what may be written
   */
  static Condition parse(String field, String value) {
    return switch (field) {
      case "reason" -> new OfReason(kind(value));
      case "event" -> new OfEvent(value);
      case "topic" -> new OfTopic(value);
      case "key" -> new OfKey(value);
      default ->
          throw new IllegalArgumentException(
              "there is no field " + field + ": it is reason, event, topic or key");
    };
  }

  private static Reason.Kind kind(String value) {
    String wanted = value.toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(Reason.Kind.values())
        .filter(kind -> kind.name().equals(wanted))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "there is no reason "
                    + value
                    + ": it is one of "
                    + Arrays.toString(Reason.Kind.values()).replaceAll("[\\[\\]]", "")));
  }

  default boolean holds(Filed filed) {
    return switch (filed) {
      case Filed.OfLetter letter -> holds(letter);
      case Filed.OfText text ->
          switch (this) {
            case OfReason(Reason.Kind kind) -> kind == Reason.Kind.UNREADABLE;
            case OfKey(String start) -> text.key().startsWith(start);
            case OfEvent _, OfTopic _ -> false;
          };
    };
  }

  private boolean holds(Filed.OfLetter letter) {
    return switch (this) {
      case OfReason(Reason.Kind kind) -> letter.head().reason() == kind;
      case OfEvent(String name) ->
          letter.head().event().filter(event -> event.name().equals(name)).isPresent();
      case OfTopic(String topic) -> letter.head().at().topic().equals(topic);
      case OfKey(String start) -> letter.key().startsWith(start);
    };
  }
}
