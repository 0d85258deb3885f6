package io.usagecollector.core.delivery;

import io.usagecollector.core.delivery.bulk.PendingEvent;
import io.usagecollector.core.delivery.outcome.BatchReport.Settled;
import io.usagecollector.core.delivery.outcome.Outcome;
import io.usagecollector.core.event.SourceHandle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of a batch while it is delivered: how many items of each record are open, and its worst
 * outcome so far. A fault stays open until its dead letter is stored. One thread writes it.
 */
final class Ledger {
  private static final class Entry {
    private final SourceHandle handle;

    /** The record itself is open as long as more items of it may come. */
    private int open = 1;

    private @Nullable Outcome worst;

    Entry(SourceHandle handle) {
      this.handle = handle;
    }
  }

  private final List<Entry> entries = new ArrayList<>();
  private boolean anyHeld;

  /** Takes a record in; gives its place. */
  int receive(SourceHandle handle) {
    entries.add(new Entry(handle));
    return entries.size() - 1;
  }

  int received() {
    return entries.size();
  }

  /** Announces one of a record's items: it must be settled. */
  void open(int record) {
    entries.get(record).open++;
  }

  /** All of a record's items are known. */
  void complete(int record) {
    entries.get(record).open--;
  }

  /** Settles one item. */
  void settle(int record, Outcome outcome) {
    Entry entry = entries.get(record);
    Outcome known = entry.worst;
    entry.worst = known == null ? outcome : known.worse(outcome);
    entry.open--;
    anyHeld |= outcome instanceof Outcome.Held;
  }

  void settle(List<PendingEvent> events, Outcome outcome) {
    events.forEach(event -> settle(event.record(), outcome));
  }

  boolean isHeld(int record) {
    return entries.get(record).worst instanceof Outcome.Held;
  }

  boolean anyHeld() {
    return anyHeld;
  }

  /** The records whose every item is settled, in order: each once, or some lack. */
  List<Settled> settled() {
    List<Settled> settled = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      Outcome outcome = entry.worst;
      if (outcome != null && entry.open == 0) {
        settled.add(new Settled(entry.handle, outcome));
      }
    }
    return settled;
  }

  /** All records, as if each had ended so. */
  List<Settled> allAs(Outcome outcome) {
    return entries.stream().map(entry -> new Settled(entry.handle, outcome)).toList();
  }
}
