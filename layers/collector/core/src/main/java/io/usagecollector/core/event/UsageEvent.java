package io.usagecollector.core.event;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An event that may be sent: it has its service's form, and its bytes are settled, so that a repeat
 * is the same repeat under the billing service's duplicate key.
 *
 * @param eventId the id under which the billing service tells a repeat
 * @param timestamp the event's time as it is sent, RFC 3339
 * @param externalCustomerId the customer it is billed to
 * @param eventName the name meters select it by
 * @param json the event as its service reads it, a JSON object; nobody changes these bytes
 * @param oddities what is odd about it
 */
@SuppressWarnings(
    "ArrayRecordComponent") // The bytes are what is sent: never compared, never a key.
public record UsageEvent(
    String eventId,
    String timestamp,
    String externalCustomerId,
    String eventName,
    byte[] json,
    List<Oddity> oddities) {

  /** An event with nothing odd about it. */
  public UsageEvent(
      String eventId, String timestamp, String externalCustomerId, String eventName, byte[] json) {
    this(eventId, timestamp, externalCustomerId, eventName, json, List.of());
  }

  public UsageEvent {
    oddities = List.copyOf(oddities);
  }

  /** The kinds of what is odd about it, to be counted. */
  public Set<EventWarning> warnings() {
    return oddities.isEmpty()
        ? Set.of()
        : oddities.stream().map(Oddity::kind).collect(Collectors.toUnmodifiableSet());
  }

  /** Tells the event without its customer or properties: a log line may hold it. */
  @Override
  public String toString() {
    return "UsageEvent[" + json.length + " bytes]";
  }
}
