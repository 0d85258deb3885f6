package io.usagecollector.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.delivery.gate.InstanceGate;
import io.usagecollector.core.delivery.outcome.Acknowledger;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.pace.RetryPolicy;
import io.usagecollector.core.delivery.pace.TimeBudget;
import io.usagecollector.core.delivery.pace.VirtualTime;
import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.SourceHandle;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.record.Part;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A function instance and its unkind trigger, in virtual time: batches come again until every
 * record is acknowledged, while service and queue fail by lot. A failure names its seed; {@code
 * -Dsimulation.seed=N} plays it again alone.
 */
class SimulationTest {
  private static final int RUNS = 400;
  private static final int MOST_ROUNDS = 400;

  @Test
  void theLawsHoldWhateverGoesWrong() {
    Long seed = Long.getLong("simulation.seed");
    long first = seed == null ? new Random().nextLong() : seed;
    int drained = 0;
    for (long run = first; run < first + (seed == null ? RUNS : 1); run++) {
      try {
        drained += new Run(run).play() ? 1 : 0;
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("-Dsimulation.seed=" + run + ": " + e.getMessage(), e);
      }
    }
    assertThat(drained)
        .as("runs from seed %s that got every record settled", first)
        .isGreaterThan(seed == null ? RUNS / 2 : -1);
  }

  /** One seed's story. */
  private static final class Run {
    private final Random random;
    private final Faults faults;
    private final VirtualTime time = new VirtualTime();
    private final List<Invariant> invariants =
        List.of(
            new Invariant.CountsAddUp(),
            new Invariant.ARepeatCarriesTheSameBytes(),
            new Invariant.NothingIsAcknowledgedBeforeItsOutcomeStands(),
            new Invariant.NoGoodNeighbourIsLost(),
            new Invariant.NothingRunsPastTheDeadline(),
            new Invariant.RefusedCredentialsAreNotHammered(),
            new Invariant.RetryAfterIsObeyed());
    private final FaultySink sink;
    private final MemoryLetters letters;
    private final Delivery delivery;
    private final Acknowledger acknowledgement;
    private List<SourceRecord> waiting;
    private Instant workEnds = Instant.MIN;

    Run(long seed) {
      random = new Random(seed);
      faults = Faults.drawn(random);
      sink =
          new FaultySink(
              time,
              random,
              faults,
              exchange -> {
                assertThat(exchange.start().truncatedTo(ChronoUnit.MILLIS).plus(exchange.timeout()))
                    .as("a request ends within the time for work")
                    .isBeforeOrEqualTo(workEnds);
                invariants.forEach(law -> law.afterCall(exchange));
              });
      letters = new MemoryLetters(letter -> random.nextDouble() >= faults.letterRefused());
      delivery =
          new Delivery(
              new Ports(sink, letters, new InstanceGate(time), RetryPolicy.DEFAULT, time, random));
      acknowledgement = random.nextBoolean() ? Acknowledger.PER_RECORD : Acknowledger.WHOLE_BATCH;
      waiting = IntStream.range(0, random.nextInt(1, 60)).mapToObj(this::record).toList();
    }

    private SourceRecord record(int offset) {
      int words = random.nextInt(10) == 0 ? random.nextInt(2, 5) : 1;
      String value = String.join(" ", Stream.generate(this::word).limit(words).toList());
      SourceRecord record = World.record(offset, value);
      Coordinates at = new Coordinates("t", random.nextInt(3), offset);
      return new SourceRecord(at, 1_000, null, record.value(), List.of());
    }

    private String word() {
      if (random.nextDouble() < faults.badEvent()) {
        return "bad";
      }
      if (random.nextDouble() < faults.faultyRecord()) {
        return "faulty";
      }
      return random.nextInt(8) == 0 ? "filtered" : "good";
    }

    /** Some records take long, though none so long that the reserve cannot bear it. */
    private List<Part> map(SourceRecord record, Duration left) {
      if (random.nextDouble() < faults.slowMapping()) {
        long longest = Math.min(2_000, left.toMillis() / 4);
        time.sleep(Duration.ofMillis(random.nextLong(longest + 1)));
      }
      return World.PIPELINE.process(record);
    }

    /** True if every record was settled in the end. */
    boolean play() {
      for (int round = 0; round < MOST_ROUNDS && !waiting.isEmpty(); round++) {
        invocation();
        time.sleep(Duration.ofMillis(random.nextLong(2_000)));
      }
      return waiting.isEmpty();
    }

    /** The trigger cuts what waits anew each time, and mixes the partitions. */
    private void invocation() {
      List<SourceRecord> shuffled = new ArrayList<>(waiting);
      Collections.shuffle(shuffled, random);
      Duration left =
          random.nextDouble() < faults.shortTime()
              ? Duration.ofMillis(random.nextLong(5_000))
              : Duration.ofSeconds(60);
      Batch batch =
          new Batch(
              World.ORIGIN,
              record -> map(record, left),
              shuffled.subList(0, random.nextInt(1, Math.min(30, shuffled.size()) + 1)));
      Instant deadline = time.instant().plus(left);
      TimeBudget budget = new TimeBudget(time, left);
      workEnds = Instant.ofEpochMilli(budget.workEnds(0));
      BatchReport report = delivery.deliver(batch.inbound(sink.form()), budget, acknowledgement);
      var invocation =
          new Invariant.Invocation(
              batch,
              report,
              acknowledgement,
              deadline,
              time.instant(),
              sink.stored,
              letters.stored);
      invariants.forEach(law -> law.afterBatch(invocation));
      Set<SourceHandle> acknowledged = invocation.acknowledged();
      waiting =
          waiting.stream()
              .filter(record -> !acknowledged.contains(new SourceHandle.KafkaRecord(record.at())))
              .toList();
    }
  }
}
