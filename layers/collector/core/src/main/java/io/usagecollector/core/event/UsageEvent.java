package io.usagecollector.core.event;

import java.util.Set;

/**
 * An event that may be sent: it has its service's form, and its bytes are settled, so that a repeat
 * is the same repeat under the billing service's duplicate key.
 *
 * @param eventId the id under which the billing service tells a repeat
 * @param timestamp the event's time as it is sent, RFC 3339
 * @param externalCustomerId the customer it is billed to
 * @param eventName the name meters select it by
 * @param json the event as its service reads it, a JSON object; nobody changes these bytes
 * @param warnings what is odd about it, to be counted
 */
@SuppressWarnings(
    "ArrayRecordComponent") // The bytes are what is sent: never compared, never a key.
public record UsageEvent(
    String eventId,
    String timestamp,
    String externalCustomerId,
    String eventName,
    byte[] json,
    Set<EventWarning> warnings) {

  /** An event with nothing odd about it. */
  public UsageEvent(
      String eventId, String timestamp, String externalCustomerId, String eventName, byte[] json) {
    this(eventId, timestamp, externalCustomerId, eventName, json, Set.of());
  }

  public UsageEvent {
    warnings = Set.copyOf(warnings);
  }

  /** Tells the event without its customer or properties: a log line may hold it. */
  @Override
  public String toString() {
    return "UsageEvent[" + json.length + " bytes]";
  }
}
