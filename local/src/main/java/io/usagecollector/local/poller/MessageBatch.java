package io.usagecollector.local.poller;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.model.Message;

/** Messages for one invocation. */
record MessageBatch(List<Entry> entries) {
  private static final byte[] HEAD = "{\"Records\":[".getBytes(StandardCharsets.UTF_8);
  private static final byte[] TAIL = "]}".getBytes(StandardCharsets.UTF_8);

  /**
   * A message on its way.
   *
   * @param message as SQS handed it over
   * @param json as it stands in an event, UTF-8
   */
  @SuppressWarnings("ArrayRecordComponent") // A carrier of bytes: never compared, never a key.
  record Entry(Message message, byte[] json) {}

  MessageBatch {
    entries = List.copyOf(entries);
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  Set<String> ids() {
    return entries.stream()
        .map(entry -> entry.message().messageId())
        .collect(Collectors.toUnmodifiableSet());
  }

  List<Message> without(Set<String> ids) {
    return entries.stream()
        .map(Entry::message)
        .filter(message -> !ids.contains(message.messageId()))
        .toList();
  }

  /** The event that the function is invoked with. */
  byte[] toEvent() {
    var out = new ByteArrayOutputStream(1 << 16);
    out.writeBytes(HEAD);
    for (int i = 0; i < entries.size(); i++) {
      if (i > 0) {
        out.write(',');
      }
      out.writeBytes(entries.get(i).json());
    }
    out.writeBytes(TAIL);
    return out.toByteArray();
  }
}
