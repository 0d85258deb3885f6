package io.usagecollector.core.delivery;

import static io.usagecollector.core.delivery.World.record;
import static io.usagecollector.core.delivery.outcome.Tallies.tally;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.delivery.item.Inbound;
import io.usagecollector.core.delivery.outcome.Acknowledger;
import io.usagecollector.core.delivery.outcome.Alarm;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.outcome.Outcome;
import io.usagecollector.core.delivery.pace.Outage;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceHandle;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.letter.Envelope;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.source.StoredMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A partition begins with events that are refused alike. Its trigger hands over the next ones only
 * when they are out of the way, so nothing shows whose the fault is.
 */
class SetAsideTest {
  private final World world = new World();
  private final MemoryLetters dead = new MemoryLetters();
  private final MemoryLetters retries = new MemoryLetters();
  private long committed;

  /** Hands over a batch a second from the committed offset on. */
  private List<BatchReport> consume(
      ScriptedSink sink, LongPredicate bad, int batch, Acknowledger acknowledger, int seconds) {
    world.deferringTo(retries, Outage.HOLD);
    List<BatchReport> reports = new ArrayList<>();
    for (int second = 0; second < seconds; second++) {
      List<SourceRecord> next = new ArrayList<>();
      for (long at = committed; at < committed + batch; at++) {
        next.add(record(at, bad.test(at) ? "bad" : "good"));
      }
      BatchReport report = world.deliver(sink, dead, World.batch(next), acknowledger);
      if (report.held().isEmpty()) {
        committed += batch;
      }
      reports.add(report);
      world.time.sleep(Duration.ofSeconds(1));
    }
    return reports;
  }

  @ParameterizedTest
  @CsvSource({"10, 10", "20, 10", "3, 3", "1, 1"})
  void whatIsBehindThemIsDeliveredWithinMinutes(int count, int batch) {
    ScriptedSink sink = World.refusingBad(world.time, 1_000);
    List<BatchReport> reports =
        consume(sink, offset -> offset < count, batch, Acknowledger.WHOLE_BATCH, 300);
    assertThat(reports.getFirst().tally().count(Outcome.Kind.HELD)).isEqualTo(batch);
    assertThat(reports.getFirst().alarms())
        .map(Alarm::kind)
        .containsExactly(Alarm.Kind.ALL_REFUSED_ALIKE);
    assertThat(committed).isGreaterThan(count + 1_000 / 10);
    assertThat(retries.stored).hasSize(count);
    assertThat(dead.stored).isEmpty();
  }

  private Inbound message(String id, Letter letter) {
    String body = Envelope.seal(letter).body();
    var handle = new SourceHandle.QueueMessage(id, "r");
    return StoredMessage.of(handle, body, world.time.instant(), World.REMAPPING);
  }

  @Test
  void onceAGoodOneWasAcceptedTheyAreDeadLetters() {
    ScriptedSink sink = World.refusingBad(world.time, 1_000);
    consume(sink, offset -> offset < 10, 10, Acknowledger.PER_RECORD, 60);
    List<Inbound> again = new ArrayList<>();
    for (Letter letter : retries.stored) {
      again.add(message("m" + again.size(), letter));
    }
    BatchReport report =
        world.deliver(sink, dead, again, Acknowledger.PER_RECORD, Duration.ofMinutes(1));
    assertThat(report.tally()).isEqualTo(tally(10, 0, 0, 10, 0));
  }

  /** In the first hour: after three seconds, 1, 2, 4, 8, 16 minutes more. */
  @ParameterizedTest
  @CsvSource({"1", "3", "10", "1000"})
  void aServiceThatRefusesEverythingEmptiesNoTopic(int batch) {
    ScriptedSink sink = World.refusingBad(world.time, 1_000);
    consume(sink, offset -> true, batch, Acknowledger.PER_RECORD, 3_600);
    assertThat(dead.stored).isEmpty();
    assertThat(retries.stored).hasSizeLessThanOrEqualTo(7 * 10);
  }

  @Test
  void whatWasDeferredAndIsRefusedAgainWithNothingToCompareItWithIsAnAttempt() {
    world.deferringTo(retries, Outage.HOLD);
    ScriptedSink sink = World.refusingBad(world.time, 1_000);
    Letter letter =
        World.batch(World.records("bad"))
            .inbound(World.FORM)
            .getFirst()
            .letter(
                0,
                Reason.of(Reason.Kind.REFUSED_BY_SERVICE, "400"),
                Optional.of(World.event("bad-0-0")),
                false,
                world.time.instant())
            .toBeTriedAgain(world.time.instant());
    List<Inbound> again = List.of(message("m", letter));
    BatchReport report =
        world.deliver(sink, dead, again, Acknowledger.PER_RECORD, Duration.ofMinutes(1));
    assertThat(report.tally().count(Outcome.Kind.DEFERRED)).isEqualTo(1);
    assertThat(retries.stored.getFirst().attempts().count()).isEqualTo(2);
  }
}
