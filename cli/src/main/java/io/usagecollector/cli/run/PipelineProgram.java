package io.usagecollector.cli.run;

import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.event.StreamId;
import io.usagecollector.core.record.RecordPipeline;
import io.usagecollector.core.sink.EventForm;
import io.usagecollector.tooling.billing.FormedPart;
import io.usagecollector.tooling.trial.TrialChain;
import java.util.List;

/**
 * A configuration's pipeline: what it makes must be an event, and is printed as it would be sent.
 */
final class PipelineProgram implements EventProgram {
  private static final StreamId STREAM = new StreamId("mapping run");

  private final RecordPipeline pipeline;
  private final EventForm form;

  PipelineProgram(TrialChain chain, EventForm form) {
    this.pipeline = chain.bind(STREAM);
    this.form = form;
  }

  @Override
  public List<Outcome> run(SourceRecord record) {
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
