package io.usagecollector.tooling.events;

import java.io.IOException;

/**
 * What was given holds no events that can be read from here on. The message goes on where the name
 * of the source stopped: {@code is a Parquet file: ...}.
 */
public final class UnreadableEventsException extends IOException {
  private static final long serialVersionUID = 1L;

  /** {@code :3:5} after the source's name, or nothing where the whole of it is meant. */
  private final String place;

  UnreadableEventsException(String message) {
    super(message);
    this.place = "";
  }

  UnreadableEventsException(long line, long column, String message) {
    super(message);
    this.place = ":" + line + ":" + column;
  }

  /** The sentence: {@code events.json:3:5: the array ...}. */
  public String told(String source) {
    return source + place + ": " + getMessage();
  }
}
