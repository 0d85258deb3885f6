package io.usagecollector.core.delivery;

import static io.usagecollector.core.delivery.ScriptedSink.ACCEPTED;
import static io.usagecollector.core.delivery.ScriptedSink.UNAUTHORIZED;
import static io.usagecollector.core.delivery.ScriptedSink.UNAVAILABLE;
import static io.usagecollector.core.delivery.ScriptedSink.throttled;
import static io.usagecollector.core.delivery.World.records;
import static io.usagecollector.core.delivery.outcome.Acknowledger.PER_RECORD;
import static io.usagecollector.core.delivery.outcome.Tallies.tally;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.delivery.flight.OneAtATime;
import io.usagecollector.core.delivery.gate.InstanceGate;
import io.usagecollector.core.delivery.outcome.Alarm;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.outcome.HeldRecord;
import io.usagecollector.core.delivery.outcome.Outcome;
import io.usagecollector.core.delivery.outcome.Traffic;
import io.usagecollector.core.delivery.pace.RetryPolicy;
import io.usagecollector.core.delivery.pace.RetryTokens;
import io.usagecollector.core.delivery.pace.TimeBudget;
import io.usagecollector.core.sink.Answer;
import io.usagecollector.core.sink.FaultKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What cannot be taken now is tried again inside the time there is, then held. */
class RetryTest {
  private final World world = new World();
  private final MemoryLetters letters = new MemoryLetters();
  private final Instant start = world.time.instant();

  @Test
  void aRepeatCarriesTheSameBytes() {
    ScriptedSink sink =
        ScriptedSink.answering(
            world.time,
            UNAVAILABLE,
            new Answer.Unknown(FaultKey.Answered.status(200), "a page", Optional.empty()),
            ACCEPTED);
    BatchReport report = world.deliver(sink, letters, records("a", "b"));
    assertThat(report.tally()).isEqualTo(tally(2, 2, 0, 0, 0));
    assertThat(report.traffic()).isEqualTo(new Traffic(3, 2, 1, 2));
    for (ScriptedSink.Sent sent : sink.sent) {
      for (int i = 0; i < 2; i++) {
        assertThat(sent.events().get(i)).isSameAs(sink.sent.getFirst().events().get(i));
      }
    }
  }

  @Test
  void attemptsAreBounded() {
    ScriptedSink sink = ScriptedSink.answering(world.time, UNAVAILABLE);
    BatchReport report = world.deliver(sink, letters, records("a"));
    assertThat(sink.sent).hasSize(3);
    assertThat(report.held())
        .map(HeldRecord::why)
        .containsExactly("given up after 3 attempts, last: 503");
    assertThat(letters.stored).isEmpty();
  }

  @Test
  void aBulkThatFailsDoesNotKeepItsNeighboursOut() {
    ScriptedSink sink =
        new ScriptedSink(
            world.time, 1, ids -> ids.getFirst().startsWith("b") ? UNAVAILABLE : ACCEPTED);
    assertThat(world.deliver(sink, letters, records("a", "b", "c")).tally())
        .isEqualTo(tally(3, 2, 0, 0, 1));
  }

  @Test
  void aSinkThatThrowsIsAnUnknownAnswer() {
    ScriptedSink sink =
        new ScriptedSink(
            world.time,
            9,
            ids -> {
              throw new IllegalStateException("secret");
            });
    assertThat(world.deliver(sink, letters, records("a")).held())
        .map(HeldRecord::why)
        .containsExactly("given up after 3 attempts, last: the sink failed: IllegalStateException");
  }

  @Test
  void retryAfterIsWaitedFor() {
    ScriptedSink sink =
        ScriptedSink.answering(world.time, throttled(Duration.ofSeconds(7)), ACCEPTED);
    assertThat(world.deliver(sink, letters, records("a")).tally().count(Outcome.Kind.ACCEPTED))
        .isEqualTo(1);
    assertThat(sink.times().get(1)).isBetween(start.plusMillis(7_000), start.plusMillis(7_100));
  }

  @Test
  void whileOneBulkIsThrottledNoOtherIsSent() {
    boolean[] first = {true};
    ScriptedSink sink =
        new ScriptedSink(
            world.time,
            1,
            ids -> {
              Answer answer = first[0] ? throttled(Duration.ofSeconds(7)) : ACCEPTED;
              first[0] = false;
              return answer;
            });
    world.deliver(sink, letters, records("a", "b", "c"));
    assertThat(sink.times().subList(1, 4))
        .allSatisfy(at -> assertThat(at).isAfterOrEqualTo(start.plusSeconds(7)));
  }

  @Test
  void aPauseBeyondTheTimeHoldsAtOnceAndTheNextInvocationObeysIt() {
    ScriptedSink sink =
        ScriptedSink.answering(world.time, throttled(Duration.ofSeconds(90)), ACCEPTED);
    assertThat(world.deliver(sink, letters, records("a")).tally().count(Outcome.Kind.HELD))
        .isEqualTo(1);
    assertThat(world.time.instant()).isEqualTo(start);
    assertThat(world.deliver(sink, letters, records("a")).tally().count(Outcome.Kind.HELD))
        .isEqualTo(1);
    assertThat(sink.sent).hasSize(1);
    world.time.sleep(Duration.ofSeconds(60));
    assertThat(world.deliver(sink, letters, records("a")).tally().count(Outcome.Kind.ACCEPTED))
        .isEqualTo(1);
    assertThat(sink.times().get(1)).isAfterOrEqualTo(start.plusSeconds(90));
  }

  @Test
  void noRequestMayOutliveTheTimeForWork() {
    ScriptedSink sink =
        new ScriptedSink(
            world.time,
            1,
            ids -> {
              world.time.sleep(Duration.ofSeconds(4));
              return ACCEPTED;
            });
    BatchReport report =
        world.deliver(
            sink,
            letters,
            World.batch(records("a", "b", "c", "d")),
            PER_RECORD,
            Duration.ofSeconds(10));
    assertThat(report.tally()).isEqualTo(tally(4, 2, 0, 0, 2));
    assertThat(sink.sent)
        .map(ScriptedSink.Sent::timeout)
        .containsExactly(Duration.ofMillis(7_500), Duration.ofMillis(3_500));
  }

  @Test
  void noRequestMayTakeLongerThanHalfAMinute() {
    ScriptedSink sink = ScriptedSink.answering(world.time, ACCEPTED);
    Duration long_ = Duration.ofMinutes(10);
    world.deliver(sink, letters, World.batch(records("a")), PER_RECORD, long_);
    assertThat(sink.sent.getFirst().timeout()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void refusedCredentialsAreFetchedAnewOnce() {
    ScriptedSink sink = ScriptedSink.answering(world.time, UNAUTHORIZED, ACCEPTED);
    BatchReport report = world.deliver(sink, letters, records("a", "b"));
    assertThat(report.tally().count(Outcome.Kind.ACCEPTED)).isEqualTo(2);
    assertThat(sink.renewals).isEqualTo(1);
    assertThat(report.alarms()).isEmpty();
  }

  @Test
  void credentialsRefusedTwiceHoldEverythingWithOneAlarmAndMapNoMore() {
    ScriptedSink sink = new ScriptedSink(world.time, 1, ids -> UNAUTHORIZED);
    BatchReport report = world.deliver(sink, letters, records("a", "b", "faulty", "filtered"));
    assertThat(report.tally()).isEqualTo(tally(4, 0, 0, 0, 4));
    assertThat(letters.stored).isEmpty();
    assertThat(sink.sent).hasSize(2);
    assertThat(report.alarms()).map(Alarm::kind).containsExactly(Alarm.Kind.CREDENTIALS_REFUSED);
  }

  @Test
  void aMinuteOfRefusedCredentialsCostsTwoCallsHoweverOftenTheBatchComes() {
    ScriptedSink sink = ScriptedSink.answering(world.time, UNAUTHORIZED);
    List<Alarm.Kind> told = new ArrayList<>();
    for (int second = 0; second < 60; second++) {
      world.deliver(sink, letters, records("a", "b")).alarms().stream()
          .map(Alarm::kind)
          .forEach(told::add);
      world.time.sleep(Duration.ofSeconds(1));
    }
    assertThat(sink.sent).hasSize(2);
    assertThat(told).containsExactly(Alarm.Kind.CREDENTIALS_REFUSED, Alarm.Kind.CIRCUIT_OPEN);
    world.deliver(sink, letters, records("a"));
    assertThat(sink.sent).hasSize(4);
    assertThat(List.copyOf(letters.stored)).isEmpty();
  }

  @Test
  void anInterruptedInvocationHoldsTheRest() {
    ScriptedSink sink =
        new ScriptedSink(
            world.time,
            1,
            ids -> {
              Thread.currentThread().interrupt();
              return UNAVAILABLE;
            });
    Ports ports =
        new Ports(
            sink,
            new OneAtATime(),
            letters,
            Optional.empty(),
            new InstanceGate(world.time),
            RetryPolicy.DEFAULT,
            new RetryTokens(),
            pause -> {
              if (Thread.interrupted()) {
                throw new InterruptedException();
              }
            },
            new java.util.Random(1));
    BatchReport report =
        new Delivery(ports)
            .deliver(
                World.batch(records("a", "b")).inbound(sink.form()),
                new TimeBudget(world.time, Duration.ofMinutes(1)),
                PER_RECORD);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(report.held()).map(HeldRecord::why).containsOnly("the invocation was interrupted");
  }
}
