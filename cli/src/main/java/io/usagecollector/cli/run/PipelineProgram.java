package io.usagecollector.cli.run;

import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.event.StreamId;
import io.usagecollector.core.record.RecordPipeline;
import io.usagecollector.core.sink.EventForm;
import io.usagecollector.tooling.billing.FormedPart;
import io.usagecollector.tooling.trial.TrialChain;
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
  private final EventForm form;
  private final long millis;

  /**
   * @param millis the records' time, milliseconds since 1970
   */
  PipelineProgram(TrialChain chain, EventForm form, long millis) {
    this.pipeline = chain.bind(STREAM);
    this.form = form;
    this.millis = millis;
  }

  @Override
  public List<Outcome> run(long line, byte[] event) {
    var record =
        new SourceRecord(new Coordinates(TOPIC, 0, line - 1), millis, NO_KEY, event, List.of());
    return FormedPart.of(pipeline, form, STREAM, record).stream()
        .map(PipelineProgram::outcome)
        .toList();
  }

  private static Outcome outcome(FormedPart part) {
    return switch (part) {
      case FormedPart.Ready ready ->
          new Outcome.Mapped(ready.event().json(), ready.event().oddities());
      case FormedPart.Filtered _ -> new Outcome.Dropped();
      case FormedPart.Faulted faulted -> new Outcome.Failed(faulted.reason().fullText());
    };
  }
}
