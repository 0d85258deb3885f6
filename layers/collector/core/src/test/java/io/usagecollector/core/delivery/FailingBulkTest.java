package io.usagecollector.core.delivery;

import static io.usagecollector.core.delivery.ScriptedSink.ACCEPTED;
import static io.usagecollector.core.delivery.ScriptedSink.UNAVAILABLE;
import static io.usagecollector.core.delivery.outcome.Acknowledger.PER_RECORD;
import static io.usagecollector.core.sink.FaultKey.Answered.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.delivery.outcome.Alarm;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.outcome.HeldRecord;
import io.usagecollector.core.delivery.outcome.Outcome;
import io.usagecollector.core.delivery.pace.Outage;
import io.usagecollector.core.event.SourceHandle;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.sink.Answer;
import io.usagecollector.core.sink.FaultKey;
import io.usagecollector.core.sink.TransportFault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A bulk that keeps failing is halved once others pass, and not while nothing does. */
class FailingBulkTest {
  /** What an event can do to the bulk it is in. */
  enum Poison {
    SERVER_ERROR,
    PROXYS_REFUSAL,
    STRANGE,
    RESET,
    HANG;

    Answer answer() {
      return switch (this) {
        case SERVER_ERROR -> UNAVAILABLE;
        case PROXYS_REFUSAL -> new Answer.Forbidden(status(403), "403, a page");
        case STRANGE -> new Answer.Unknown(status(200), "a page", Optional.empty());
        case RESET -> unanswered(TransportFault.CONNECTION_BROKEN);
        case HANG -> unanswered(TransportFault.TIMEOUT);
      };
    }

    private static Answer unanswered(TransportFault fault) {
      return new Answer.Transient(new FaultKey.Unanswered(fault), "no answer", Optional.empty());
    }
  }

  private final World world = new World();
  private final MemoryLetters dead = new MemoryLetters();
  private final MemoryLetters retries = new MemoryLetters();
  private final Instant start = world.time.instant();

  private static List<SourceRecord> batch(int count, Integer... poisoned) {
    Set<Integer> bad = Set.of(poisoned);
    return IntStream.range(0, count)
        .mapToObj(i -> World.record(i, bad.contains(i) ? "poison" : "good"))
        .toList();
  }

  /** A service that answers at once, but for bulks with poison in them. */
  private ScriptedSink poisoned(Poison poison, int bulk) {
    var sink = new AtomicReference<ScriptedSink>();
    Supplier<Duration> timeout = () -> sink.get().sent.getLast().timeout();
    sink.set(
        new ScriptedSink(
            world.time,
            bulk,
            ids -> {
              boolean bad = ids.stream().anyMatch(id -> id.startsWith("poison"));
              world.time.sleep(
                  bad && poison == Poison.HANG ? timeout.get() : Duration.ofMillis(20));
              return bad ? poison.answer() : ACCEPTED;
            }));
    return sink.get();
  }

  private BatchReport deliver(ScriptedSink sink, List<SourceRecord> batch) {
    return world
        .deferringTo(retries, Outage.HOLD)
        .deliver(sink, dead, World.batch(batch), PER_RECORD, Duration.ofMinutes(1));
  }

  private static int count(BatchReport report, Outcome.Kind kind) {
    return report.tally().count(kind);
  }

  @ParameterizedTest
  @EnumSource
  void ofFiveThousandEventsTheOneThatMakesItsBulkFailIsRetriedApart(Poison poison) {
    ScriptedSink sink = poisoned(poison, 1_000);
    BatchReport report = deliver(sink, batch(5_000, 617));
    assertThat(count(report, Outcome.Kind.ACCEPTED)).isEqualTo(4_999);
    assertThat(count(report, Outcome.Kind.DEFERRED)).isEqualTo(1);
    assertThat(retries.offsets()).containsExactly(617L);
    assertThat(Duration.between(start, world.time.instant())).isLessThan(Duration.ofMinutes(1));
    assertThat(sink.sent).hasSizeLessThanOrEqualTo(5 + 1 + 2 * 10 + 1);
  }

  /** Its own bulk is all there is: one event of it shows that the service is there. */
  @ParameterizedTest
  @EnumSource
  void itsNeighboursPassAlsoWhereNoOtherBulkShowsThatTheServiceIsThere(Poison poison) {
    ScriptedSink sink = poisoned(poison, 1_000);
    BatchReport report = deliver(sink, batch(1_000, 999));
    assertThat(count(report, Outcome.Kind.ACCEPTED)).isEqualTo(999);
    assertThat(retries.offsets()).containsExactly(999L);
  }

  /** Held records come again: the lot may have drawn the one event that tells nothing. */
  @Property(tries = 200)
  void howeverManyFailAndWhereTheOthersAreDelivered(
      @ForAll Poison poison,
      @ForAll @IntRange(min = 2, max = 400) int events,
      @ForAll @IntRange(min = 2, max = 100) int bulk,
      @ForAll Set<@IntRange(min = 0, max = 3) Integer> places) {
    var test = new FailingBulkTest();
    Integer[] bad =
        places.stream().map(place -> place * (events - 1) / 3).distinct().toArray(Integer[]::new);
    ScriptedSink sink = test.poisoned(poison, bulk);
    List<SourceRecord> waiting = batch(events, bad);
    int accepted = 0;
    for (int round = 0; round < 60 && !waiting.isEmpty(); round++) {
      BatchReport report = test.deliver(sink, waiting);
      accepted += report.traffic().eventsAccepted();
      Set<SourceHandle> held =
          report.held().stream().map(HeldRecord::handle).collect(Collectors.toSet());
      waiting =
          waiting.stream()
              .filter(record -> held.contains(new SourceHandle.KafkaRecord(record.at())))
              .toList();
      test.world.time.sleep(Duration.ofMinutes(1));
    }
    if (bad.length < events) {
      assertThat(waiting).isEmpty();
    }
    assertThat(accepted + test.retries.stored.size() + waiting.size()).isEqualTo(events);
  }

  @ParameterizedTest
  @EnumSource
  void whileNothingPassesNothingIsHalved(Poison poison) {
    ScriptedSink sink = new ScriptedSink(world.time, 10, ids -> poison.answer());
    BatchReport report = deliver(sink, batch(20));
    assertThat(count(report, Outcome.Kind.HELD)).isEqualTo(20);
    assertThat(retries.stored).isEmpty();
    assertThat(sink.calls()).map(List::size).containsOnlyOnce(1).containsOnly(10, 1);
  }

  @Test
  void aServiceThatCannotBeReachedIsNotAskedForSingleEvents() {
    Answer refused =
        new Answer.Transient(
            new FaultKey.Unanswered(TransportFault.CONNECTION_REFUSED),
            "refused",
            Optional.empty());
    ScriptedSink sink = ScriptedSink.answering(world.time, refused);
    assertThat(count(deliver(sink, batch(20)), Outcome.Kind.HELD)).isEqualTo(20);
    assertThat(sink.calls()).map(List::size).containsOnly(20);
  }

  @Test
  void anEventThatIsAloneIsDeferredIfOthersWereAcceptedWithinAMinute() {
    ScriptedSink sink = poisoned(Poison.SERVER_ERROR, 10);
    assertThat(count(deliver(sink, batch(1, 0)), Outcome.Kind.HELD)).isEqualTo(1);
    deliver(sink, batch(1));
    assertThat(count(deliver(sink, batch(1, 0)), Outcome.Kind.DEFERRED)).isEqualTo(1);
    world.time.sleep(Duration.ofMinutes(2));
    assertThat(count(deliver(sink, batch(1, 0)), Outcome.Kind.HELD)).isEqualTo(1);
  }

  @Test
  void aGatewayThatRefusesAllIsAskedOnceAMinuteAndAlarmed() {
    ScriptedSink sink = ScriptedSink.answering(world.time, Poison.PROXYS_REFUSAL.answer());
    int alarms = 0;
    for (int second = 0; second < 60; second++) {
      alarms +=
          (int)
              deliver(sink, batch(20)).alarms().stream()
                  .filter(one -> one.kind() == Alarm.Kind.FORBIDDEN)
                  .count();
      world.time.sleep(Duration.ofSeconds(1));
    }
    assertThat(alarms).isEqualTo(1);
    assertThat(sink.sent).hasSizeLessThanOrEqualTo(3);
    assertThat(retries.stored).isEmpty();
  }

  @Test
  void whatIsNotTheServicesEndpointIsAskedOnceAMinuteAndAlarmed() {
    Answer elsewhere = new Answer.Misconfigured(status(404), "404");
    ScriptedSink sink = ScriptedSink.answering(world.time, elsewhere);
    int alarms = 0;
    for (int second = 0; second < 59; second++) {
      BatchReport report = deliver(sink, batch(2_000));
      assertThat(count(report, Outcome.Kind.HELD)).isEqualTo(2_000);
      alarms +=
          (int)
              report.alarms().stream()
                  .filter(one -> one.kind() == Alarm.Kind.MISCONFIGURED)
                  .count();
      world.time.sleep(Duration.ofSeconds(1));
    }
    assertThat(alarms).isEqualTo(1);
    assertThat(sink.sent).hasSize(1);
  }

  @Test
  void aPieceOfABulkThatHangsIsGivenWhatOthersNeedAndNoMore() {
    ScriptedSink sink = poisoned(Poison.HANG, 1_000);
    deliver(sink, batch(2_000, 1_500));
    assertThat(sink.sent.getFirst().timeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(sink.sent.subList(2, sink.sent.size()))
        .allSatisfy(sent -> assertThat(sent.timeout()).isEqualTo(Duration.ofSeconds(2)));
  }

  /** In what order they fail, and which was asked last. */
  @Test
  void theLetterSaysHowItFailedAlone() {
    deliver(poisoned(Poison.SERVER_ERROR, 1_000), batch(2_000, 5));
    Letter letter = retries.stored.getFirst();
    assertThat(letter.reason().safeText()).isEqualTo("given up after 2 attempts, last: 503");
    assertThat(letter.attempts().ambiguous()).isTrue();
  }
}
