package io.usagecollector.core.pipeline;

import io.usagecollector.bloblang.Fault;
import io.usagecollector.bloblang.Message;
import io.usagecollector.core.event.EventOrigin;
import io.usagecollector.core.event.EventRules;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.event.StreamId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The compiled pipeline: processors, then the rules of an event. */
final class ProcessorPipeline implements RecordPipeline {
  private final List<Processor> processors;
  private final EventRules rules;
  private final StreamId stream;

  ProcessorPipeline(List<Processor> processors, EventRules rules, StreamId stream) {
    this.processors = processors;
    this.rules = rules;
    this.stream = stream;
  }

  @Override
  public List<Part> process(SourceRecord record) {
    var passage =
        new Passage(
            new RecordHost(stream, record, "mapping"), new RecordHost(stream, record, "log"));
    Message message = Processor.all(processors, RecordMessage.of(record), passage);
    return List.of(part(0, message, record, passage));
  }

  private Part part(int ordinal, @Nullable Message message, SourceRecord record, Passage passage) {
    if (message == null) {
      return new Part.Filtered(ordinal);
    }
    Fault fault = message.fault();
    if (fault != null) {
      return new Part.Faulted(ordinal, reason(fault, passage.failedAt()));
    }
    var origin = new EventOrigin(stream, record.at(), record.timestampMillis(), ordinal);
    return switch (EventDocument.check(message, record, rules, origin)) {
      case EventRules.Valid valid -> new Part.Ready(ordinal, valid.event());
      case EventRules.Invalid invalid -> new Part.Faulted(ordinal, invalid.reason());
    };
  }

  private static Reason reason(Fault fault, @Nullable Place place) {
    String where = place == null ? "the pipeline" : place.describe(fault.line());
    return new Reason(
        Reason.Kind.MAPPING_FAULT,
        where + " failed: " + fault.valueFree(),
        where + " failed: " + fault.text());
  }
}
