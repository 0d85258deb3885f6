package io.usagecollector.core.sink.flexprice.form;

import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.core.event.EventOrigin;
import io.usagecollector.core.sink.EventForm;
import io.usagecollector.core.sink.Formed;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an event must be before Flexprice is sent it. The service takes more than it bills rightly:
 * a blank name is billed on every meter, a year 2300 in the year 2027, a missing timestamp anew on
 * every try. Thread-safe.
 */
public final class FlexpriceForm implements EventForm {
  /**
   * The most bytes of one event. The service makes one Kafka message of it, of a million bytes at
   * most, and answers that it took one that is larger.
   */
  public static final int MAX_BYTES = 900_000;

  private final List<String> quantities;

  /**
   * @param quantities the properties that meters bill by amount
   */
  public FlexpriceForm(Collection<String> quantities) {
    this.quantities = List.copyOf(quantities);
  }

  /**
   * The form as {@code QUANTITY_PROPERTIES} sets it.
   *
   * @param names the properties' names, commas between them, or null
   */
  public static FlexpriceForm billing(@Nullable String names) {
    return new FlexpriceForm(
        Stream.of((names == null ? "" : names).split(",", -1))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .toList());
  }

  @Override
  public Formed form(Obj document, EventOrigin origin) {
    return new EventReading(document.entries(), quantities).formed(origin);
  }
}
