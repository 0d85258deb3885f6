package io.usagecollector.core.delivery;

import static io.usagecollector.core.delivery.ScriptedSink.UNAUTHORIZED;
import static io.usagecollector.core.delivery.ScriptedSink.UNAVAILABLE;
import static io.usagecollector.core.delivery.World.records;
import static io.usagecollector.core.delivery.outcome.Acknowledger.PER_RECORD;
import static io.usagecollector.core.delivery.outcome.Acknowledger.WHOLE_BATCH;
import static io.usagecollector.core.delivery.outcome.Outcome.Kind.ACCEPTED;
import static io.usagecollector.core.delivery.outcome.Outcome.Kind.DEAD_LETTERED;
import static io.usagecollector.core.delivery.outcome.Outcome.Kind.DEFERRED;
import static io.usagecollector.core.delivery.outcome.Outcome.Kind.HELD;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.delivery.gate.Gate;
import io.usagecollector.core.delivery.outcome.Acknowledger;
import io.usagecollector.core.delivery.outcome.Alarm;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.outcome.HeldRecord;
import io.usagecollector.core.delivery.outcome.Outcome;
import io.usagecollector.core.delivery.pace.DeferralPolicy;
import io.usagecollector.core.delivery.pace.Outage;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceHandle;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.letter.Attempts;
import io.usagecollector.core.letter.Envelope;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.source.StoredMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Once something of a batch was accepted, what cannot be delivered now goes to the retry queue. */
class DeferralTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final World world = new World();
  private final MemoryLetters dead = new MemoryLetters();
  private final MemoryLetters retries = new MemoryLetters();
  private final Instant start = world.time.instant();

  /** Takes events alone, but for those that are away. */
  private ScriptedSink oneByOne() {
    return new ScriptedSink(
        world.time,
        1,
        ids -> ids.getFirst().startsWith("away") ? UNAVAILABLE : ScriptedSink.ACCEPTED);
  }

  private static int count(BatchReport report, Outcome.Kind kind) {
    return report.tally().count(kind);
  }

  @ParameterizedTest
  @EnumSource
  void whatKeepsFailingWhileOthersPassIsDeferredInTheBytesThatWereSent(Acknowledger acknowledger) {
    world.deferringTo(retries, Outage.HOLD);
    ScriptedSink sink = oneByOne();
    BatchReport report =
        world.deliver(sink, dead, World.batch(records("a", "away", "c")), acknowledger);
    assertThat(count(report, ACCEPTED)).isEqualTo(2);
    assertThat(count(report, DEFERRED)).isEqualTo(1);
    Letter letter = retries.stored.getFirst();
    UsageEvent sent =
        sink.sent.stream()
            .map(call -> call.events().getFirst())
            .filter(event -> event.eventId().startsWith("away"))
            .findFirst()
            .orElseThrow();
    assertThat(letter.event().orElseThrow().json()).isEqualTo(sent.json());
    assertThat(letter.attempts().count()).isEqualTo(1);
    assertThat(letter.attempts().ambiguous()).isTrue();
    assertThat(letter.attempts().notBefore())
        .isBetween(world.time.instant(), world.time.instant().plusSeconds(30));
    assertThat(letter.reason())
        .isEqualTo(Reason.of(Reason.Kind.NOT_DELIVERED, "given up after 3 attempts, last: 503"));
    assertThat(dead.stored).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whileNothingWasAcceptedAllIsHeld(Acknowledger acknowledger) {
    world.deferringTo(retries, Outage.HOLD);
    BatchReport report =
        world.deliver(
            oneByOne(), dead, World.batch(records("away", "away", "faulty")), acknowledger);
    assertThat(count(report, HELD)).isGreaterThanOrEqualTo(2);
    assertThat(count(report, DEFERRED)).isZero();
    assertThat(retries.stored).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whatNoTimeIsLeftForAfterAnAcceptanceIsDeferredMappedOrNot(Acknowledger acknowledger) {
    world.deferringTo(retries, Outage.HOLD);
    ScriptedSink slow =
        new ScriptedSink(
            world.time,
            1,
            ids -> {
              world.time.sleep(Duration.ofSeconds(4));
              return ScriptedSink.ACCEPTED;
            });
    BatchReport report =
        world.deliver(
            slow,
            dead,
            World.batch(records("a", "b", "c c", "d", "filtered")),
            acknowledger,
            Duration.ofSeconds(10));
    assertThat(count(report, ACCEPTED)).isEqualTo(2);
    assertThat(count(report, DEFERRED)).isEqualTo(3);
    assertThat(retries.offsets()).containsExactlyInAnyOrder(2L, 3L, 4L);
    assertThat(retries.stored).allSatisfy(letter -> assertThat(letter.event()).isEmpty());
    assertThat(retries.stored)
        .allSatisfy(
            letter -> assertThat(letter.reason().kind()).isEqualTo(Reason.Kind.NOT_DELIVERED));
  }

  /** Its other parts were sent, so the rest of it is kept as it was made. */
  @Test
  void aRecordThatWasBegunIsMadeToItsEnd() {
    world.deferringTo(retries, Outage.HOLD);
    ScriptedSink slow =
        new ScriptedSink(
            world.time,
            1,
            ids -> {
              world.time.sleep(Duration.ofSeconds(4));
              return ScriptedSink.ACCEPTED;
            });
    BatchReport report =
        world.deliver(
            slow,
            dead,
            World.batch(records("a b c d e f g h")),
            PER_RECORD,
            Duration.ofSeconds(10));
    assertThat(count(report, DEFERRED)).isEqualTo(1);
    assertThat(retries.stored)
        .map(letter -> letter.event().orElseThrow().eventId())
        .containsExactlyInAnyOrder("c-0-2", "d-0-3", "e-0-4", "f-0-5", "g-0-6", "h-0-7");
  }

  @Test
  void aRefusedWriteHoldsItsRecordAndIsAlarmed() {
    world.deferringTo(new MemoryLetters(letter -> false), Outage.HOLD);
    BatchReport report = world.deliver(oneByOne(), dead, records("a", "away"));
    assertThat(report.held())
        .map(HeldRecord::why)
        .containsExactly(
            "it could not be deferred: it is full; given up after 3 attempts, last: 503");
    assertThat(report.alarms()).map(Alarm::kind).containsExactly(Alarm.Kind.RETRY_QUEUE_REFUSED);
  }

  /**
   * A dead letter beside a held batch would be sent on one day, beside the event that is billed.
   */
  @Test
  void whereAllComesAgainARefusedWriteLeavesNoDeadLetter() {
    world.deferringTo(new MemoryLetters(letter -> false), Outage.HOLD);
    BatchReport report =
        world.deliver(oneByOne(), dead, World.batch(records("a", "away", "faulty")), WHOLE_BATCH);
    assertThat(count(report, HELD)).isEqualTo(2);
    assertThat(dead.stored).isEmpty();
  }

  @Test
  void refusedCredentialsHoldWhatCameBeforeAnyAcceptanceAndDeferWhatCameAfter() {
    world.deferringTo(retries, Outage.HOLD);
    ScriptedSink revoked =
        new ScriptedSink(
            world.time,
            1,
            ids -> ids.getFirst().startsWith("a-") ? ScriptedSink.ACCEPTED : UNAUTHORIZED);
    assertThat(count(world.deliver(revoked, dead, records("a", "b", "c")), DEFERRED)).isEqualTo(2);
    world.time.sleep(MINUTE);
    assertThat(count(world.deliver(revoked, dead, records("b", "c")), HELD)).isEqualTo(2);
    assertThat(retries.stored).hasSize(2);
  }

  private static Letter tried(int times, Instant first) {
    return new Letter(
        World.ORIGIN,
        World.record(7, "away"),
        0,
        Optional.of(World.event("away-7-0")),
        Reason.of(Reason.Kind.NOT_DELIVERED, "given up"),
        new Attempts(times, first, first.plusSeconds(1), false),
        first);
  }

  private BatchReport redelivered(Letter letter) {
    world.deferringTo(retries, Outage.HOLD);
    var stored =
        StoredMessage.of(
            new SourceHandle.QueueMessage("m", "r"),
            Envelope.seal(letter).body(),
            start,
            World.REMAPPING);
    var good = World.batch(records("a")).inbound(World.FORM).getFirst();
    return world.deliver(oneByOne(), dead, List.of(good, stored), PER_RECORD, MINUTE);
  }

  @Test
  void eachAttemptIsCountedFromTheFirstFailure() {
    assertThat(count(redelivered(tried(4, start)), DEFERRED)).isEqualTo(1);
    Attempts attempts = retries.stored.getFirst().attempts();
    assertThat(attempts.count()).isEqualTo(5);
    assertThat(attempts.firstFailure()).isEqualTo(start);
  }

  @Test
  void whatWasTriedOftenEnoughIsADeadLetter() {
    int most = DeferralPolicy.DEFAULT.attempts();
    BatchReport report = redelivered(tried(most - 1, start));
    assertThat(count(report, DEAD_LETTERED)).isEqualTo(1);
    assertThat(dead.stored.getFirst().reason())
        .isEqualTo(
            Reason.of(
                Reason.Kind.NOT_DELIVERED,
                "it was tried 30 times, last: given up after 3 attempts, last: 503"));
    assertThat(dead.stored.getFirst().event()).isPresent();
    assertThat(retries.stored).isEmpty();
  }

  @Test
  void whatFirstFailedLongAgoIsADeadLetter() {
    Instant longAgo = start.minus(DeferralPolicy.DEFAULT.oldest()).minusSeconds(1);
    assertThat(count(redelivered(tried(1, longAgo)), DEAD_LETTERED)).isEqualTo(1);
    assertThat(dead.stored.getFirst().reason().safeText()).startsWith("it was tried since 2025-12");
  }

  /** While the circuit is open, after a minute without an answer. */
  private BatchReport duringAnOutage(Outage outage) {
    world.deferringTo(retries, outage);
    ScriptedSink away = ScriptedSink.answering(world.time, UNAVAILABLE);
    for (int second = 0; second < 70; second++) {
      world.deliver(away, dead, records("a"));
      world.time.sleep(Duration.ofSeconds(1));
    }
    retries.stored.clear();
    while (world.gate.enter() instanceof Gate.Entry.Probe) {
      world.time.sleep(Duration.ofMillis(1));
    }
    return world.deliver(away, dead, records("a", "faulty", "filtered"));
  }

  @Test
  void anOutageLeavesRecordsWithTheirSource() {
    assertThat(count(duringAnOutage(Outage.HOLD), HELD)).isEqualTo(3);
    assertThat(retries.stored).isEmpty();
  }

  @Test
  void anOutageThatIsToBeDeferredDivertsRecordsUnmapped() {
    assertThat(count(duringAnOutage(Outage.DEFER), DEFERRED)).isEqualTo(3);
    assertThat(retries.stored).hasSize(3).allSatisfy(one -> assertThat(one.event()).isEmpty());
  }

  @Test
  void refusedCredentialsAreNoOutage() {
    world.deferringTo(retries, Outage.DEFER);
    ScriptedSink sink = ScriptedSink.answering(world.time, UNAUTHORIZED);
    world.deliver(sink, dead, records("a"));
    assertThat(count(world.deliver(sink, dead, records("a")), HELD)).isEqualTo(1);
    assertThat(retries.stored).isEmpty();
  }
}
