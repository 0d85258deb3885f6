package io.usagecollector.core.record;

import io.usagecollector.bloblang.Fault;
import io.usagecollector.bloblang.TimeLimit;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.event.StreamId;
import io.usagecollector.core.place.ProcessorPlace;
import io.usagecollector.core.processor.Draft;
import io.usagecollector.core.processor.Measurements;
import io.usagecollector.core.processor.Processor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The compiled pipeline: processors, and a document out of them. */
public final class ProcessorPipeline implements RecordPipeline {
  /** The record as a whole: what came out of it before is not sent without the rest. */
  private static final List<Part> OUT_OF_TIME =
      List.of(
          new Part.Faulted(
              0,
              Reason.of(Reason.Kind.OUT_OF_TIME, "the time was up before the record was mapped")));

  private final List<Processor> processors;
  private final StreamId stream;
  private final Measurements measurements;

  public ProcessorPipeline(List<Processor> processors, StreamId stream, Measurements measurements) {
    this.processors = processors;
    this.stream = stream;
    this.measurements = measurements;
  }

  @Override
  public List<Part> process(SourceRecord record) {
    return process(record, TimeLimit.NONE);
  }

  @Override
  public List<Part> process(SourceRecord record, TimeLimit time) {
    var passage = new RecordPassage(stream, record, measurements, time);
    try {
      List<Part> parts = parts(record, passage);
      return passage.ranOutOfTime() ? OUT_OF_TIME : parts;
    } catch (OutOfTimeException e) {
      return OUT_OF_TIME;
    }
  }

  private List<Part> parts(SourceRecord record, RecordPassage passage) {
    List<Draft> batch = List.of(Draft.of(0, RecordMessage.of(record)));
    List<Draft> drafts = Processor.all(processors, batch, passage);
    if (passage.parts() > 1) {
      return parts(passage.parts(), drafts, record);
    }
    return List.of(drafts.isEmpty() ? new Part.Filtered(0) : part(drafts.getFirst(), record));
  }

  /** One part for each ordinal: what no draft came out for was dropped on the way. */
  private static List<Part> parts(int count, List<Draft> drafts, SourceRecord record) {
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

  private static Part part(Draft draft, SourceRecord record) {
    int ordinal = draft.ordinal();
    Fault fault = draft.message().fault();
    if (fault != null) {
      return new Part.Faulted(ordinal, reason(fault, draft.failedAt()));
    }
    return EventDocument.part(ordinal, draft.message(), record);
  }

  private static Reason reason(Fault fault, @Nullable ProcessorPlace place) {
    String where = place == null ? "the pipeline" : place.describe(fault);
    return new Reason(
        Reason.Kind.MAPPING_FAULT,
        where + " failed: " + fault.valueFree(),
        where + " failed: " + fault.text());
  }
}
