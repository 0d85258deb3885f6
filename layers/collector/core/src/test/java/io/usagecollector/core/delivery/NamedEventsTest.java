package io.usagecollector.core.delivery;

import static io.usagecollector.core.delivery.World.records;
import static io.usagecollector.core.delivery.outcome.Tallies.tally;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.delivery.outcome.Alarm;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.sink.Answer;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that names the bad events of a bulk is believed, where it can be. */
class NamedEventsTest {
  private final World world = new World();
  private final MemoryLetters letters = new MemoryLetters();

  private static List<SourceRecord> hundred(Integer... bad) {
    return IntStream.range(0, 100)
        .mapToObj(i -> World.record(i, List.of(bad).contains(i) ? "bad" : "good"))
        .toList();
  }

  @Test
  void oneBadEventOfAHundredCostsOneRequestMore() {
    ScriptedSink sink = World.namingBad(world.time, 100, 1);
    BatchReport report = world.deliver(sink, letters, hundred(61));
    assertThat(report.tally()).isEqualTo(tally(100, 99, 0, 1, 0));
    assertThat(letters.offsets()).containsExactly(61L);
    assertThat(sink.calls()).hasSize(2);
    assertThat(sink.calls().get(1)).hasSize(99).doesNotContain("bad-61-0");
  }

  @Test
  void severalThatAreNamedAtOnceCostOneRequestMore() {
    ScriptedSink sink = World.namingBad(world.time, 100, 1_000);
    BatchReport report = world.deliver(sink, letters, hundred(0, 61, 99));
    assertThat(report.tally()).isEqualTo(tally(100, 97, 0, 3, 0));
    assertThat(letters.offsets()).containsExactlyInAnyOrder(0L, 61L, 99L);
    assertThat(sink.calls()).hasSize(2);
  }

  /** It took none of the bulk, so a letter need not say that its event may be stored. */
  @Test
  void whatIsNamedIsNotStored() {
    ScriptedSink sink = World.namingBad(world.time, 8, 1);
    world.deliver(sink, letters, records("a", "bad", "b"));
    assertThat(letters.stored).map(letter -> letter.attempts().ambiguous()).containsExactly(false);
  }

  @Test
  void manyThatAreNamedOneByOneDoNotHoldTheirBatch() {
    ScriptedSink sink = World.namingBad(world.time, 100, 1);
    BatchReport report = world.deliver(sink, letters, hundred(3, 4, 5, 17, 40, 98));
    assertThat(report.tally()).isEqualTo(tally(100, 94, 0, 6, 0));
    assertThat(report.alarms()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 64})
  void whatRefusesEverythingByNameIsHeldAndNothingIsALetter(int named) {
    ScriptedSink sink = World.namingBad(world.time, 1_000, named);
    List<SourceRecord> bad = records(Collections.nCopies(64, "bad").toArray(String[]::new));
    BatchReport report = world.deliver(sink, letters, bad);
    assertThat(report.tally()).isEqualTo(tally(64, 0, 0, 0, 64));
    assertThat(letters.stored).isEmpty();
    assertThat(report.alarms()).map(Alarm::kind).containsExactly(Alarm.Kind.ALL_REFUSED_ALIKE);
  }

  /** A place that was not sent is no place: then the bulk is halved. */
  @ParameterizedTest
  @ValueSource(ints = {-1, 4, 1_000})
  void aNameThatIsNoneIsNotBelieved(int place) {
    var sink =
        new ScriptedSink(
            world.time,
            4,
            ids ->
                ids.stream().anyMatch(id -> id.startsWith("bad"))
                    ? ScriptedSink.naming("400", List.of(0, place))
                    : ScriptedSink.ACCEPTED);
    BatchReport report = world.deliver(sink, letters, records("a", "b", "bad", "c"));
    assertThat(report.tally()).isEqualTo(tally(4, 3, 0, 1, 0));
    assertThat(letters.offsets()).containsExactly(2L);
  }

  @Test
  void aRefusalNamesWhatWasSentAlone() {
    var naming = (Answer.Invalid) ScriptedSink.naming("400", List.of(3, 1, 3));
    assertThat(naming.guilty()).containsExactly(1, 3);
    assertThat(naming.names(4)).isTrue();
    assertThat(naming.names(3)).isFalse();
    assertThat(((Answer.Invalid) ScriptedSink.invalid("400")).names(3)).isFalse();
  }
}
