package io.usagecollector.core.delivery;

import static io.usagecollector.core.delivery.ScriptedSink.ACCEPTED;
import static io.usagecollector.core.delivery.outcome.Acknowledger.PER_RECORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.delivery.bulk.Bulk;
import io.usagecollector.core.delivery.flight.BulkExchange;
import io.usagecollector.core.delivery.flight.Flights;
import io.usagecollector.core.delivery.flight.InFlight;
import io.usagecollector.core.delivery.flight.Landed;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.outcome.Outcome;
import io.usagecollector.core.delivery.pace.Outage;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.sink.Answer;
import io.usagecollector.core.sink.Sink;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several bulks are in flight at once, in virtual time. */
class SlowBulkTest {
  private final World world = new World();
  private final MemoryLetters dead = new MemoryLetters();
  private final MemoryLetters retries = new MemoryLetters();
  private final Instant start = world.time.instant();
  private int mostAtOnce;

  /** Each bulk takes its own time: they land in the order of their ends. */
  private final class Overlapping implements Flights {
    private final int most;
    private final Function<Bulk, Duration> takes;

    Overlapping(int most, Function<Bulk, Duration> takes) {
      this.most = most;
      this.takes = takes;
    }

    private record Flying(Instant end, Landed landed) {}

    @Override
    public int most() {
      return most;
    }

    @Override
    public InFlight open(Sink sink) {
      var exchange = new BulkExchange(sink);
      var flying = new PriorityQueue<Flying>(Comparator.comparing(Flying::end));
      return new InFlight() {
        @Override
        public void start(int number, Bulk bulk, Duration timeout) {
          Duration needed = takes.apply(bulk);
          boolean late = needed.compareTo(timeout) > 0;
          Answer answer =
              late ? FailingBulkTest.Poison.HANG.answer() : exchange.answer(bulk, timeout);
          Instant end = world.time.instant().plus(late ? timeout : needed);
          flying.add(new Flying(end, new Landed(number, answer)));
          mostAtOnce = Math.max(mostAtOnce, flying.size());
        }

        @Override
        public Optional<Landed> land(Duration atMost) {
          Instant now = world.time.instant();
          Instant until = now.plus(atMost);
          Flying first = flying.peek();
          boolean lands = first != null && !first.end().isAfter(until);
          Instant then = lands ? first.end() : until;
          if (then.isAfter(now)) {
            world.time.sleep(Duration.between(now, then));
          }
          return lands ? Optional.of(flying.remove().landed()) : Optional.empty();
        }

        @Override
        public void close() {}
      };
    }
  }

  private static List<SourceRecord> good(int count) {
    return IntStream.range(0, count).mapToObj(i -> World.record(i, "good")).toList();
  }

  private ScriptedSink accepting() {
    return new ScriptedSink(world.time, 10, ids -> ACCEPTED);
  }

  private BatchReport deliver(ScriptedSink sink, Flights flights, int count, Duration left) {
    return world
        .deferringTo(retries, Outage.HOLD)
        .flying(flights)
        .deliver(sink, dead, World.batch(good(count)), PER_RECORD, left);
  }

  private static boolean holds(Bulk bulk, long offset) {
    return bulk.pending().stream()
        .anyMatch(event -> event.event().eventId().equals("good-" + offset + "-0"));
  }

  @Test
  void asManyAsAreAllowedAreInFlightOnceOneWasAccepted() {
    ScriptedSink sink = accepting();
    Flights flights = new Overlapping(4, bulk -> Duration.ofMillis(100));
    deliver(sink, flights, 90, Duration.ofMinutes(1));
    assertThat(mostAtOnce).isEqualTo(4);
    assertThat(sink.times().get(1)).isEqualTo(start.plusMillis(100));
    assertThat(Duration.between(start, world.time.instant())).isEqualTo(Duration.ofMillis(300));
  }

  @Test
  void aSlowBulkDoesNotHoldTheOthersAlsoIfItIsTheFirst() {
    ScriptedSink sink = accepting();
    Flights flights =
        new Overlapping(4, bulk -> holds(bulk, 0) ? Duration.ofHours(1) : Duration.ofMillis(100));
    BatchReport report = deliver(sink, flights, 90, Duration.ofSeconds(10));
    assertThat(report.tally().count(Outcome.Kind.ACCEPTED)).isEqualTo(80);
    assertThat(report.tally().count(Outcome.Kind.DEFERRED)).isEqualTo(10);
    assertThat(sink.times().getLast()).isBefore(start.plusSeconds(2));
  }

  @Test
  void aServiceThatBreaksIsAskedLittleMoreThanWasInFlight() {
    ScriptedSink sink =
        new ScriptedSink(
            world.time,
            100,
            ids ->
                world.time.instant().isAfter(start.plusSeconds(30))
                    ? ScriptedSink.invalid("400")
                    : ACCEPTED);
    Flights flights = new Overlapping(10, bulk -> Duration.ofMillis(100));
    deliver(sink, flights, 900, Duration.ofMinutes(1));
    world.time.sleep(Duration.ofMinutes(1));
    sink.sent.clear();
    BatchReport report = deliver(sink, flights, 10_000, Duration.ofMinutes(1));
    assertThat(report.tally().count(Outcome.Kind.HELD)).isEqualTo(10_000);
    assertThat(sink.sent).hasSizeLessThanOrEqualTo(10 + 2 * 3 + 1 + 3);
    assertThat(dead.stored).isEmpty();
  }

  /** Its answer does not count any more, and it is no acceptance. */
  @Test
  void whatLandsLongAfterItsTimeIsTakenForLost() {
    ScriptedSink sink = accepting();
    Flights lost =
        new Flights() {
          @Override
          public int most() {
            return 2;
          }

          @Override
          public InFlight open(Sink any) {
            return new InFlight() {
              @Override
              public void start(int number, Bulk bulk, Duration timeout) {}

              @Override
              public Optional<Landed> land(Duration atMost) {
                world.time.sleep(atMost);
                return Optional.empty();
              }

              @Override
              public void close() {}
            };
          }
        };
    BatchReport report = deliver(sink, lost, 5, Duration.ofSeconds(10));
    assertThat(report.tally().count(Outcome.Kind.HELD)).isEqualTo(5);
    assertThat(world.time.instant()).isBeforeOrEqualTo(start.plusSeconds(10));
  }

  @Test
  void withSeveralInFlightRefusedCredentialsAreFetchedAnewOnce() {
    int[] calls = {0};
    ScriptedSink sink =
        new ScriptedSink(
            world.time,
            10,
            ids -> {
              calls[0]++;
              return calls[0] > 1 && calls[0] <= 5 ? ScriptedSink.UNAUTHORIZED : ACCEPTED;
            });
    Flights flights = new Overlapping(4, bulk -> Duration.ofMillis(100));
    BatchReport report = deliver(sink, flights, 90, Duration.ofMinutes(1));
    assertThat(report.tally().count(Outcome.Kind.ACCEPTED)).isEqualTo(90);
    assertThat(sink.renewals).isEqualTo(1);
    assertThat(report.alarms()).isEmpty();
  }
}
