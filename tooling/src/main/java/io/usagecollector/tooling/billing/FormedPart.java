package io.usagecollector.tooling.billing;

import io.usagecollector.core.event.EventOrigin;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.event.StreamId;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.record.Part;
import io.usagecollector.core.record.RecordPipeline;
import io.usagecollector.core.sink.EventForm;
import io.usagecollector.core.sink.Formed;
import java.util.List;

/** What would become of one part of a record: mapped, and in its service's form. */
public sealed interface FormedPart {
  int ordinal();

  /** It would be sent. */
  record Ready(int ordinal, UsageEvent event) implements FormedPart {}

  /** The mapping drops it. */
  record Filtered(int ordinal) implements FormedPart {}

  /** It would be a dead letter. */
  record Faulted(int ordinal, Reason reason) implements FormedPart {}

  /** The parts of a record, in the order of their ordinals. */
  static List<FormedPart> of(
      RecordPipeline pipeline, EventForm form, StreamId stream, SourceRecord record) {
    return pipeline.process(record).stream()
        .map(part -> formed(part, form, EventOrigin.of(stream, record, part.ordinal())))
        .toList();
  }

  private static FormedPart formed(Part part, EventForm form, EventOrigin origin) {
    return switch (part) {
      case Part.Ready ready ->
          switch (form.form(ready.document(), origin)) {
            case Formed.Sendable sendable -> new Ready(part.ordinal(), sendable.event());
            case Formed.Refused refused -> new Faulted(part.ordinal(), refused.reason());
          };
      case Part.Filtered _ -> new Filtered(part.ordinal());
      case Part.Faulted faulted -> new Faulted(part.ordinal(), faulted.reason());
    };
  }
}
