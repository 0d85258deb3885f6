package io.usagecollector.core.careful;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;

/**
 * What an instance knows of what does not end: its own counts, and those of all where they share
 * them. Read when a process is new, and every ten seconds. Thread-safe.
 */
final class Watch {
  private static final long FRESH = Duration.ofSeconds(10).toMillis();

  private final List<SuspectStore> stores;
  private final InstantSource clock;
  private Suspects known = Suspects.NONE;
  private long readAt = Long.MIN_VALUE;

  Watch(List<SuspectStore> stores, InstantSource clock) {
    this.stores = List.copyOf(stores);
    this.clock = clock;
  }

  synchronized Suspects suspects() {
    long now = clock.millis();
    if (readAt == Long.MIN_VALUE || Math.abs(now - readAt) >= FRESH) {
      readAt = now;
      Suspects all = Suspects.NONE;
      for (SuspectStore store : stores) {
        all = all.with(store.read());
      }
      known = all;
    }
    return known;
  }

  synchronized void count(Marks.Unended unended) {
    long now = clock.millis();
    stores.forEach(store -> store.change(suspects -> suspects.and(unended, now)));
    readAt = Long.MIN_VALUE;
  }

  synchronized void forget(Collection<String> names) {
    stores.forEach(store -> store.change(suspects -> suspects.without(names)));
    readAt = Long.MIN_VALUE;
  }
}
