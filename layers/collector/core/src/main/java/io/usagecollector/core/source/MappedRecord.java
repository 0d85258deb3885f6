package io.usagecollector.core.source;

import io.usagecollector.bloblang.TimeLimit;
import io.usagecollector.core.delivery.item.Inbound;
import io.usagecollector.core.delivery.item.Item;
import io.usagecollector.core.event.EventOrigin;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceHandle;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.letter.Attempts;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.letter.Origin;
import io.usagecollector.core.record.Part;
import io.usagecollector.core.record.RecordPipeline;
import io.usagecollector.core.sink.EventForm;
import io.usagecollector.core.sink.Formed;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * A record whose items are made by a pipeline and a billing service's form, when they are asked
 * for: mapped at once, formed one by one, so that the bytes of few events are there at a time.
 */
public final class MappedRecord implements Inbound {
  private final Origin origin;
  private final RecordPipeline pipeline;
  private final EventForm form;
  private final LongSupplier nanoTime;
  private final SourceRecord record;
  private final SourceHandle handle;
  private OptionalInt count = OptionalInt.empty();

  /**
   * @param nanoTime a clock that never goes back, such as {@code System::nanoTime}
   */
  public MappedRecord(
      Origin origin,
      RecordPipeline pipeline,
      EventForm form,
      LongSupplier nanoTime,
      SourceRecord record) {
    this.origin = origin;
    this.pipeline = pipeline;
    this.form = form;
    this.nanoTime = nanoTime;
    this.record = record;
    this.handle = new SourceHandle.KafkaRecord(record.at());
  }

  /** Records of one stream, each to be mapped when its turn comes. */
  public static Function<SourceRecord, Inbound> with(
      Origin origin, RecordPipeline pipeline, EventForm form, LongSupplier nanoTime) {
    return record -> new MappedRecord(origin, pipeline, form, nanoTime, record);
  }

  @Override
  public SourceHandle handle() {
    return handle;
  }

  @Override
  public int attempts() {
    return 0;
  }

  @Override
  public long writtenAt() {
    return record.timestampMillis();
  }

  /** A pipeline and a form throw nothing; if one does, that is this record's fault alone. */
  @Override
  public Iterator<Item> items(Duration left) {
    List<Part> parts;
    try {
      long end = nanoTime.getAsLong() + left.toNanos();
      parts = pipeline.process(record, TimeLimit.at(end, nanoTime));
      count = OptionalInt.of(parts.size());
    } catch (RuntimeException | StackOverflowError e) {
      Reason reason = broken(Reason.Kind.MAPPING_FAULT, "the pipeline", e);
      return List.<Item>of(new Item.Faulty(0, reason)).iterator();
    }
    return formed(parts.iterator());
  }

  /** No stream: one would cost a record of one part more than its item. */
  private Iterator<Item> formed(Iterator<Part> parts) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return parts.hasNext();
      }

      @Override
      public Item next() {
        return item(parts.next());
      }
    };
  }

  private Item item(Part part) {
    return switch (part) {
      case Part.Ready ready -> formed(ready);
      case Part.Filtered filtered -> new Item.Filtered(filtered.ordinal());
      case Part.Faulted(int ordinal, Reason reason) ->
          reason.kind() == Reason.Kind.OUT_OF_TIME
              ? new Item.OutOfTime(ordinal, reason)
              : new Item.Faulty(ordinal, reason);
    };
  }

  private Item formed(Part.Ready part) {
    int ordinal = part.ordinal();
    try {
      EventOrigin from = EventOrigin.of(origin.stream(), record, ordinal);
      return switch (form.form(part.document(), from)) {
        case Formed.Sendable sendable -> new Item.Sendable(ordinal, sendable.event());
        case Formed.Refused refused -> new Item.Faulty(ordinal, refused.reason());
      };
    } catch (RuntimeException | StackOverflowError e) {
      return new Item.Faulty(ordinal, broken(Reason.Kind.INVALID_EVENT, "the event's form", e));
    }
  }

  private static Reason broken(Reason.Kind kind, String what, Throwable e) {
    String text = what + " failed on it: " + e.getClass().getSimpleName();
    return new Reason(kind, text, text + ": " + e.getMessage());
  }

  @Override
  public Letter letter(
      int ordinal, Reason reason, Optional<UsageEvent> event, boolean ambiguous, Instant at) {
    Attempts attempts = Attempts.first(at, ambiguous);
    return new Letter(origin, record, ordinal, count, event, reason, attempts, at);
  }

  @Override
  public Letter whole(Reason reason, Instant at) {
    return new Letter(origin, record, 0, Optional.empty(), reason, Attempts.first(at, false), at);
  }
}
