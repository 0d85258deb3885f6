package io.usagecollector.tooling.billing;

import io.usagecollector.core.config.output.Output;
import io.usagecollector.core.sink.EventForm;
import io.usagecollector.core.sink.flexprice.form.FlexpriceForm;
import io.usagecollector.core.sink.openmeter.form.EventSource;
import io.usagecollector.core.sink.openmeter.form.OpenMeterForm;
import org.jspecify.annotations.Nullable;

/** The form of events at the service that a configuration sends them to. */
public final class ServiceForm {
  private ServiceForm() {}

  /**
   * The form at an output.
   *
   * @param quantities the value of {@code QUANTITY_PROPERTIES}, or null
   */
  public static EventForm of(Output output, @Nullable String quantities) {
    return switch (output) {
      case Output.Flexprice _ -> flexprice(quantities);
      case Output.OpenMeter meter -> OpenMeterForm.billing(meter.source(), quantities);
    };
  }

  /** The form where no output is known: Flexprice's. */
  public static EventForm flexprice(@Nullable String quantities) {
    return FlexpriceForm.billing(quantities);
  }

  /**
   * The form at OpenMeter, where the rest of the output may be incomplete.
   *
   * @param source the value of {@code OPENMETER_SOURCE}, or null
   * @throws IllegalArgumentException if that is no source; the text says why
   */
  public static EventForm openMeter(@Nullable String source, @Nullable String quantities) {
    return OpenMeterForm.billing(EventSource.orUsual(source), quantities);
  }
}
