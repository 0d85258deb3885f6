package io.usagecollector.core.delivery;

import static io.usagecollector.core.delivery.World.records;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.event.SourceRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

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
    assertThat(report.tally()).isEqualTo(new Tally(1_000, 999, 0, 1, 0));
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

  @Test
  void whenEverythingIsRefusedAlikeItStopsAndHoldsEverything() {
    ScriptedSink sink = ScriptedSink.answering(world.time, ScriptedSink.invalid("400"));
    String[] values = new String[64];
    Arrays.fill(values, "good");
    values[5] = "faulty";
    BatchReport report = world.deliver(sink, letters, records(values));
    assertThat(report.tally()).isEqualTo(new Tally(64, 0, 0, 0, 64));
    assertThat(letters.stored).isEmpty();
    assertThat(report.alarms()).map(Alarm::kind).containsExactly(Alarm.Kind.ALL_REFUSED_ALIKE);
    long alone = sink.calls().stream().filter(ids -> ids.size() == 1).count();
    assertThat(alone).isEqualTo(3);
  }

  @Test
  void oneOrTwoBadEventsAloneAreBadEvents() {
    ScriptedSink sink = World.refusingBad(world.time, 8);
    assertThat(world.deliver(sink, letters, records("bad", "bad")).tally())
        .isEqualTo(new Tally(2, 0, 0, 2, 0));
  }

  @Test
  void eventsRefusedInDifferentWordsAreBadEvents() {
    ScriptedSink sink =
        new ScriptedSink(
            world.time,
            1,
            ids -> ScriptedSink.invalid(ids.getFirst().startsWith("a") ? "400 a" : "400 b"));
    assertThat(world.deliver(sink, letters, records("a", "a", "b", "b")).tally())
        .isEqualTo(new Tally(4, 0, 0, 4, 0));
  }

  @Test
  void threeBadEventsAheadOfAThousandGoodOnesAreBadEvents() {
    ScriptedSink sink = World.refusingBad(world.time, 1_000);
    List<SourceRecord> batch =
        IntStream.range(0, 1_003).mapToObj(i -> World.record(i, i < 3 ? "bad" : "good")).toList();
    BatchReport report = world.deliver(sink, letters, batch);
    assertThat(report.tally()).isEqualTo(new Tally(1_003, 1_000, 0, 3, 0));
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
              new MemoryLetters(),
              new ServiceGate(again.time),
              RetryPolicy.DEFAULT,
              again.time,
              random);
      settled =
          new Delivery(ports)
                  .deliver(
                      World.batch(batch),
                      new TimeBudget(again.time, java.time.Duration.ofMinutes(1)),
                      Acknowledgement.PER_RECORD)
                  .tally()
                  .held()
              == 0;
    }
    assertThat(settled).isTrue();
  }
}
