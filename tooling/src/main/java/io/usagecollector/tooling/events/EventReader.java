package io.usagecollector.tooling.events;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads events one by one. A line is an event, whatever it holds: what is wrong with it is found
 * where it is mapped. Where a document goes on over several lines, the document is the event; where
 * documents stand in an array, each of its elements is. A byte order mark and blank lines are
 * passed over, what is gzipped is unpacked. A file that is known to be something else, such as
 * Parquet or YAML, is refused by that name. Of one thread.
 *
 * <pre>{@code
 * try (EventReader events = EventReader.of(Files.newInputStream(file))) {
 *   for (Event event = events.next(); event != null; event = events.next()) {
 *     ...
 *   }
 * } catch (UnreadableEventsException e) {
 *   System.err.println(e.told(file.toString()));
 * }
 * }</pre>
 */
public final class EventReader implements Closeable {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream in;
  private final boolean onlyLines;
  private @Nullable EventText text;

  private EventReader(InputStream in, boolean onlyLines) {
    this.in = in;
    this.onlyLines = onlyLines;
  }

  /** Reads whatever form the events have. */
  public static EventReader of(InputStream in) {
    return new EventReader(in, false);
  }

  /** Takes every line that is not blank for an event, whatever it looks like. */
  public static EventReader ofLines(InputStream in) {
    return new EventReader(in, true);
  }

  /**
   * The next event, or null after the last.
   *
   * @throws UnreadableEventsException where there is something that holds no events
   */
  public @Nullable Event next() throws IOException {
    EventText open = text;
    if (open == null) {
      open = open();
      text = open;
    }
    return onlyLines ? open.nextLine() : open.next();
  }

  /** Whether the next event, or a part of it, is there already: else whoever asks for it waits. */
  public boolean isReady() throws IOException {
    return text != null && text.isReady();
  }

  private EventText open() throws IOException {
    LookAhead window = Gunzip.of(in);
    if (window.isAt(0, BYTE_ORDER_MARK)) {
      window.skip(BYTE_ORDER_MARK.length);
    }
    if (!onlyLines) {
      ForeignFormat.refuse(window);
    }
    return new EventText(window);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
