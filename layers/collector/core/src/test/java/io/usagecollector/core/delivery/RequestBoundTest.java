package io.usagecollector.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.delivery.admission.ScriptedCustomers;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.outcome.Outcome;
import io.usagecollector.core.delivery.pace.Outage;
import io.usagecollector.core.event.SourceRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What a batch costs in requests is bounded by its events and its bad events. */
class RequestBoundTest {
  /**
   * What a batch costs in requests, repeats aside, as {@link Dispatch} states it: for B bulks of at
   * most m, of which b events are refused for good.
   */
  private static long bound(long events, long bulk, long bad) {
    long bulks = (events + bulk - 1) / bulk;
    long depth = 64L - Long.numberOfLeadingZeros(Math.max(1, Math.min(bulk, events)) - 1);
    return Math.min(bulks + 3 * Math.min(bulks, bad) + 2 * bad * depth, 2 * events + 3 * bulks);
  }

  private static List<SourceRecord> batch(int events, int badOfAThousand, Random random) {
    List<SourceRecord> batch = new ArrayList<>();
    for (int i = 0; i < events; i++) {
      boolean bad = random.nextInt(1_000) < badOfAThousand;
      batch.add(World.record(i, bad ? "bad" : "good"));
    }
    return batch;
  }

  @Property(tries = 60)
  void requestsStayWithinTheBoundHoweverManyEventsAreBad(
      @ForAll @IntRange(min = 1, max = 10_000) int events,
      @ForAll @IntRange(min = 1, max = 1_000) int bulk,
      @ForAll @IntRange(min = 0, max = 1_000) int badOfAThousand,
      @ForAll long seed) {
    World world = new World();
    ScriptedSink sink = World.refusingBad(world.time, bulk);
    MemoryLetters letters = new MemoryLetters();
    List<SourceRecord> batch = batch(events, badOfAThousand, new Random(seed));
    long bad = batch.stream().filter(record -> record.value()[0] == 'b').count();
    BatchReport report = world.deliver(sink, letters, batch);
    assertThat((long) sink.sent.size()).isLessThanOrEqualTo(bound(events, bulk, bad));
    assertThat(report.tally().count(Outcome.Kind.DEAD_LETTERED)).isEqualTo(letters.stored.size());
  }

  @Property(tries = 60)
  void withARetryQueueAShareOfTheEventsIsTheMostHoweverManyAreBad(
      @ForAll @IntRange(min = 1, max = 10_000) int events,
      @ForAll @IntRange(min = 1, max = 1_000) int bulk,
      @ForAll @IntRange(min = 0, max = 1_000) int badOfAThousand,
      @ForAll long seed) {
    World world = new World().deferringTo(new MemoryLetters(), Outage.HOLD);
    ScriptedSink sink = World.refusingBad(world.time, bulk);
    world.deliver(sink, new MemoryLetters(), batch(events, badOfAThousand, new Random(seed)));
    int bulks = (events + bulk - 1) / bulk;
    assertThat(sink.sent.size())
        .isLessThanOrEqualTo(bulks + 200 + events / 10 + Dispatch.MOST_REQUESTS_OF_A_SUSPICION);
  }

  /** An event that is refused for good goes out once more, and not twice. */
  @Property(tries = 60)
  void whereCustomersAreAskedForEachBadEventCostsOneRequestMore(
      @ForAll @IntRange(min = 1, max = 10_000) int events,
      @ForAll @IntRange(min = 1, max = 1_000) int bulk,
      @ForAll @IntRange(min = 0, max = 1_000) int badOfAThousand,
      @ForAll long seed) {
    ScriptedCustomers customers = new ScriptedCustomers(name -> ScriptedCustomers.ADMITTED);
    World world = new World().asking(customers);
    ScriptedSink sink = World.refusingBad(world.time, bulk);
    List<SourceRecord> batch = batch(events, badOfAThousand, new Random(seed));
    long bad = batch.stream().filter(record -> record.value()[0] == 'b').count();
    world.deliver(sink, new MemoryLetters(), batch);
    assertThat((long) sink.sent.size()).isLessThanOrEqualTo(bound(events, bulk, bad) + bad);
    assertThat(
            sink.calls().stream()
                .filter(ids -> ids.size() == 1)
                .collect(Collectors.groupingBy(List::getFirst, Collectors.counting()))
                .values())
        .allMatch(times -> times <= 2);
    assertThat(customers.asked.stream().filter(ScriptedCustomers.Asked::anew).count())
        .isLessThanOrEqualTo(1);
  }

  @Property(tries = 60)
  void aServiceThatRefusesEverythingCostsAHandfulHoweverLargeTheBatch(
      @ForAll @IntRange(min = 1, max = 10_000) int events,
      @ForAll @IntRange(min = 1, max = 1_000) int bulk) {
    World world = new World();
    ScriptedSink sink = World.refusingBad(world.time, bulk);
    MemoryLetters letters = new MemoryLetters();
    BatchReport report = world.deliver(sink, letters, batch(events, 1_000, new Random(1)));
    assertThat(report.tally().count(Outcome.Kind.HELD)).isEqualTo(events);
    assertThat(letters.stored).isEmpty();
    assertThat(sink.sent).hasSizeLessThanOrEqualTo(Dispatch.MOST_REQUESTS_OF_A_SUSPICION);
  }

  @Property(tries = 60)
  void aServiceThatNamesBadEventsCostsNoMore(
      @ForAll @IntRange(min = 1, max = 10_000) int events,
      @ForAll @IntRange(min = 1, max = 1_000) int bulk,
      @ForAll @IntRange(min = 0, max = 1_000) int badOfAThousand,
      @ForAll @IntRange(min = 1, max = 1_000) int named,
      @ForAll long seed) {
    World world = new World();
    ScriptedSink sink = World.namingBad(world.time, bulk, named);
    MemoryLetters letters = new MemoryLetters();
    List<SourceRecord> batch = batch(events, badOfAThousand, new Random(seed));
    long bad = batch.stream().filter(record -> record.value()[0] == 'b').count();
    BatchReport report = world.deliver(sink, letters, batch);
    assertThat((long) sink.sent.size()).isLessThanOrEqualTo(bound(events, bulk, bad));
    assertThat(report.tally().count(Outcome.Kind.DEAD_LETTERED)).isEqualTo(letters.stored.size());
    assertThat(report.tally().count(Outcome.Kind.DEAD_LETTERED)).isLessThanOrEqualTo((int) bad);
  }

  @Property(tries = 60)
  void aServiceThatRefusesEverythingByNameCostsAHandfulHoweverLargeTheBatch(
      @ForAll @IntRange(min = 1, max = 10_000) int events,
      @ForAll @IntRange(min = 1, max = 1_000) int bulk,
      @ForAll @IntRange(min = 1, max = 1_000) int named) {
    World world = new World();
    ScriptedSink sink = World.namingBad(world.time, bulk, named);
    MemoryLetters letters = new MemoryLetters();
    BatchReport report = world.deliver(sink, letters, batch(events, 1_000, new Random(1)));
    assertThat(report.tally().count(Outcome.Kind.HELD)).isEqualTo(events);
    assertThat(letters.stored).isEmpty();
    assertThat(sink.sent).hasSizeLessThanOrEqualTo(Dispatch.MOST_REQUESTS_OF_A_SUSPICION);
  }
}
