package io.usagecollector.aws.assembly;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.aws.telemetry.CustomMetrics;
import io.usagecollector.core.delivery.outcome.AcceptedEvents;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.outcome.Tally;
import io.usagecollector.core.delivery.outcome.Traffic;
import io.usagecollector.core.delivery.outcome.Warnings;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that is told of a batch can fail it. */
class TelemetryTest {
  private static final BatchReport REPORT =
      new BatchReport(
          Tally.allHeld(0), List.of(), List.of(), Traffic.NONE, AcceptedEvents.NONE, Warnings.NONE);

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aLogOrAMetricThatThrowsHarmsNoBatch(boolean linkage) {
    Telemetry broken =
        (report, measured) -> {
          if (linkage) {
            throw new NoClassDefFoundError("log");
          }
          throw new IllegalStateException("metrics");
        };
    var nothing = new CustomMetrics().drain();
    assertThatThrownBy(() -> broken.tell(REPORT, nothing)).isNotNull();
    assertThatCode(() -> broken.harmless().tell(REPORT, nothing)).doesNotThrowAnyException();
  }
}
