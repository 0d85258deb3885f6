package io.usagecollector.local.statement;

import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.local.billing.BillableEvent;
import io.usagecollector.local.census.Expectation;
import io.usagecollector.local.trigger.RecordPlace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes what lies in queues out of what should be billed. What was perhaps sent before its letter
 * was written may be billed or not: a service whose answer was lost knows, and nobody else.
 */
final class Unsettled {
  private final Map<RecordPlace, Expectation> due;
  private final List<BillableEvent> open = new ArrayList<>();

  Unsettled(Map<RecordPlace, Expectation> readings) {
    due = new LinkedHashMap<>(readings);
  }

  /** What no letter and no bill will ever hold. */
  void without(Iterable<RecordPlace> places) {
    places.forEach(due::remove);
  }

  void dead(Letter letter) {
    take(letter, letter.attempts().ambiguous() || mayHavePassed(letter.reason().kind()));
  }

  void waiting(Letter letter) {
    take(letter, true);
  }

  private static boolean mayHavePassed(Reason.Kind kind) {
    return switch (kind) {
      case NOT_DELIVERED, INTERNAL -> true;
      case MAPPING_FAULT,
          OUT_OF_TIME,
          INVALID_EVENT,
          REFUSED_BY_SERVICE,
          CUSTOMER_NOT_READY,
          UNREADABLE ->
          false;
    };
  }

  private void take(Letter letter, boolean mayBeBilled) {
    RecordPlace place = QueuedLetters.placeOf(letter);
    var left = new ArrayList<BillableEvent>();
    if (due.remove(place) instanceof Expectation.Billable(List<BillableEvent> events)) {
      for (BillableEvent event : events) {
        if (events.size() > 1 && letter.event().filter(made -> !isOf(event, made)).isPresent()) {
          left.add(event);
        } else if (mayBeBilled) {
          open.add(event);
        }
      }
    }
    if (!left.isEmpty()) {
      due.put(place, new Expectation.Billable(left));
    }
  }

  /**
   * Several events of a record were mapped by us too, and so have the ids that they are sent with.
   */
  private static boolean isOf(BillableEvent event, UsageEvent made) {
    return event.customer().equals(made.externalCustomerId())
        && event.name().equals(made.eventName())
        && event.key().equals(made.eventId() + " " + made.timestamp());
  }

  /** What should be billed for certain. */
  Map<RecordPlace, Expectation> due() {
    return due;
  }

  /** What may be billed or not. */
  List<BillableEvent> open() {
    return open;
  }
}
