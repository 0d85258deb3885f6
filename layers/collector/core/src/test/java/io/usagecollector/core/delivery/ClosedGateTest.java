package io.usagecollector.core.delivery;

import static io.usagecollector.core.delivery.outcome.Tallies.tally;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.delivery.outcome.Acknowledger;
import io.usagecollector.core.delivery.outcome.Alarm;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.outcome.HeldRecord;
import io.usagecollector.core.event.SourceRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The gate is asked before anything is mapped, and lets a probe in at intervals. */
class ClosedGateTest {
  private final World world = new World();
  private final MemoryLetters letters = new MemoryLetters();
  private int mapped;

  private Batch batch(int records) {
    List<SourceRecord> good =
        IntStream.range(0, records).mapToObj(i -> World.record(i, "good")).toList();
    return new Batch(
        World.ORIGIN,
        record -> {
          mapped++;
          return World.PIPELINE.process(record);
        },
        good);
  }

  private BatchReport deliver(ScriptedSink sink, int records) {
    return world.deliver(sink, letters, batch(records), Acknowledger.PER_RECORD);
  }

  @Test
  void aRevokedKeyMapsNothingWhileTheGateIsClosed() {
    ScriptedSink sink = ScriptedSink.answering(world.time, ScriptedSink.UNAUTHORIZED);
    deliver(sink, 100);
    mapped = 0;
    for (int second = 0; second < 59; second++) {
      world.time.sleep(Duration.ofSeconds(1));
      BatchReport report = deliver(sink, 100);
      assertThat(report.tally()).isEqualTo(tally(100, 0, 0, 0, 100));
      assertThat(report.held())
          .map(HeldRecord::why)
          .containsOnly("the billing service refuses the API key");
    }
    assertThat(mapped).isZero();
    assertThat(sink.sent).hasSize(2);
  }

  @Test
  void aPersonIsToldOnceAMinuteThatTheCircuitIsOpen() {
    ScriptedSink sink = ScriptedSink.answering(world.time, ScriptedSink.UNAUTHORIZED);
    deliver(sink, 10);
    List<Alarm.Kind> told = new ArrayList<>();
    for (int second = 0; second < 59; second++) {
      world.time.sleep(Duration.ofSeconds(1));
      deliver(sink, 10).alarms().forEach(alarm -> told.add(alarm.kind()));
    }
    assertThat(told).containsExactly(Alarm.Kind.CIRCUIT_OPEN);
  }

  @Test
  void aPauseLongerThanTheInvocationMapsNothing() {
    ScriptedSink sink =
        ScriptedSink.answering(world.time, ScriptedSink.throttled(Duration.ofMinutes(5)));
    deliver(sink, 10);
    mapped = 0;
    deliver(sink, 10);
    assertThat(mapped).isZero();
  }

  /** 13 requests for the first batch, of which a good service would have taken ten. */
  @Test
  void aServiceThatRefusesEverythingCostsFewRequestsAndRecoversByItself() {
    boolean[] broken = {true};
    ScriptedSink sink =
        new ScriptedSink(
            world.time,
            1_000,
            ids -> broken[0] ? ScriptedSink.invalid("400") : ScriptedSink.ACCEPTED);
    assertThat(deliver(sink, 10_000).tally()).isEqualTo(tally(10_000, 0, 0, 0, 10_000));
    assertThat(sink.sent).hasSizeLessThanOrEqualTo(Dispatch.MOST_REQUESTS_OF_A_SUSPICION);
    assertThat(mapped).isEqualTo(3_000);
    for (int minute = 0; minute < 60; minute++) {
      deliver(sink, 10_000);
      world.time.sleep(Duration.ofMinutes(1));
    }
    assertThat(letters.stored).isEmpty();
    assertThat(sink.sent).hasSizeLessThanOrEqualTo(61 * Dispatch.MOST_REQUESTS_OF_A_SUSPICION);
    broken[0] = false;
    world.time.sleep(Duration.ofMinutes(1));
    assertThat(deliver(sink, 10_000).tally()).isEqualTo(tally(10_000, 10_000, 0, 0, 0));
  }

  @Test
  void whileTheServiceIsAwayOneBatchAtIntervalsTriesIt() {
    boolean[] away = {true};
    ScriptedSink sink =
        new ScriptedSink(
            world.time, 1_000, ids -> away[0] ? ScriptedSink.UNAVAILABLE : ScriptedSink.ACCEPTED);
    for (int second = 0; second < 600; second++) {
      deliver(sink, 1);
      world.time.sleep(Duration.ofSeconds(1));
    }
    assertThat(sink.sent).hasSizeLessThan(300);
    away[0] = false;
    world.time.sleep(Duration.ofMinutes(1));
    assertThat(deliver(sink, 1).tally()).isEqualTo(tally(1, 1, 0, 0, 0));
  }
}
