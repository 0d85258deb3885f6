package io.usagecollector.core.delivery;

import static io.usagecollector.core.delivery.World.records;
import static io.usagecollector.core.delivery.outcome.Tallies.tally;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.delivery.flight.OneAtATime;
import io.usagecollector.core.delivery.gate.InstanceGate;
import io.usagecollector.core.delivery.outcome.Acknowledger;
import io.usagecollector.core.delivery.outcome.Alarm;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.outcome.Outcome;
import io.usagecollector.core.delivery.pace.RetryPolicy;
import io.usagecollector.core.delivery.pace.RetryTokens;
import io.usagecollector.core.delivery.pace.TimeBudget;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.sink.Answer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Decision 4: a refused bulk is halved until the bad event stands alone. */
class RefusedBulkTest {
  private final World world = new World();
  private final MemoryLetters letters = new MemoryLetters();

  @Test
  void theBadEventIsFoundInLogarithmicallyManyCalls() {
    ScriptedSink sink = World.refusingBad(world.time, 1_000);
    List<SourceRecord> batch =
        IntStream.range(0, 1_000)
            .mapToObj(i -> World.record(i, i == 617 ? "bad" : "good"))
            .toList();
    BatchReport report = world.deliver(sink, letters, batch);
    assertThat(report.tally()).isEqualTo(tally(1_000, 999, 0, 1, 0));
    assertThat(letters.offsets()).containsExactly(617L);
    assertThat(sink.sent).hasSizeLessThanOrEqualTo(21);
    assertThat(report.traffic().eventsAccepted()).isEqualTo(999);
  }

  @Test
  void neighboursGoThroughWithTheirOwnIdsOnceEach() {
    ScriptedSink sink = World.refusingBad(world.time, 8);
    world.deliver(sink, letters, records("a", "bad", "b", "c"));
    assertThat(
            sink.calls().stream()
                .filter(ids -> ids.stream().noneMatch(id -> id.startsWith("bad")))
                .flatMap(List::stream))
        .containsExactlyInAnyOrder("a-0-0", "b-2-0", "c-3-0");
  }

  /** The service may have stored what stood before the one that it refused. */
  @Test
  void whatWasInARefusedBulkMayBeStored() {
    ScriptedSink sink = World.refusingBad(world.time, 8);
    world.deliver(sink, letters, records("a", "bad", "b", "c"));
    world.deliver(sink, letters, records("bad"));
    assertThat(letters.stored)
        .map(letter -> letter.attempts().ambiguous())
        .containsExactly(true, false);
  }

  @Test
  void whenEverythingIsRefusedAlikeItStopsAndHoldsEverything() {
    ScriptedSink sink = ScriptedSink.answering(world.time, ScriptedSink.invalid("400"));
    String[] values = new String[64];
    Arrays.fill(values, "good");
    values[5] = "faulty";
    BatchReport report = world.deliver(sink, letters, records(values));
    assertThat(report.tally()).isEqualTo(tally(64, 0, 0, 0, 64));
    assertThat(letters.stored).isEmpty();
    assertThat(report.alarms()).map(Alarm::kind).containsExactly(Alarm.Kind.ALL_REFUSED_ALIKE);
    long alone = sink.calls().stream().filter(ids -> ids.size() == 1).count();
    assertThat(alone).isEqualTo(3);
  }

  /** Else a bulk is forgotten, and the counts do not add up. */
  @Test
  void whatGoesOutAgainWithAnotherKeyGoesFirstAlsoWhileEventsAreDrawnByLot() {
    Answer refused = ScriptedSink.invalid("400");
    ScriptedSink sink =
        ScriptedSink.answering(
            world.time,
            refused,
            refused,
            refused,
            refused,
            ScriptedSink.UNAUTHORIZED,
            refused,
            ScriptedSink.UNAUTHORIZED,
            ScriptedSink.ACCEPTED);
    List<SourceRecord> batch = records(Collections.nCopies(64, "good").toArray(String[]::new));
    BatchReport report = world.deliver(sink, letters, batch);
    assertThat(report.tally()).isEqualTo(tally(64, 63, 0, 1, 0));
    assertThat(sink.calls().get(4)).hasSize(1).isEqualTo(sink.calls().get(5));
  }

  /** Nothing tells them from events of a service that refuses everything, but an accepted one. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10})
  void badEventsAloneAreLettersOnceAGoodOneWasAcceptedAfterThem(int count) {
    ScriptedSink sink = World.refusingBad(world.time, 1_000);
    List<SourceRecord> bad = records(Collections.nCopies(count, "bad").toArray(String[]::new));
    BatchReport held = world.deliver(sink, letters, bad);
    assertThat(held.tally()).isEqualTo(tally(count, 0, 0, 0, count));
    assertThat(held.alarms()).map(Alarm::kind).containsExactly(Alarm.Kind.ALL_REFUSED_ALIKE);
    assertThat(world.deliver(sink, letters, records("good")).tally())
        .isEqualTo(tally(1, 1, 0, 0, 0));
    assertThat(world.deliver(sink, letters, bad).tally()).isEqualTo(tally(count, 0, 0, count, 0));
  }

  @Test
  void aServiceThatRefusesEverythingNeverEmptiesAQuietTopicIntoLetters() {
    boolean[] broken = {false};
    ScriptedSink sink =
        new ScriptedSink(
            world.time,
            1_000,
            ids -> broken[0] ? ScriptedSink.invalid("400") : ScriptedSink.ACCEPTED);
    world.deliver(sink, letters, records("good"));
    broken[0] = true;
    List<SourceRecord> pair = records("good", "good");
    for (int batch = 0; batch < 1_000; batch++) {
      world.deliver(sink, letters, pair);
      world.time.sleep(Duration.ofSeconds(1));
    }
    assertThat(letters.stored).hasSizeLessThanOrEqualTo(10);
    assertThat(sink.sent).hasSizeLessThan(400);
    broken[0] = false;
    world.time.sleep(Duration.ofMinutes(1));
    assertThat(world.deliver(sink, letters, pair).tally()).isEqualTo(tally(2, 2, 0, 0, 0));
  }

  @Test
  void eventsRefusedInDifferentWordsAreBadEvents() {
    ScriptedSink sink =
        new ScriptedSink(
            world.time,
            1,
            ids -> ScriptedSink.invalid(ids.getFirst().startsWith("a") ? "400 a" : "400 b"));
    assertThat(world.deliver(sink, letters, records("a", "a", "b", "b")).tally())
        .isEqualTo(tally(4, 0, 0, 4, 0));
  }

  @Test
  void threeBadEventsAheadOfAThousandGoodOnesAreBadEvents() {
    ScriptedSink sink = World.refusingBad(world.time, 1_000);
    List<SourceRecord> batch =
        IntStream.range(0, 1_003).mapToObj(i -> World.record(i, i < 3 ? "bad" : "good")).toList();
    BatchReport report = world.deliver(sink, letters, batch);
    assertThat(report.tally()).isEqualTo(tally(1_003, 1_000, 0, 3, 0));
    assertThat(report.alarms()).isEmpty();
  }

  /** However the bad events lie, a batch that comes again and again is settled in the end. */
  @Property(tries = 200)
  void aBatchWithAGoodEventIsNotHeldForEver(
      @ForAll @IntRange(min = 0, max = 255) int bad, @ForAll long seed) {
    Random random = new Random(seed);
    List<SourceRecord> batch =
        IntStream.range(0, 9)
            .mapToObj(i -> World.record(i, i < 8 && (bad >> i & 1) == 1 ? "bad" : "good"))
            .toList();
    boolean settled = false;
    for (int round = 0; round < 60 && !settled; round++) {
      World again = new World();
      ScriptedSink sink = World.refusingBad(again.time, 9);
      Ports ports =
          new Ports(
              sink,
              new OneAtATime(),
              new MemoryLetters(),
              Optional.empty(),
              new InstanceGate(again.time),
              RetryPolicy.DEFAULT,
              new RetryTokens(),
              again.time,
              random);
      settled =
          new Delivery(ports)
                  .deliver(
                      World.batch(batch).inbound(sink.form()),
                      new TimeBudget(again.time, Duration.ofMinutes(1)),
                      Acknowledger.PER_RECORD)
                  .tally()
                  .count(Outcome.Kind.HELD)
              == 0;
    }
    assertThat(settled).isTrue();
  }
}
