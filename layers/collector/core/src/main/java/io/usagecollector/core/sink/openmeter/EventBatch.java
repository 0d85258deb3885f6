package io.usagecollector.core.sink.openmeter;

import io.usagecollector.core.event.UsageEvent;
import java.util.List;

/** The body of a batch: an array of the events' own bytes. */
final class EventBatch {
  /** How many bytes a body has beside its events and the commas between them. */
  static final int FRAME = 2;

  private EventBatch() {}

  static byte[] of(List<UsageEvent> events) {
    byte[] body = new byte[size(events)];
    int at = 0;
    for (UsageEvent event : events) {
      body[at++] = (byte) (at == 1 ? '[' : ',');
      System.arraycopy(event.json(), 0, body, at, event.json().length);
      at += event.json().length;
    }
    body[at] = ']';
    return body;
  }

  private static int size(List<UsageEvent> events) {
    int size = FRAME + events.size() - 1;
    for (UsageEvent event : events) {
      size = Math.addExact(size, event.json().length);
    }
    return size;
  }
}
