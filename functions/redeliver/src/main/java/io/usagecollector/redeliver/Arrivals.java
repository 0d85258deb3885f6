package io.usagecollector.redeliver;

import io.usagecollector.aws.sqs.event.SqsMessage;
import io.usagecollector.core.event.SourceHandle.QueueMessage;
import io.usagecollector.core.letter.Assembler;
import io.usagecollector.core.letter.Message;
import io.usagecollector.core.source.Remapping;
import io.usagecollector.core.source.StoredMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came, sorted: what may be tried, and what stays in the queue as it is. A queue delays a
 * message by a quarter of an hour at most, so one that is to be tried later than that comes too
 * early: it is put off, and nothing is counted for it.
 */
final class Arrivals {
  /** Parts that came without the others are in sight again at the next of these moments. */
  private static final Duration MEETING = Duration.ofMinutes(5);

  private final Contents contents;
  private final Remapping remapping;
  private final Instant now;
  private final List<StoredMessage> due = new ArrayList<>();
  private final Map<QueueMessage, Duration> early = new LinkedHashMap<>();
  private final List<SqsMessage> unread = new ArrayList<>();
  private final Map<QueueMessage, List<QueueMessage>> companions = new LinkedHashMap<>();
  private final Assembler<SqsMessage> parts = new Assembler<>();

  private Arrivals(Contents contents, Remapping remapping, Instant now) {
    this.contents = contents;
    this.remapping = remapping;
    this.now = now;
  }

  static Arrivals sorted(
      List<SqsMessage> messages, Contents contents, Remapping remapping, Instant now) {
    Arrivals arrivals = new Arrivals(contents, remapping, now);
    messages.forEach(message -> arrivals.sort(message, Message.read(message.body())));
    arrivals.assemble();
    return arrivals;
  }

  /** What may be tried. */
  List<StoredMessage> due() {
    return due;
  }

  /** What may not be yet, and for how long. */
  Map<QueueMessage, Duration> early() {
    return early;
  }

  /** What lies elsewhere, where it could not be reached now. */
  List<SqsMessage> unread() {
    return unread;
  }

  /** The messages that end as another one does, since they hold a letter together. */
  Map<QueueMessage, List<QueueMessage>> companions() {
    return companions;
  }

  private void sort(SqsMessage message, Message read) {
    switch (read) {
      case Message.Whole _, Message.Unreadable _ -> take(message, read);
      case Message.Claimed claimed ->
          contents
              .of(claimed)
              .ifPresentOrElse(found -> take(message, found), () -> unread.add(message));
      case Message.Part part -> parts.add(message, part);
    }
  }

  private void take(SqsMessage message, Message read) {
    StoredMessage stored =
        StoredMessage.of(message.handle(), message.body(), read, message.sentAt(), remapping);
    if (stored.notBefore().isAfter(now)) {
      early.put(message.handle(), Duration.between(now, stored.notBefore()));
    } else {
      due.add(stored);
    }
  }

  private void assemble() {
    parts
        .assembled()
        .forEach(whole -> {
          SqsMessage first = whole.messages().getFirst();
          take(first, whole.result());
          companions.put(
              first.handle(), whole.messages().stream().skip(1).map(SqsMessage::handle).toList());
        });
    parts
        .incomplete()
        .forEach(
            some -> some.messages().forEach(one -> early.put(one.handle(), untilNextMeeting())));
  }

  private Duration untilNextMeeting() {
    long every = MEETING.toMillis();
    return Duration.ofMillis(every - Math.floorMod(now.toEpochMilli(), every));
  }
}
