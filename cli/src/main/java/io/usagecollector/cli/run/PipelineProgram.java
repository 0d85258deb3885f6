package io.usagecollector.cli.run;

import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.EventRules;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.event.StreamId;
import io.usagecollector.core.pipeline.Part;
import io.usagecollector.core.pipeline.RecordPipeline;
import io.usagecollector.core.pipeline.TrialChain;
import java.util.List;

/**
 * A configuration's pipeline: what it makes must be an event, and is printed as it would be sent.
 * Each line is a record of its own: of the topic {@code events}, its offset the lines before it,
 * its time that of the run.
 */
final class PipelineProgram implements EventProgram {
  private static final String TOPIC = "events";
  private static final StreamId STREAM = new StreamId("mapping run");

  private static final byte[] NO_KEY = {};

  private final RecordPipeline pipeline;
  private final long millis;

  /**
   * @param millis the records' time, milliseconds since 1970
   */
  PipelineProgram(TrialChain chain, EventRules rules, long millis) {
    this.pipeline = chain.bind(STREAM, rules);
    this.millis = millis;
  }

  @Override
  public List<Outcome> run(long line, byte[] event) {
    var record =
        new SourceRecord(new Coordinates(TOPIC, 0, line - 1), millis, NO_KEY, event, List.of());
    return pipeline.process(record).stream().map(PipelineProgram::outcome).toList();
  }

  private static Outcome outcome(Part part) {
    return switch (part) {
      case Part.Ready ready -> new Outcome.Mapped(ready.event().json(), ready.event().warnings());
      case Part.Filtered _ -> new Outcome.Dropped();
      case Part.Faulted faulted -> new Outcome.Failed(faulted.reason().fullText());
    };
  }
}
