package io.usagecollector.core.delivery;

import static io.usagecollector.core.delivery.World.records;
import static io.usagecollector.core.delivery.outcome.Tallies.tally;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.delivery.outcome.Acknowledger;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.outcome.Outcome;
import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.SourceRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A letter is stored once, and a batch is held only while nothing of it was accepted. */
class LettersOnceTest {
  private final World world = new World();
  private final MemoryLetters letters = new MemoryLetters();
  private final ScriptedSink sink = World.refusingBad(world.time, 1_000);

  /** A faulty record whose letter is larger than any message: noise, which nothing compresses. */
  private static SourceRecord huge(long offset) {
    byte[] key = new byte[900_000];
    new Random(offset).nextBytes(key);
    SourceRecord faulty = World.record(offset, "faulty");
    return new SourceRecord(new Coordinates("t", 0, offset), 1_000, key, faulty.value(), List.of());
  }

  @ParameterizedTest
  @EnumSource(Acknowledger.class)
  void aLetterThatIsTooLargeForAMessageIsStoredLikeItsNeighbours(Acknowledger acknowledger) {
    List<SourceRecord> batch =
        Stream.concat(records("faulty", "faulty", "good").stream(), Stream.of(huge(3))).toList();
    BatchReport report = world.deliver(sink, letters, World.batch(batch), acknowledger);
    assertThat(report.tally()).isEqualTo(tally(4, 1, 0, 3, 0));
    assertThat(report.alarms()).isEmpty();
    assertThat(letters.offsets()).containsExactly(0L, 1L, 3L);
  }

  /**
   * As far as a queue can take it: the faults of a batch of which something was accepted are
   * letters, whatever stops it afterwards.
   */
  @Property(tries = 300)
  void ofABatchOfWhichSomethingWasAcceptedNoFaultIsHeld(
      @ForAll @Size(min = 1, max = 30) List<Boolean> faulty, @ForAll long seed) {
    World fresh = new World();
    MemoryLetters queue = new MemoryLetters();
    Random random = new Random(seed);
    ScriptedSink failing =
        new ScriptedSink(
            fresh.time,
            random.nextInt(1, 5),
            ids -> random.nextInt(4) == 0 ? ScriptedSink.UNAUTHORIZED : ScriptedSink.ACCEPTED);
    List<String> values = new ArrayList<>();
    faulty.forEach(bad -> values.add(bad ? "faulty" : "good"));
    List<SourceRecord> batch = records(values.toArray(String[]::new));
    BatchReport report = fresh.deliver(failing, queue, batch);
    if (report.traffic().eventsAccepted() > 0) {
      report
          .records()
          .forEach(settled -> {
            if (settled.outcome() instanceof Outcome.Held(String why)) {
              assertThat(why).contains("the billing service refuses the API key");
            }
          });
      long mapped =
          report.records().stream()
              .filter(settled -> settled.outcome() instanceof Outcome.DeadLettered)
              .count();
      assertThat(queue.stored).hasSize((int) mapped);
    }
  }
}
