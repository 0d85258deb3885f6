package io.usagecollector.core.delivery.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.sink.BulkLimits;
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

  /** All in company at first; then in an eighth of it each time; alone in the end. */
  @Property
  void whatWasDeferredOftenTravelsInSmallCompany(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 6) Integer> attempts) {
    List<PendingEvent> events = new ArrayList<>();
    for (int often : attempts) {
      events.add(Bulks.pending(events.size(), "id", 1, often));
    }
    Iterator<PendingEvent> left = events.iterator();
    Packer packer =
        new Packer(
            new BulkLimits(64, 1_000),
            () -> left.hasNext() ? Optional.of(left.next()) : Optional.empty());
    List<Bulk> bulks =
        Stream.iterate(packer.next(), Optional::isPresent, bulk -> packer.next())
            .map(Optional::orElseThrow)
            .toList();
    assertThat(bulks.stream().flatMap(bulk -> bulk.pending().stream()).toList()).isEqualTo(events);
    for (Bulk bulk : bulks) {
      int often =
          bulk.pending().stream().mapToInt(event -> event.inbound().attempts()).max().orElseThrow();
      int most = often <= 1 ? 64 : often == 2 ? 8 : 1;
      assertThat(bulk.pending().size()).isLessThanOrEqualTo(most);
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
      events.add(Bulks.pending(i, "id" + i, sizes.get(i), 0));
    }
    return events;
  }
}
