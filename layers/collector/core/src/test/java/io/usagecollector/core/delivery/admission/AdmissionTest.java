package io.usagecollector.core.delivery.admission;

import static io.usagecollector.core.delivery.World.records;
import static io.usagecollector.core.delivery.admission.ScriptedCustomers.ADMITTED;
import static io.usagecollector.core.delivery.outcome.Outcome.Kind.ACCEPTED;
import static io.usagecollector.core.delivery.outcome.Outcome.Kind.DEAD_LETTERED;
import static io.usagecollector.core.delivery.outcome.Outcome.Kind.DEFERRED;
import static io.usagecollector.core.delivery.outcome.Outcome.Kind.HELD;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.delivery.MemoryLetters;
import io.usagecollector.core.delivery.ScriptedSink;
import io.usagecollector.core.delivery.World;
import io.usagecollector.core.delivery.outcome.Acknowledger;
import io.usagecollector.core.delivery.outcome.Alarm;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.outcome.Outcome;
import io.usagecollector.core.delivery.pace.DeferralPolicy;
import io.usagecollector.core.delivery.pace.Outage;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceHandle;
import io.usagecollector.core.letter.Attempts;
import io.usagecollector.core.letter.Envelope;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.source.StoredMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing is sent of a customer that is not ready; everyone else's events go on. */
class AdmissionTest {
  private static final Duration HINT = Duration.ofMinutes(2);
  private static final Admission AWAY = new Admission.NotNow("503", HINT, true);
  private static final Admission UNASKED = new Admission.NotNow("no connection", HINT, false);
  private static final Admission NO_PLAN = new Admission.NotAsConfigured("no plan", HINT);
  private static final Admission NOBODY = new Admission.NobodyNow("the key is refused");

  private final World world = new World();
  private final MemoryLetters dead = new MemoryLetters();
  private final MemoryLetters retries = new MemoryLetters();

  private static int count(BatchReport report, Outcome.Kind kind) {
    return report.tally().count(kind);
  }

  private ScriptedSink taking(int bulk) {
    return new ScriptedSink(world.time, bulk, ids -> ScriptedSink.ACCEPTED);
  }

  private static ScriptedCustomers saying(Admission answer, String... of) {
    return new ScriptedCustomers(name -> Set.of(of).contains(name) ? answer : ADMITTED);
  }

  @ParameterizedTest
  @EnumSource
  void whoIsNotReadyWaitsAndEveryoneElseGoesOnInTheSameBulk(Acknowledger acknowledger) {
    world.deferringTo(retries, Outage.HOLD).asking(saying(AWAY, "bob"));
    ScriptedSink sink = taking(10);
    BatchReport report =
        world.deliver(
            sink, dead, World.batch(records("a@ann", "b@bob", "c@cat", "d@bob")), acknowledger);
    assertThat(sink.calls()).containsExactly(List.of("a@ann-0-0", "c@cat-2-0"));
    assertThat(count(report, ACCEPTED)).isEqualTo(2);
    assertThat(count(report, DEFERRED)).isEqualTo(2);
    assertThat(report.traffic().eventsTurnedAway()).isEqualTo(2);
    assertThat(report.alarms()).isEmpty();
    assertThat(retries.offsets()).containsExactly(1L, 3L);
    assertThat(retries.stored)
        .allSatisfy(letter -> {
          assertThat(letter.reason())
              .isEqualTo(
                  Reason.of(Reason.Kind.CUSTOMER_NOT_READY, "its customer is not ready: 503"));
          assertThat(letter.event()).isPresent();
          assertThat(letter.attempts().count()).isEqualTo(1);
          assertThat(letter.attempts().ambiguous()).isFalse();
          assertThat(letter.attempts().notBefore())
              .isBetween(
                  world.time.instant().plus(HINT), world.time.instant().plus(HINT).plusSeconds(30));
        });
  }

  @Test
  void whoIsNotReadyIsDeferredThoughNothingElseWasAccepted() {
    world.deferringTo(retries, Outage.HOLD).asking(saying(AWAY, "bob"));
    ScriptedSink sink = taking(10);
    BatchReport report = world.deliver(sink, dead, records("a@bob", "b@bob"));
    assertThat(sink.sent).isEmpty();
    assertThat(count(report, DEFERRED)).isEqualTo(2);
  }

  @Test
  void withoutARetryQueueItIsHeld() {
    world.asking(saying(AWAY, "bob"));
    ScriptedSink sink = taking(10);
    BatchReport report = world.deliver(sink, dead, records("a@ann", "b@bob"));
    assertThat(sink.calls()).containsExactly(List.of("a@ann-0-0"));
    assertThat(count(report, HELD)).isEqualTo(1);
    assertThat(report.held().getFirst().why()).isEqualTo("its customer is not ready: 503");
  }

  @Test
  void eachCustomerIsAskedForOnceABatchAndAllThatAreNewInABulkAtOnce() {
    ScriptedCustomers customers = saying(AWAY, "bob");
    world.deferringTo(retries, Outage.HOLD).asking(customers);
    world.deliver(
        taking(3),
        dead,
        records("a@ann", "b@bob", "c@ann", "d@bob", "e@cat", "f@dan", "g@ann", "h@cat", "i@bob"));
    assertThat(customers.asked)
        .extracting(ScriptedCustomers.Asked::events)
        .containsExactly(
            Map.of("ann", List.of("a@ann-0-0", "c@ann-2-0"), "bob", List.of("b@bob-1-0")),
            Map.of("cat", List.of("e@cat-4-0"), "dan", List.of("f@dan-5-0")));
    assertThat(retries.offsets()).containsExactly(1L, 3L, 8L);
  }

  @Test
  void whatAPlanKeepsOutWaitsWithoutCountingAnAttemptAndIsAlarmed() {
    world.deferringTo(retries, Outage.HOLD).asking(saying(NO_PLAN, "bob"));
    BatchReport report = world.deliver(taking(10), dead, records("a@ann", "b@bob", "c@bob"));
    assertThat(report.alarms()).containsExactly(Alarm.customersNotReady("no plan"));
    assertThat(retries.stored)
        .hasSize(2)
        .allSatisfy(letter -> assertThat(letter.attempts().count()).isZero());
  }

  @Test
  void whereNothingWasTriedNoAttemptIsCounted() {
    world.deferringTo(retries, Outage.HOLD).asking(saying(UNASKED, "bob"));
    world.deliver(taking(10), dead, records("a@ann", "b@bob"));
    assertThat(retries.stored.getFirst().attempts().count()).isZero();
  }

  @Test
  void whatConcernsEveryCustomerHoldsOnlyWhileNothingWasAccepted() {
    world.deferringTo(retries, Outage.HOLD).asking(saying(NOBODY, "bob"));
    BatchReport alone = world.deliver(taking(10), dead, records("b@bob"));
    assertThat(count(alone, HELD)).isEqualTo(1);
    assertThat(alone.alarms()).containsExactly(Alarm.customersNotReady("the key is refused"));
    BatchReport mixed = world.deliver(taking(10), dead, records("a@ann", "b@bob"));
    assertThat(count(mixed, ACCEPTED)).isEqualTo(1);
    assertThat(count(mixed, DEFERRED)).isEqualTo(1);
    assertThat(retries.stored.getFirst().attempts().count()).isZero();
  }

  @Test
  void whatIsThrownOrLeftOutTurnsAwayThoseItWasAskedForAndNobodyElse() {
    world
        .deferringTo(retries, Outage.HOLD)
        .asking(
            new Answering(applicants -> {
              if (applicants.getFirst().customer().equals("bob")) {
                throw new IllegalStateException("bob is secret");
              }
              return Map.of("ann", ADMITTED);
            }));
    ScriptedSink sink = taking(2);
    world.deliver(sink, dead, records("b@bob", "b@bob", "a@ann", "d@dan"));
    assertThat(sink.calls()).containsExactly(List.of("a@ann-2-0"));
    assertThat(retries.stored)
        .extracting(letter -> letter.reason().safeText())
        .containsExactly(
            "its customer is not ready: asking failed: IllegalStateException",
            "its customer is not ready: asking failed: IllegalStateException",
            "its customer is not ready: it was not told");
  }

  @Test
  void askingLeavesTimeToSendAndToDefer() {
    var slow = new Slow(saying(AWAY, "s0", "s1", "s2", "s3"), world);
    world.deferringTo(retries, Outage.HOLD).asking(slow);
    ScriptedSink sink = taking(1);
    BatchReport report =
        world.deliver(sink, dead, records("a@s0", "b@s1", "c@s2", "d@s3", "e@ann"));
    assertThat(sink.calls()).containsExactly(List.of("e@ann-4-0"));
    assertThat(count(report, DEFERRED)).isEqualTo(4);
    assertThat(slow.took).isLessThanOrEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void itGoesOutOfTheRetryQueueOnceItsCustomerIsReadyInTheBytesThatWereMade() {
    world.deferringTo(retries, Outage.HOLD).asking(saying(AWAY, "bob"));
    world.deliver(taking(10), dead, records("b@bob"));
    Letter waiting = retries.stored.getFirst();
    world.asking(saying(AWAY));
    ScriptedSink sink = taking(10);
    BatchReport report = redelivered(sink, waiting);
    assertThat(count(report, ACCEPTED)).isEqualTo(1);
    assertThat(sink.sent.getFirst().events().getFirst().json())
        .isEqualTo(waiting.event().orElseThrow().json());
  }

  @Test
  void whatIsTriedEnoughIsDeadAndSaysForWhomItWaited() {
    world.deferringTo(retries, Outage.HOLD).asking(saying(AWAY, "bob"));
    world.deliver(taking(10), dead, records("b@bob"));
    Instant now = world.time.instant();
    int last = DeferralPolicy.DEFAULT.attempts() - 1;
    Letter waiting =
        retries.stored.getFirst().withAttempts(new Attempts(last, now, now.plusSeconds(1), false));
    BatchReport report = redelivered(taking(10), waiting);
    assertThat(count(report, DEAD_LETTERED)).isEqualTo(1);
    assertThat(dead.stored.getFirst().reason())
        .isEqualTo(
            Reason.of(
                Reason.Kind.CUSTOMER_NOT_READY,
                "it was tried 30 times, last: its customer is not ready: 503"));
  }

  /** However many there are, they do not fill memory, nor hold what comes behind them. */
  @Test
  void manyThatWaitAreNoBurden() {
    world.deferringTo(retries, Outage.HOLD).asking(saying(AWAY, "bob"));
    String[] values = new String[20_000];
    java.util.Arrays.fill(values, "b@bob");
    values[19_999] = "a@ann";
    BatchReport report = world.deliver(taking(1_000), dead, records(values));
    assertThat(count(report, DEFERRED)).isEqualTo(19_999);
    assertThat(count(report, ACCEPTED)).isEqualTo(1);
  }

  private BatchReport redelivered(ScriptedSink sink, Letter letter) {
    var message =
        StoredMessage.of(
            new SourceHandle.QueueMessage("m", "r"),
            Envelope.seal(letter).body(),
            world.time.instant(),
            World.REMAPPING);
    return world.deliver(
        sink, dead, List.of(message), Acknowledger.PER_RECORD, Duration.ofSeconds(60));
  }

  private record Answering(Function<List<Applicant>, Map<String, Admission>> answer)
      implements Customers {
    @Override
    public Map<String, Admission> admit(List<Applicant> applicants, Duration time) {
      return answer.apply(applicants);
    }

    @Override
    public Map<String, Admission> admitAnew(List<Applicant> applicants, Duration time) {
      return answer.apply(applicants);
    }
  }

  /** Takes all the time it is given. */
  private static final class Slow implements Customers {
    private final Customers customers;
    private final World world;
    private Duration took = Duration.ZERO;

    Slow(Customers customers, World world) {
      this.customers = customers;
      this.world = world;
    }

    @Override
    public Map<String, Admission> admit(List<Applicant> applicants, Duration time) {
      world.time.sleep(time);
      took = took.plus(time);
      return customers.admit(applicants, time);
    }

    @Override
    public Map<String, Admission> admitAnew(List<Applicant> applicants, Duration time) {
      return admit(applicants, time);
    }
  }
}
