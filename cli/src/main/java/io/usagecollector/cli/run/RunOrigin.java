package io.usagecollector.cli.run;

import io.usagecollector.cli.source.GivenEvents;
import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.SourceRecord;
import java.util.List;

/**
 * The record that an event is taken for: of the topic {@code events}, its offset the lines before
 * it.
 *
 * @param millis its time: that of the run, milliseconds since 1970
 */
record RunOrigin(long millis) implements GivenEvents.Origin {
  private static final byte[] NO_KEY = {};

  @Override
  public SourceRecord record(long line, byte[] value) {
    return new SourceRecord(
        new Coordinates("events", 0, line - 1), millis, NO_KEY, value, List.of());
  }
}
