package io.usagecollector.core.config;

import io.usagecollector.core.config.variable.EnvironmentVariables;
import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.EventOrigin;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.RecordHeader;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.event.StreamId;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.record.Part;
import io.usagecollector.core.record.RecordPipeline;
import io.usagecollector.core.sink.EventForm;
import io.usagecollector.core.sink.Formed;
import io.usagecollector.core.sink.flexprice.form.FlexpriceForm;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pipelines and records for the tests. */
final class Pipelines {
  static final StreamId STREAM = new StreamId("local:test");
  static final long TIME = 1_764_585_000_250L;
  private static final String OUTPUT = "output: {flexprice: {api_key: ${BILLING_KEY}}}\n";

  private static final EventForm FORM = new FlexpriceForm(List.of());

  private Pipelines() {}

  /** The configuration with these processors, as they stand in YAML. */
  static CollectorConfig config(String processors, Map<String, String> environment) {
    String text = OUTPUT + "pipeline:\n  processors:\n" + processors.indent(4);
    EnvironmentVariables variables =
        name -> name.equals("BILLING_KEY") ? "k" : environment.get(name);
    return CollectorConfig.parse("pipeline.yaml", text, variables);
  }

  static RecordPipeline processors(String processors) {
    return config(processors, Map.of()).compile(STREAM);
  }

  /** The pipeline of one processor {@code mapping}. */
  static RecordPipeline mapping(String mapping) {
    return processors("- mapping: |\n" + mapping.indent(4));
  }

  static SourceRecord record(byte[] value) {
    return new SourceRecord(new Coordinates("calls", 3, 42), TIME, null, value, List.of());
  }

  static SourceRecord record(String value) {
    return record(value.getBytes(StandardCharsets.UTF_8));
  }

  static SourceRecord record(String value, byte[] key, RecordHeader... headers) {
    return record(value.getBytes(StandardCharsets.UTF_8), key, headers);
  }

  static SourceRecord record(byte[] value, byte[] key, RecordHeader... headers) {
    return new SourceRecord(new Coordinates("calls", 3, 42), TIME, key, value, List.of(headers));
  }

  /** The bytes that the pipeline's only part would send. */
  static String sent(RecordPipeline pipeline, SourceRecord record) {
    return switch (pipeline.process(record).getFirst()) {
      case Part.Ready ready -> new String(event(ready, record).json(), StandardCharsets.UTF_8);
      case Part.Filtered _ -> "filtered";
      case Part.Faulted faulted -> throw new AssertionError(faulted.reason().fullText());
    };
  }

  /** The event that would be sent. */
  static UsageEvent event(Part part, SourceRecord record) {
    return switch (formed((Part.Ready) part, record)) {
      case Formed.Sendable sendable -> sendable.event();
      case Formed.Refused refused -> throw new AssertionError(refused.reason().fullText());
    };
  }

  static Reason reason(RecordPipeline pipeline, SourceRecord record) {
    return fault(pipeline.process(record).getFirst(), record).orElseThrow();
  }

  /** Why a part is no event, if it is none. */
  static Optional<Reason> fault(Part part, SourceRecord record) {
    return switch (part) {
      case Part.Ready ready ->
          formed(ready, record) instanceof Formed.Refused(Reason reason)
              ? Optional.of(reason)
              : Optional.empty();
      case Part.Filtered _ -> Optional.empty();
      case Part.Faulted faulted -> Optional.of(faulted.reason());
    };
  }

  private static Formed formed(Part.Ready ready, SourceRecord record) {
    return FORM.form(ready.document(), EventOrigin.of(STREAM, record, ready.ordinal()));
  }
}
