package io.usagecollector.aws.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.aws.telemetry.CustomMetrics;
import io.usagecollector.core.delivery.gate.InstanceGate;
import io.usagecollector.core.delivery.outcome.AcceptedEvents;
import io.usagecollector.core.delivery.outcome.Alarm;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.outcome.Tally;
import io.usagecollector.core.delivery.outcome.Traffic;
import io.usagecollector.core.delivery.outcome.Warnings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
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

  /** How many of the batches of an open circuit are told of: a source hands them over endlessly. */
  @Test
  void ofBatchesThatAClosedGateHeldThoseWithAnAlarmAreTold() {
    var gate = new InstanceGate(() -> Instant.EPOCH);
    List<BatchReport> told = new ArrayList<>();
    Telemetry quiet = ((Telemetry) (report, measured) -> told.add(report)).quietAt(gate);
    var nothing = new CustomMetrics().drain();
    BatchReport alarmed = held(Traffic.NONE, Alarm.circuitOpen("the key is refused"));
    BatchReport sent = held(Traffic.NONE.sent(false));
    quiet.tell(held(Traffic.NONE), nothing);
    assertThat(told).hasSize(1);
    gate.refused();
    gate.refused();
    quiet.tell(held(Traffic.NONE), nothing);
    assertThat(told).hasSize(1);
    quiet.tell(alarmed, nothing);
    quiet.tell(sent, nothing);
    assertThat(told.subList(1, 3)).containsExactly(alarmed, sent);
  }

  private static BatchReport held(Traffic traffic, Alarm... alarms) {
    return new BatchReport(
        Tally.allHeld(5), List.of(), List.of(alarms), traffic, AcceptedEvents.NONE, Warnings.NONE);
  }
}
