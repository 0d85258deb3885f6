package io.usagecollector.testkit.openmeter.catalog;

import io.usagecollector.testkit.store.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BiConsumer;

/**
 * Where documents get their time and id from, and who keeps them.
 *
 * @param keeper takes a document's kind and the document
 */
public record Origin(Clock clock, Ids ids, BiConsumer<String, Object> keeper) {
  public Instant now() {
    return clock.instant();
  }

  String newId() {
    return ids.next();
  }

  void keep(String kind, Object document) {
    keeper.accept(kind, document);
  }
}
