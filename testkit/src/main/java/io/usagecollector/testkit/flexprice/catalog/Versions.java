package io.usagecollector.testkit.flexprice.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/** What one document was, as far back as somebody may still read it. */
final class Versions {
  private record Version(ObjectNode document, Instant from) {}

  private final Deque<Version> newestFirst = new ArrayDeque<>();

  /**
   * Adds the newest.
   *
   * @param reads nobody reads anything older than what was there then
   */
  void put(ObjectNode document, Instant at, Instant reads) {
    Iterator<Version> known = newestFirst.iterator();
    while (known.hasNext() && known.next().from().isAfter(reads)) {}
    while (known.hasNext()) {
      known.next();
      known.remove();
    }
    newestFirst.addFirst(new Version(document, at));
  }

  /** What it was at a time; nothing before it was made. */
  Optional<ObjectNode> at(Instant time) {
    return newestFirst.stream()
        .filter(version -> !version.from().isAfter(time))
        .findFirst()
        .map(Version::document);
  }
}
