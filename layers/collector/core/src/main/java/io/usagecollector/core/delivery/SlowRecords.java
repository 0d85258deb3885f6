package io.usagecollector.core.delivery;

import io.usagecollector.core.delivery.item.Inbound;
import io.usagecollector.core.event.SourceHandle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The records whose mapping ran out of time behind others. When one comes again it is taken first,
 * with all the time there is: if it runs out again, the fault is its own. Of one function instance:
 * another learns it anew, each once, so none waits for ever. Thread-safe.
 */
final class SlowRecords {
  private static final int MOST = 1_000;

  private final Set<SourceHandle> known = new LinkedHashSet<>();

  /** The same batch, with one that was slow before first, if there is one. */
  Iterable<? extends Inbound> firstOf(Iterable<? extends Inbound> batch) {
    if (isEmpty()) {
      return batch;
    }
    List<Inbound> ordered = new ArrayList<>();
    boolean found = false;
    for (Inbound inbound : batch) {
      boolean slow = !found && knows(inbound.handle());
      ordered.add(slow ? 0 : ordered.size(), inbound);
      found |= slow;
    }
    return ordered;
  }

  synchronized void remember(SourceHandle handle) {
    if (known.size() < MOST) {
      known.add(handle);
    }
  }

  synchronized void forget(SourceHandle handle) {
    known.remove(handle);
  }

  private synchronized boolean isEmpty() {
    return known.isEmpty();
  }

  private synchronized boolean knows(SourceHandle handle) {
    return known.contains(handle);
  }
}
