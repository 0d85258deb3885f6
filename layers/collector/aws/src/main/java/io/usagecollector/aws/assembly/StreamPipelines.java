package io.usagecollector.aws.assembly;

import io.usagecollector.aws.telemetry.CustomMetrics;
import io.usagecollector.core.config.CollectorConfig;
import io.usagecollector.core.event.StreamId;
import io.usagecollector.core.record.RecordPipeline;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The configuration's pipeline for each stream that records come from, since ids are made of it,
 * compiled once. Thread-safe.
 */
public final class StreamPipelines {
  private final CollectorConfig config;
  private final Map<StreamId, RecordPipeline> pipelines = new ConcurrentHashMap<>();
  private final CustomMetrics measured = new CustomMetrics();

  public StreamPipelines(CollectorConfig config) {
    this.config = config;
  }

  /** The pipeline for records of a stream. */
  public RecordPipeline of(StreamId stream) {
    return pipelines.computeIfAbsent(stream, id -> config.compile(id, measured));
  }

  /** Names the configuration in letters. */
  public String version() {
    return config.version();
  }

  /** What the configuration's own metrics measured since this was last asked. */
  public CustomMetrics.Taken measured() {
    return measured.drain();
  }
}
