package io.usagecollector.core.delivery;

import static io.usagecollector.core.delivery.outcome.Tallies.tally;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.delivery.flight.OneAtATime;
import io.usagecollector.core.delivery.item.Inbound;
import io.usagecollector.core.delivery.item.Item;
import io.usagecollector.core.delivery.outcome.Acknowledger;
import io.usagecollector.core.delivery.outcome.HeldRecord;
import io.usagecollector.core.delivery.outcome.Outcome;
import io.usagecollector.core.delivery.outcome.Tally;
import io.usagecollector.core.delivery.pace.RetryPolicy;
import io.usagecollector.core.delivery.pace.RetryTokens;
import io.usagecollector.core.delivery.pace.TimeBudget;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceHandle;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.letter.Letter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A mapping that runs out of time is its record's fault only after a repeat with all the time. */
class OutOfTimeTest {
  private final World world = new World();
  private final MemoryLetters letters = new MemoryLetters();
  private final Delivery delivery =
      new Delivery(
          new Ports(
              ScriptedSink.answering(world.time, ScriptedSink.ACCEPTED),
              new OneAtATime(),
              letters,
              Optional.empty(),
              world.gate,
              RetryPolicy.DEFAULT,
              new RetryTokens(),
              world.time,
              new Random(1)));
  private final List<Duration> given = new ArrayList<>();

  /** One that takes so long, or all the time it is given. */
  private Inbound record(long offset, Duration takes) {
    return inbound(new SourceHandle.KafkaRecord(World.record(offset, "good").at()), offset, takes);
  }

  /** The same in a message of a queue, which has another receipt each time. */
  private Inbound message(String receipt, Duration takes) {
    return inbound(new SourceHandle.QueueMessage("m", receipt), 9, takes);
  }

  private Inbound inbound(SourceHandle handle, long offset, Duration takes) {
    Inbound good =
        World.batch(List.of(World.record(offset, "good"))).inbound(World.FORM).getFirst();
    return new Inbound() {
      @Override
      public SourceHandle handle() {
        return handle;
      }

      @Override
      public int attempts() {
        return 0;
      }

      @Override
      public long writtenAt() {
        return -1;
      }

      @Override
      public Iterator<Item> items(Duration left) {
        given.add(left);
        world.time.sleep(takes.compareTo(left) < 0 ? takes : left);
        Reason late = Reason.of(Reason.Kind.OUT_OF_TIME, "late");
        return takes.compareTo(left) < 0
            ? good.items(left)
            : List.<Item>of(new Item.OutOfTime(0, late)).iterator();
      }

      @Override
      public Letter letter(
          int ordinal, Reason reason, Optional<UsageEvent> event, boolean ambiguous, Instant at) {
        return good.letter(ordinal, reason, event, ambiguous, at);
      }

      @Override
      public Letter whole(Reason reason, Instant at) {
        return good.whole(reason, at);
      }
    };
  }

  private Tally deliver(List<Inbound> batch) {
    return delivery
        .deliver(
            batch, new TimeBudget(world.time, Duration.ofSeconds(20)), Acknowledger.WHOLE_BATCH)
        .tally();
  }

  @Test
  void behindOthersItIsHeldAndThenMappedFirstWithAllTheTime() {
    List<Inbound> batch =
        List.of(
            record(0, Duration.ofSeconds(10)),
            record(1, Duration.ofSeconds(12)),
            record(2, Duration.ofMillis(1)));
    assertThat(deliver(batch).count(Outcome.Kind.HELD)).isGreaterThan(0);
    given.clear();
    deliver(batch);
    assertThat(given.getFirst()).isEqualTo(Duration.ofMillis(17_500));
    assertThat(letters.stored).isEmpty();
  }

  @Test
  void aRecordThatTakesAllTheTimeThereIsBecomesALetterAndTheOthersGoOn() {
    Inbound slow = record(1, Duration.ofHours(1));
    List<Inbound> batch = List.of(record(0, Duration.ofMillis(5)), slow, record(2, Duration.ZERO));
    Tally first = deliver(batch);
    assertThat(first.count(Outcome.Kind.DEAD_LETTERED)).isZero();
    assertThat(
            delivery
                .deliver(
                    List.of(slow),
                    new TimeBudget(world.time, Duration.ofSeconds(20)),
                    Acknowledger.WHOLE_BATCH)
                .held())
        .map(HeldRecord::why)
        .isEmpty();
    assertThat(letters.offsets()).containsExactly(1L);
    assertThat(deliver(List.of(record(0, Duration.ofMillis(5)), record(2, Duration.ZERO))))
        .isEqualTo(tally(2, 2, 0, 0, 0));
  }

  @Test
  void aSlowMessageIsKnownAgainThoughItsReceiptIsAnother() {
    for (String receipt : List.of("r-1", "r-2")) {
      assertThat(letters.stored).isEmpty();
      delivery.deliver(
          List.of(record(0, Duration.ZERO), message(receipt, Duration.ofHours(1))),
          new TimeBudget(world.time, Duration.ofSeconds(20)),
          Acknowledger.PER_RECORD);
    }
    assertThat(letters.offsets()).containsExactly(9L);
  }
}
