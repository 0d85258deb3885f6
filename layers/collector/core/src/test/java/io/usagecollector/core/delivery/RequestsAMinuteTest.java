package io.usagecollector.core.delivery;

import static io.usagecollector.core.delivery.outcome.Tallies.tally;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.delivery.flight.OneAtATime;
import io.usagecollector.core.delivery.gate.InstanceGate;
import io.usagecollector.core.delivery.gate.MemoryBudget;
import io.usagecollector.core.delivery.gate.MemoryCircuit;
import io.usagecollector.core.delivery.gate.Permits;
import io.usagecollector.core.delivery.gate.RequestRate;
import io.usagecollector.core.delivery.outcome.Acknowledger;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.pace.RetryPolicy;
import io.usagecollector.core.delivery.pace.RetryTokens;
import io.usagecollector.core.delivery.pace.TimeBudget;
import io.usagecollector.core.event.SourceRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Delivery sends what it may, and waits for the rest inside the invocation's time. */
class RequestsAMinuteTest {
  private final World world = new World();
  private final MemoryBudget budget = new MemoryBudget();

  private BatchReport deliver(ScriptedSink sink, int perMinute, int records, Duration left) {
    var permits = new Permits(new RequestRate(perMinute), budget, world.time, new Random(5));
    var gate = new InstanceGate(world.time, new MemoryCircuit(), Optional.of(permits));
    var ports =
        new Ports(
            sink,
            new OneAtATime(),
            new MemoryLetters(),
            Optional.empty(),
            gate,
            RetryPolicy.DEFAULT,
            new RetryTokens(),
            world.time,
            new Random(7));
    List<SourceRecord> good =
        IntStream.range(0, records).mapToObj(i -> World.record(i, "good")).toList();
    return new Delivery(ports)
        .deliver(
            World.batch(good).inbound(sink.form()),
            new TimeBudget(world.time, left),
            Acknowledger.PER_RECORD);
  }

  private ScriptedSink accepting(int bulk) {
    return new ScriptedSink(world.time, bulk, ids -> ScriptedSink.ACCEPTED);
  }

  @Test
  void bulksWaitForTheirTurn() {
    ScriptedSink sink = accepting(10);
    long start = world.time.millis();
    assertThat(deliver(sink, 60, 200, Duration.ofMinutes(2)).tally())
        .isEqualTo(tally(200, 200, 0, 0, 0));
    assertThat(sink.sent).hasSize(20);
    assertThat(world.time.millis() - start).isBetween(19_000L, 23_000L);
    assertThat(budget.asked).isEqualTo(20);
  }

  @Test
  void whatHasNoTurnInTimeIsHeld() {
    ScriptedSink sink = accepting(10);
    BatchReport report = deliver(sink, 1, 100, Duration.ofSeconds(30));
    assertThat(report.tally()).isEqualTo(tally(100, 10, 0, 0, 90));
    assertThat(sink.sent).hasSize(1);
  }

  @Test
  void aBatchOfOneBulkTakesOnePortion() {
    deliver(accepting(1_000), 100, 500, Duration.ofSeconds(30));
    assertThat(budget.asked).isEqualTo(1);
  }
}
