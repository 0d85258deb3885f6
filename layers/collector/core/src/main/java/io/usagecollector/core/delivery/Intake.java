package io.usagecollector.core.delivery;

import io.usagecollector.core.delivery.bulk.PendingEvent;
import io.usagecollector.core.delivery.item.Inbound;
import io.usagecollector.core.delivery.item.Item;
import io.usagecollector.core.delivery.outcome.Outcome;
import io.usagecollector.core.delivery.outcome.Warnings;
import io.usagecollector.core.delivery.pace.Pacer;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceHandle;
import io.usagecollector.core.event.UsageEvent;
import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes the items of a batch as they are asked for, as long as there is time and nothing stops it:
 * what comes after is left as it is, unmapped. Events go on; all else is settled here or a fault.
 */
final class Intake {
  private static final String NO_TIME =
      "no time was left to map it: the invocation's time limit is near";

  private static final String RAN_OUT =
      "its mapping ran out of time: it comes again, and is mapped first";

  private final Iterator<? extends Inbound> batch;
  private final Pacer pacer;
  private final Ledger ledger;
  private final Course course;
  private final Consumer<Fault> faults;
  private final Leftovers leftovers;
  private final SlowRecords slow;
  private final WarningCount warnings = new WarningCount();
  private @Nullable Inbound current;
  private Iterator<Item> items = Collections.emptyIterator();
  private int record;
  private int taken;

  Intake(Iterator<? extends Inbound> batch, Pacer pacer, Books books, SlowRecords slow) {
    this.batch = batch;
    this.pacer = pacer;
    this.ledger = books.ledger();
    this.course = books.course();
    this.faults = books.burial()::due;
    this.leftovers = books.leftovers();
    this.slow = slow;
  }

  /** The next event to send, if there is one. */
  Optional<PendingEvent> next() {
    Optional<PendingEvent> event = Optional.empty();
    while (event.isEmpty() && (current != null || batch.hasNext())) {
      Inbound open = current;
      if (open == null) {
        receive(batch.next());
      } else {
        event = next(open);
      }
    }
    return event;
  }

  /** What was odd about the events so far. */
  Warnings warnings() {
    return warnings.counted();
  }

  /** Why nothing more may be taken, if so. */
  private Optional<String> over(Duration left) {
    return course.stopped().or(() -> left.isPositive() ? Optional.empty() : Optional.of(NO_TIME));
  }

  private void receive(Inbound next) {
    record = ledger.receive(next.handle());
    current = next;
    taken = 0;
    Duration left = pacer.left();
    Optional<String> over = over(left);
    if (over.isPresent()) {
      leave(next, over.get());
    } else {
      try {
        items = next.items(left);
      } catch (RuntimeException | StackOverflowError e) {
        broken(next, e);
      }
    }
  }

  private Optional<PendingEvent> next(Inbound open) {
    try {
      if (items.hasNext()) {
        Optional<String> over = isMadeWhole(open) ? Optional.empty() : over(pacer.left());
        if (over.isEmpty()) {
          return take(open, items.next());
        }
        leave(open, over.get());
      }
    } catch (RuntimeException | StackOverflowError e) {
      broken(open, e);
    }
    items = Collections.emptyIterator();
    current = null;
    ledger.complete(record);
    return Optional.empty();
  }

  /**
   * What was begun is made to its end where the rest may be deferred, since parts of it were sent.
   * So is a message of the retry queue: its letters are deferred together.
   */
  private boolean isMadeWhole(Inbound open) {
    return taken == 0 || course.mayDefer() || open.handle() instanceof SourceHandle.QueueMessage;
  }

  private Optional<PendingEvent> take(Inbound open, Item item) {
    taken++;
    ledger.open(record);
    return switch (item) {
      case Item.Sendable sendable -> {
        UsageEvent event = sendable.event();
        warnings.add(event);
        yield Optional.of(new PendingEvent(record, open, sendable.ordinal(), event));
      }
      case Item.Filtered _ -> {
        ledger.settle(record, new Outcome.Filtered());
        yield Optional.empty();
      }
      case Item.OutOfTime late -> {
        outOfTime(open, late);
        yield Optional.empty();
      }
      case Item.Faulty faulty -> {
        fault(open, faulty.ordinal(), faulty.reason());
        yield Optional.empty();
      }
    };
  }

  /** Only with all the time for itself it is the record's own fault. */
  private void outOfTime(Inbound open, Item.OutOfTime item) {
    if (record == 0 && taken == 1) {
      slow.forget(open.handle());
      fault(open, item.ordinal(), item.reason());
    } else {
      slow.remember(open.handle());
      Reason late = Reason.of(Reason.Kind.OUT_OF_TIME, RAN_OUT);
      leftovers.keep(new Fault(record, open, item.ordinal(), late, Optional.empty(), false, true));
    }
  }

  /**
   * What is left of the current record comes again, and so all of it. Where what is left may be
   * deferred, the rest of a record that was begun is made all the same: parts of it were sent.
   */
  private void leave(Inbound open, String why) {
    items = Collections.emptyIterator();
    ledger.open(record);
    leftovers.keep(Fault.unmapped(record, open, why));
  }

  /** A source throws nothing; if it does, that is a fault of this record, not of its neighbours. */
  private void broken(Inbound open, Throwable e) {
    items = Collections.emptyIterator();
    String text = "its source failed on it: " + e.getClass().getSimpleName();
    ledger.open(record);
    fault(
        open, Fault.ALL, new Reason(Reason.Kind.MAPPING_FAULT, text, text + ": " + e.getMessage()));
  }

  private void fault(Inbound open, int ordinal, Reason reason) {
    faults.accept(new Fault(record, open, ordinal, reason, Optional.empty(), false, true));
  }
}
