package io.usagecollector.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.sink.BulkLimits;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BulkTest {
  @Property
  void packingKeepsEachEventOnceInOrderAndWithinTheLimits(
      @ForAll @Size(max = 60) List<@IntRange(min = 2, max = 120) Integer> sizes,
      @ForAll @IntRange(min = 1, max = 9) int most,
      @ForAll @IntRange(min = 1, max = 300) int bytes) {
    List<PendingEvent> events = events(sizes);
    List<Bulk> bulks = Bulk.pack(events, new BulkLimits(most, bytes));
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
      events.add(new PendingEvent(i, 0, event));
    }
    return events;
  }
}
