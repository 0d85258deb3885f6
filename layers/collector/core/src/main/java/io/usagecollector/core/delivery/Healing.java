package io.usagecollector.core.delivery;

import io.usagecollector.core.delivery.bulk.Bulk;
import io.usagecollector.core.delivery.bulk.BulkQueue;
import io.usagecollector.core.delivery.pace.Pacer;
import java.util.ArrayList;
import java.util.List;

/**
 * One more chance for events that were refused for good, where customers are asked for: what is
 * remembered of a customer may be wrong. All of their customers are asked for once more, past what
 * is remembered, by one call; then each goes out once more, alone, and what is refused again is
 * dead. It comes last, when it is settled whose fault the refusals are, so that a service which
 * refuses everything is not asked twice.
 */
final class Healing {
  private static final String REFUSED = "it was refused, and its customer made sure of once more";

  private final Entrance entrance;
  private final Burial burial;
  private final Course course;
  private final Pacer pacer;
  private final BulkQueue queue;

  Healing(Entrance entrance, Books books, Pacer pacer, BulkQueue queue) {
    this.entrance = entrance;
    this.burial = books.burial();
    this.course = books.course();
    this.pacer = pacer;
    this.queue = queue;
  }

  /** Takes what was refused, as long as there is time. True if anything goes out once more. */
  boolean begin() {
    if (!entrance.isGuarded() || course.stopped().isPresent() || !pacer.fits(pacer.now())) {
      return false;
    }
    List<Bulk> refused = new ArrayList<>();
    for (Fault fault : burial.takeRefused()) {
      fault
          .pending()
          .ifPresent(event -> {
            Bulk alone = Bulk.of(List.of(event));
            refused.add(
                (fault.ambiguous() ? alone.asMaybeStored() : alone)
                    .again(Long.MIN_VALUE, REFUSED, false));
          });
    }
    List<Bulk> ready = entrance.letInAnew(refused);
    ready.forEach(queue::first);
    return !ready.isEmpty();
  }
}
