package io.usagecollector.core.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.usagecollector.core.delivery.item.Inbound;
import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.event.StreamId;
import io.usagecollector.core.letter.Origin;
import io.usagecollector.core.source.MappedRecord;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A command's file, read as it is needed: a line is a record, named by the file and its place. */
final class FileLines implements Iterable<Inbound> {
  static final Origin ORIGIN = new Origin(new StreamId("a file"), "sink", "v1");

  private final Stream<String> lines;
  private final Function<SourceRecord, Inbound> mapped =
      MappedRecord.with(ORIGIN, World.PIPELINE, World.FORM, System::nanoTime);
  private int read;

  FileLines(Stream<String> lines) {
    this.lines = lines;
  }

  /** How many lines were read so far. */
  int read() {
    return read;
  }

  @Override
  public Iterator<Inbound> iterator() {
    return lines.map(this::inbound).iterator();
  }

  private Inbound inbound(String line) {
    var at = new Coordinates("events.jsonl", 0, read++);
    return mapped.apply(new SourceRecord(at, 1_000, null, line.getBytes(UTF_8), List.of()));
  }
}
