package io.usagecollector.local.kafka;

import io.usagecollector.local.UsageException;
import io.usagecollector.tooling.events.Event;
import io.usagecollector.tooling.events.EventReader;
import io.usagecollector.tooling.events.UnreadableEventsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The records' values that a file holds, read as every command reads events. A line's bytes are
 * left as they are, so that what is not UTF-8 reaches the topic as it is.
 */
public final class EventFile {
  private EventFile() {}

  /**
   * The values, one after the other; to be closed.
   *
   * @throws UsageException also while it is read on, if the file holds no events from there on
   */
  public static Stream<byte[]> read(Path file) {
    try {
      EventReader events = EventReader.of(Files.newInputStream(file));
      return Stream.generate(() -> next(events, file))
          .takeWhile(Optional::isPresent)
          .flatMap(Optional::stream)
          .map(Event::value)
          .onClose(() -> close(events));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static Optional<Event> next(EventReader events, Path file) {
    try {
      return Optional.ofNullable(events.next());
    } catch (UnreadableEventsException e) {
      throw new UsageException(e.told(file.toString()));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static UsageException unreadable(Path file, IOException e) {
    return new UsageException("cannot read " + file + ": " + e.getMessage());
  }

  private static void close(EventReader events) {
    try {
      events.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
