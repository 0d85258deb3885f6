package io.usagecollector.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.delivery.flight.OneAtATime;
import io.usagecollector.core.delivery.gate.Gate;
import io.usagecollector.core.delivery.gate.InstanceGate;
import io.usagecollector.core.delivery.outcome.Acknowledger;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.pace.RetryPolicy;
import io.usagecollector.core.delivery.pace.RetryTokens;
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
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One seed's story: an instance, its trigger, a service and a queue. One in 40 is large. */
final class Simulation {
  private final Random random;
  private final Faults faults;
  private final VirtualTime time = new VirtualTime();
  private final Gate gate = new InstanceGate(time);
  private final Invariant.NothingIsBilledTwice bill = new Invariant.NothingIsBilledTwice();
  private final List<Invariant> invariants;
  private final FaultySink sink;
  private final MemoryLetters letters;
  private final Delivery delivery;
  private final Acknowledger acknowledgement;
  private final List<SourceRecord> all;
  private final int mostRounds;
  private final int mostInABatch;
  private List<SourceRecord> waiting;
  private Instant workEnds = Instant.MIN;
  private Duration reserve = Duration.ZERO;
  private int mapped;

  Simulation(long seed) {
    random = new Random(seed);
    boolean large = random.nextInt(40) == 0;
    faults = large ? Faults.drawn(random).withFewBadEvents() : Faults.drawn(random);
    int bulk = large ? 1_000 : 8;
    mostRounds = large ? 20 : 400;
    mostInABatch = large ? 10_000 : 30;
    invariants =
        List.of(
            new Invariant.CountsAddUp(),
            new Invariant.ARepeatCarriesTheSameBytes(),
            new Invariant.NothingIsAcknowledgedBeforeItsOutcomeStands(),
            new Invariant.NoGoodNeighbourIsLost(),
            new Invariant.NothingRunsPastTheDeadline(),
            new Invariant.RefusedCredentialsAreNotHammered(),
            new Invariant.RetryAfterIsObeyed(),
            new Invariant.WhileTheGateIsShutNothingIsMapped(),
            new RequestBound(bulk),
            bill);
    sink =
        new FaultySink(
            time,
            random,
            faults,
            bulk,
            exchange -> {
              assertThat(exchange.start().truncatedTo(ChronoUnit.MILLIS).plus(exchange.timeout()))
                  .as("a request ends within the time for work")
                  .isBeforeOrEqualTo(workEnds);
              invariants.forEach(law -> law.afterCall(exchange));
            });
    letters = new MemoryLetters(letter -> random.nextDouble() >= faults.letterRefused());
    delivery =
        new Delivery(
            new Ports(
                sink,
                new OneAtATime(),
                letters,
                Optional.empty(),
                gate,
                RetryPolicy.DEFAULT,
                new RetryTokens(),
                time,
                random));
    acknowledgement = random.nextBoolean() ? Acknowledger.PER_RECORD : Acknowledger.WHOLE_BATCH;
    int records = random.nextInt(1, 2 * mostInABatch);
    all = IntStream.range(0, records).mapToObj(this::record).toList();
    waiting = all;
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
  private List<Part> map(SourceRecord record) {
    mapped++;
    if (random.nextDouble() < faults.slowMapping()) {
      long longest = Math.min(2_000, reserve.toMillis());
      time.sleep(Duration.ofMillis(random.nextLong(longest + 1)));
    }
    return World.PIPELINE.process(record);
  }

  /** True if every record was settled in the end, and then each good part is billed once. */
  boolean play() {
    for (int round = 0; round < mostRounds && !waiting.isEmpty(); round++) {
      invocation();
      time.sleep(Duration.ofMillis(random.nextLong(2_000)));
      if (round < mostRounds / 4 && random.nextDouble() < faults.goesBack()) {
        goBack();
      }
    }
    if (waiting.isEmpty()) {
      assertThat(bill.billed()).isEqualTo(good());
    }
    return waiting.isEmpty();
  }

  /** A partition's committed offset is one number: all from it on is handed over again. */
  private void goBack() {
    Coordinates to = all.get(random.nextInt(all.size())).at();
    Set<Coordinates> open =
        waiting.stream().map(SourceRecord::at).collect(Collectors.toUnmodifiableSet());
    waiting =
        all.stream()
            .filter(record -> open.contains(record.at()) || isBehind(to, record.at()))
            .toList();
  }

  private static boolean isBehind(Coordinates committed, Coordinates at) {
    return at.partition() == committed.partition() && at.offset() >= committed.offset();
  }

  private Set<String> good() {
    return all.stream()
        .flatMap(record -> World.PIPELINE.process(record).stream())
        .flatMap(part ->
            part instanceof Part.Ready ready ? Stream.of(World.idOf(ready)) : Stream.empty())
        .filter(id -> !id.startsWith("bad"))
        .collect(Collectors.toUnmodifiableSet());
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
            this::map,
            shuffled.subList(0, random.nextInt(1, Math.min(mostInABatch, shuffled.size()) + 1)));
    Instant deadline = time.instant().plus(left);
    TimeBudget budget = new TimeBudget(time, left);
    workEnds = Instant.ofEpochMilli(budget.workEnds(0));
    reserve = Duration.between(workEnds, deadline);
    Optional<String> shut = gate.closed();
    Instant start = time.instant();
    mapped = 0;
    BatchReport report = delivery.deliver(batch.inbound(sink.form()), budget, acknowledgement);
    var invocation =
        new Invariant.Invocation(
            batch,
            report,
            acknowledgement,
            shut,
            mapped,
            start,
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
