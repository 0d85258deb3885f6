package io.usagecollector.core.sink.openmeter.form;

import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.core.event.EventOrigin;
import io.usagecollector.core.sink.EventForm;
import io.usagecollector.core.sink.Formed;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an event must be before OpenMeter is sent it: a CloudEvent whose subject is the customer's
 * key. The service answers 2xx for more than it bills: a number as text with a blank in it counts
 * as 0, a year 1969 is dropped, and the second of two events is lost whose source and id, joined
 * with a dash, read the same. Thread-safe.
 */
public final class OpenMeterForm implements EventForm {
  /** How much of data one event may have, as the service weighs it: see {@link SentData}. */
  public static final int MAX_DATA = 100_000;

  /**
   * The most bytes of one event. The service makes one Kafka message of it, of about a million
   * bytes at most, and answers 500 for ever to one that is larger.
   */
  public static final int MAX_BYTES = 200_000;

  private final Str source;
  private final List<String> quantities;

  /**
   * @param source the source of events whose mapping sets none
   * @param quantities the members of data that meters bill by amount
   */
  public OpenMeterForm(EventSource source, Collection<String> quantities) {
    this.source = Str.of(source.value());
    this.quantities = List.copyOf(quantities);
  }

  /**
   * The form as {@code QUANTITY_PROPERTIES} sets it.
   *
   * @param source the source of events whose mapping sets none
   * @param names the names of data's members, commas between them, or null
   */
  public static OpenMeterForm billing(EventSource source, @Nullable String names) {
    return new OpenMeterForm(
        source,
        Stream.of((names == null ? "" : names).split(",", -1))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .toList());
  }

  @Override
  public Formed form(Obj document, EventOrigin origin) {
    return new CloudEventReading(document.entries(), source, quantities).formed(origin);
  }
}
