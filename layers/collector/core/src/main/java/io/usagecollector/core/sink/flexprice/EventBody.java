package io.usagecollector.core.sink.flexprice;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.usagecollector.core.event.UsageEvent;
import java.util.List;

/** The request bodies of the event endpoints, made of the events' own bytes. */
final class EventBody {
  private static final byte[] OPEN = "{\"events\":[".getBytes(US_ASCII);
  private static final byte[] CLOSE = "]}".getBytes(US_ASCII);

  /** How many bytes a bulk's body has beside its events and the commas between them. */
  static final int FRAME = OPEN.length + CLOSE.length;

  private EventBody() {}

  /** {@code {"events":[...]}}, in one array: one large write instead of two small ones an event. */
  static byte[] bulk(List<UsageEvent> events) {
    byte[] body = new byte[size(events)];
    int at = put(OPEN, body, 0);
    for (UsageEvent event : events) {
      at = put(event.json(), body, at);
      body[at++] = ',';
    }
    put(CLOSE, body, at - 1);
    return body;
  }

  private static int size(List<UsageEvent> events) {
    int size = FRAME + events.size() - 1;
    for (UsageEvent event : events) {
      size = Math.addExact(size, event.json().length);
    }
    return size;
  }

  private static int put(byte[] from, byte[] to, int at) {
    System.arraycopy(from, 0, to, at, from.length);
    return at + from.length;
  }
}
