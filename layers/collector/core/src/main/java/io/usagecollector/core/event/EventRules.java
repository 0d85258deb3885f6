package io.usagecollector.core.event;

import io.usagecollector.bloblang.value.Obj;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an event must be before it is sent. The service takes more than it bills rightly: a blank
 * name is billed on every meter, a year 2300 in the year 2027, a missing timestamp anew on every
 * try. Thread-safe.
 */
public final class EventRules {
  /**
   * The most bytes of one event. The service makes one Kafka message of it, of a million bytes at
   * most, and answers that it took one that is larger.
   */
  public static final int MAX_BYTES = 900_000;

  private final List<String> quantities;

  /**
   * @param quantities the properties that meters bill by amount
   */
  public EventRules(Collection<String> quantities) {
    this.quantities = List.copyOf(quantities);
  }

  /**
   * The rules as {@code QUANTITY_PROPERTIES} sets them.
   *
   * @param names the properties' names, commas between them, or null
   */
  public static EventRules billing(@Nullable String names) {
    return new EventRules(
        Stream.of((names == null ? "" : names).split(",", -1))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .toList());
  }

  /** What the rules say of a document. */
  public sealed interface Verdict {}

  /** It is an event. */
  public record Valid(UsageEvent event) implements Verdict {}

  /** It is none. */
  public record Invalid(Reason reason) implements Verdict {}

  /** Makes an event of what the mapping made, or says why it is none. */
  public Verdict check(Obj document, EventOrigin origin) {
    return new EventReading(document.entries(), quantities).verdict(origin);
  }
}
