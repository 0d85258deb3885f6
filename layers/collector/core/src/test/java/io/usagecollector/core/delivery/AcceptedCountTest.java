package io.usagecollector.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.delivery.bulk.PendingEvent;
import io.usagecollector.core.delivery.item.Inbound;
import io.usagecollector.core.delivery.item.Item;
import io.usagecollector.core.delivery.outcome.AcceptedEvents;
import io.usagecollector.core.delivery.outcome.AcceptedEvents.Ages;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceHandle;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.letter.Letter;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AcceptedCountTest {
  private static final long NOW = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

  private final AcceptedCount count = new AcceptedCount();

  /** What is written at a time; nothing else is asked of it. */
  private record Written(long writtenAt) implements Inbound {
    @Override
    public SourceHandle handle() {
      throw new AssertionError();
    }

    @Override
    public int attempts() {
      throw new AssertionError();
    }

    @Override
    public Iterator<Item> items(Duration left) {
      throw new AssertionError();
    }

    @Override
    public Letter letter(
        int ordinal, Reason reason, Optional<UsageEvent> event, boolean ambiguous, Instant at) {
      throw new AssertionError();
    }

    @Override
    public Letter whole(Reason reason, Instant at) {
      throw new AssertionError();
    }
  }

  private static PendingEvent event(String name, long writtenAt) {
    var event = new UsageEvent("id", "t", "c", name, new byte[0]);
    return new PendingEvent(0, new Written(writtenAt), 0, event);
  }

  @Test
  void eventsAreCountedByNameWhateverTheirOrder() {
    count.add(List.of(event("a", NOW), event("b", NOW), event("b", NOW), event("a", NOW)), NOW);
    count.add(List.of(event("b", NOW)), NOW);
    assertThat(count.counted().byName()).isEqualTo(Map.of("a", 2, "b", 3));
  }

  @Property
  void whatIsCountedByNameIsAllThereIsAndNamesAreFew(
      @ForAll @Size(max = 200) List<@IntRange(max = 40) Integer> names) {
    var counted = new AcceptedCount();
    counted.add(names.stream().map(name -> event("name" + name, NOW)).toList(), NOW);
    Map<String, Integer> byName = counted.counted().byName();
    assertThat(byName.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(names.size());
    assertThat(byName).hasSizeLessThanOrEqualTo(AcceptedEvents.MOST_NAMES + 1);
    Map<String, Integer> all = new TreeMap<>();
    names.forEach(name -> all.merge("name" + name, 1, Integer::sum));
    byName.forEach((name, events) -> {
      if (!name.equals(AcceptedEvents.OTHERS)) {
        assertThat(all).containsEntry(name, events);
      }
    });
  }

  @Test
  void theAgeRunsFromTheRecordsTimeToTheAnswer() {
    count.add(List.of(event("a", NOW - 10), event("a", NOW - 40)), NOW);
    count.add(List.of(event("a", NOW)), NOW + 4);
    assertThat(count.counted().ages()).isEqualTo(new Ages(3, 40, 54));
    assertThat(count.counted().ages().averageMillis()).isEqualTo(18);
  }

  /** Seconds taken for milliseconds, no time at all, and a clock that is ahead of ours. */
  @Test
  void aTimeThatIsNoneMakesNoAgeAndNoneIsNegative() {
    count.add(List.of(event("a", -1), event("a", NOW / 1_000), event("a", NOW + 5)), NOW);
    assertThat(count.counted().ages()).isEqualTo(new Ages(1, 0, 0));
  }
}
