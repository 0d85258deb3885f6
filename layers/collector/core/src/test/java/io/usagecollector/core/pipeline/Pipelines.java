package io.usagecollector.core.pipeline;

import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.RecordHeader;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.event.StreamId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Pipelines and records for the tests. */
final class Pipelines {
  static final StreamId STREAM = new StreamId("local:test");
  static final long TIME = 1_764_585_000_250L;
  private static final String OUTPUT = "output: {flexprice: {api_key: k}}\n";

  private Pipelines() {}

  /** The configuration with these processors, as they stand in YAML. */
  static CollectorConfig config(String processors, Map<String, String> environment) {
    String text = OUTPUT + "pipeline:\n  processors:\n" + processors.indent(4);
    return CollectorConfig.parse("pipeline.yaml", text, Environment.of(environment));
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
    return new SourceRecord(
        new Coordinates("calls", 3, 42),
        TIME,
        key,
        value.getBytes(StandardCharsets.UTF_8),
        List.of(headers));
  }

  /** The bytes that the pipeline's only part would send. */
  static String sent(RecordPipeline pipeline, SourceRecord record) {
    return switch (pipeline.process(record).getFirst()) {
      case Part.Ready ready -> new String(ready.event().json(), StandardCharsets.UTF_8);
      case Part.Filtered _ -> "filtered";
      case Part.Faulted faulted -> throw new AssertionError(faulted.reason().fullText());
    };
  }

  static Reason reason(RecordPipeline pipeline, SourceRecord record) {
    return ((Part.Faulted) pipeline.process(record).getFirst()).reason();
  }
}
