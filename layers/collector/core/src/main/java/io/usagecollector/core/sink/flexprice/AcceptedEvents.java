package io.usagecollector.core.sink.flexprice;

import java.util.Set;

/**
 * The bodies with which Flexprice says that it took events ({@code internal/api/v1/events.go}).
 * Nothing else is acceptance: what is wrongly taken for it is lost.
 */
final class AcceptedEvents {
  private static final String MESSAGE = "message";
  private static final String ONE = "Event accepted for processing";
  private static final String SEVERAL = "Events accepted for processing";

  private static final Set<String> OF_ONE = Set.of(MESSAGE, "event_id");

  /** Its documents promise the events' ids beside the message, though its code sends none. */
  private static final Set<String> OF_SEVERAL = Set.of(MESSAGE, "event_ids");

  private AcceptedEvents() {}

  /** Whether a body of a 202 says so, in its own words and with no others. */
  static boolean isSaidBy(ReplyBody body) {
    return (body.quotes(MESSAGE, ONE) && body.hasOnly(OF_ONE))
        || (body.quotes(MESSAGE, SEVERAL) && body.hasOnly(OF_SEVERAL));
  }
}
