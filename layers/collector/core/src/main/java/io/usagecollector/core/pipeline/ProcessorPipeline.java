package io.usagecollector.core.pipeline;

import io.usagecollector.bloblang.Fault;
import io.usagecollector.core.event.EventOrigin;
import io.usagecollector.core.event.EventRules;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.event.StreamId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The compiled pipeline: processors, then the rules of an event. */
final class ProcessorPipeline implements RecordPipeline {
  private final List<Processor> processors;
  private final EventRules rules;
  private final StreamId stream;
  private final Measurements measurements;

  ProcessorPipeline(
      List<Processor> processors, EventRules rules, StreamId stream, Measurements measurements) {
    this.processors = processors;
    this.rules = rules;
    this.stream = stream;
    this.measurements = measurements;
  }

  @Override
  public List<Part> process(SourceRecord record) {
    var passage = new RecordPassage(stream, record, measurements);
    List<Draft> batch = List.of(Draft.of(0, RecordMessage.of(record)));
    List<Draft> drafts = Processor.all(processors, batch, passage);
    if (passage.parts() > 1) {
      return parts(passage.parts(), drafts, record);
    }
    return List.of(drafts.isEmpty() ? new Part.Filtered(0) : part(drafts.getFirst(), record));
  }

  /** One part for each ordinal: what no draft came out for was dropped on the way. */
  private List<Part> parts(int count, List<Draft> drafts, SourceRecord record) {
    var parts = new ArrayList<Part>(count);
    for (Draft draft : drafts) {
      if (draft.ordinal() < parts.size()) {
        throw new IllegalStateException("a part came out of the pipeline twice");
      }
      dropUpTo(draft.ordinal(), parts);
      parts.add(part(draft, record));
    }
    dropUpTo(count, parts);
    return parts;
  }

  private static void dropUpTo(int ordinal, List<Part> parts) {
    while (parts.size() < ordinal) {
      parts.add(new Part.Filtered(parts.size()));
    }
  }

  private Part part(Draft draft, SourceRecord record) {
    int ordinal = draft.ordinal();
    Fault fault = draft.message().fault();
    if (fault != null) {
      return new Part.Faulted(ordinal, reason(fault, draft.failedAt()));
    }
    var origin = new EventOrigin(stream, record.at(), record.timestampMillis(), ordinal);
    return switch (EventDocument.check(draft.message(), record, rules, origin)) {
      case EventRules.Valid valid -> new Part.Ready(ordinal, valid.event());
      case EventRules.Invalid invalid -> new Part.Faulted(ordinal, invalid.reason());
    };
  }

  private static Reason reason(Fault fault, @Nullable Place place) {
    String where = place == null ? "the pipeline" : place.describe(fault);
    return new Reason(
        Reason.Kind.MAPPING_FAULT,
        where + " failed: " + fault.valueFree(),
        where + " failed: " + fault.text());
  }
}
