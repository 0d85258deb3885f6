package io.usagecollector.core.delivery.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.delivery.item.Inbound;
import io.usagecollector.core.delivery.item.Item;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceHandle;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.sink.BulkLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BulkTest {
  private static final Inbound NOWHERE =
      new Inbound() {
        @Override
        public SourceHandle handle() {
          throw new UnsupportedOperationException();
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
          throw new UnsupportedOperationException();
        }

        @Override
        public Letter letter(
            int ordinal, Reason reason, Optional<UsageEvent> event, boolean ambiguous, Instant at) {
          throw new UnsupportedOperationException();
        }

        @Override
        public Letter whole(Reason reason, Instant at) {
          throw new UnsupportedOperationException();
        }
      };

  @Property
  void packingKeepsEachEventOnceInOrderAndWithinTheLimits(
      @ForAll @Size(max = 60) List<@IntRange(min = 2, max = 120) Integer> sizes,
      @ForAll @IntRange(min = 1, max = 9) int most,
      @ForAll @IntRange(min = 1, max = 300) int bytes) {
    List<PendingEvent> events = events(sizes);
    Iterator<PendingEvent> left = events.iterator();
    Packer packer =
        new Packer(
            new BulkLimits(most, bytes),
            () -> left.hasNext() ? Optional.of(left.next()) : Optional.empty());
    List<Bulk> bulks =
        Stream.iterate(packer.next(), Optional::isPresent, bulk -> packer.next())
            .map(Optional::orElseThrow)
            .toList();
    assertThat(bulks.stream().flatMap(bulk -> bulk.pending().stream()).toList()).isEqualTo(events);
    for (Bulk bulk : bulks) {
      assertThat(bulk.pending().size()).isBetween(1, most);
      assertThat(bulk.isSingle() || size(bulk) <= bytes).isTrue();
    }
  }

  @Property
  void halvesTogetherAreTheWhole(@ForAll @IntRange(min = 2, max = 50) int size) {
    List<PendingEvent> events = events(java.util.Collections.nCopies(size, 5));
    Bulk bulk = Bulk.of(events);
    List<PendingEvent> together = new ArrayList<>(bulk.firstHalf().pending());
    together.addAll(bulk.secondHalf().pending());
    assertThat(together).isEqualTo(events);
  }

  private static int size(Bulk bulk) {
    return bulk.events().stream().mapToInt(event -> event.json().length + 1).sum();
  }

  private static List<PendingEvent> events(List<Integer> sizes) {
    List<PendingEvent> events = new ArrayList<>();
    for (int i = 0; i < sizes.size(); i++) {
      UsageEvent event = new UsageEvent("id" + i, "t", "c", "n", new byte[sizes.get(i)]);
      events.add(new PendingEvent(i, NOWHERE, 0, event));
    }
    return events;
  }
}
