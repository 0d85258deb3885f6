package io.usagecollector.cli.source;

import io.usagecollector.cli.terminal.UnusableInputException;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.tooling.events.Event;
import io.usagecollector.tooling.events.EventReader;
import io.usagecollector.tooling.events.PrintedRecord;
import io.usagecollector.tooling.events.RecordMetadata;
import io.usagecollector.tooling.events.UnreadableEventsException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;

/** What events are, and of what records: the same for every command that is given events. */
public final class EventOptions {
  @CommandLine.Option(
      names = "--metadata",
      paramLabel = "NAME=VALUE",
      mapFallbackValue = "",
      description = {
        "Metadata of every event's record: kafka_key, kafka_topic, kafka_partition, kafka_offset,"
            + " kafka_timestamp_unix or kafka_timestamp_ms; any other name is a header's. May be"
            + " repeated."
      })
  private Map<String, String> metadata = new LinkedHashMap<>();

  @CommandLine.Option(
      names = "--records",
      description =
          "EVENTS are records with their key, headers, topic and time, as rpk topic consume and kcat"
              + " -J print them, or as they stand in a Lambda event.")
  private boolean records;

  @CommandLine.Option(
      names = "--base64",
      description = "With --records: keys, values and headers stand in base64.")
  private boolean base64;

  @CommandLine.Option(
      names = "--lines",
      description =
          "Every line is an event, whatever it looks like: a table's, an array, other text.")
  private boolean lines;

  /** Whether anything is known of a record but its value. */
  public boolean areRecords() {
    return records || !metadata.isEmpty();
  }

  EventReader reader(InputStream in) {
    if (base64 && !records) {
      throw new UnusableInputException("--base64 says how --records are written, and needs it");
    }
    if (lines && records) {
      throw new UnusableInputException("--lines and --records exclude each other");
    }
    return lines ? EventReader.ofLines(in) : EventReader.of(in);
  }

  SourceRecord record(Event event, SourceRecord base) throws UnreadableEventsException {
    try {
      SourceRecord record = records ? PrintedRecord.read(event, base64, base) : base;
      return metadata.isEmpty() ? record : RecordMetadata.of(metadata).over(record);
    } catch (IllegalArgumentException e) {
      throw new UnusableInputException("--metadata: " + e.getMessage());
    }
  }
}
