package io.usagecollector.cli.source;

import io.usagecollector.cli.terminal.Terminal;
import io.usagecollector.cli.terminal.UnusableInputException;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.tooling.events.Event;
import io.usagecollector.tooling.events.EventReader;
import io.usagecollector.tooling.events.UnreadableEventsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The events of a command: a file, or standard input.
 *
 * @param file {@code -} for standard input
 */
public record GivenEvents(Path file, EventOptions options) {
  private static final Path STANDARD_INPUT = Path.of("-");

  /** Makes the record that stands for an event as long as nothing else is known of it. */
  public interface Origin {
    SourceRecord record(long line, byte[] value);
  }

  /** Is given the records. */
  public interface Receiver {
    /**
     * @param line where the event begins, from 1
     */
    void take(long line, SourceRecord record);
  }

  /** What it is called before a line's number. */
  public String name() {
    return file.equals(STANDARD_INPUT) ? "standard input" : file.toString();
  }

  /** Hands on each event as soon as it is there. */
  public void each(Terminal terminal, Origin origin, Receiver receiver) {
    try (InputStream in = file.equals(STANDARD_INPUT) ? terminal.in() : Files.newInputStream(file);
        EventReader events = options.reader(in)) {
      for (Event event = events.next(); event != null; event = events.next()) {
        SourceRecord base = origin.record(event.line(), event.value());
        receiver.take(event.line(), options.record(event, base));
        if (!events.isReady()) {
          terminal.out().flush();
        }
      }
    } catch (UnreadableEventsException e) {
      throw new UnusableInputException(e.told(name()));
    } catch (IOException e) {
      throw new UnusableInputException(FileTrouble.of(file, e));
    }
  }
}
