package io.usagecollector.local.poller;

import io.usagecollector.local.lambda.PayloadLimit;
import io.usagecollector.local.sqs.Queue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Receives messages and cuts batches of them: up to the batch size, to what an invocation can
 * carry, and to the end of the window that the first message opened. One thread uses it.
 */
final class Inbox {
  private static final Duration LONG_POLL = Duration.ofSeconds(1);

  private final Queue queue;
  private final PollerSettings settings;
  private final Clock clock;
  private final MessageJson json;
  private final ArrayDeque<MessageBatch.Entry> waiting = new ArrayDeque<>();

  Inbox(Queue queue, PollerSettings settings, Clock clock) {
    this.queue = queue;
    this.settings = settings;
    this.clock = clock;
    this.json = new MessageJson(queue.arn());
  }

  /** The next batch; an empty one if nothing came while a long poll lasted. */
  MessageBatch next() {
    if (waiting.isEmpty()) {
      receive();
    }
    Instant end = clock.instant().plus(settings.window());
    while (!waiting.isEmpty()
        && waiting.size() < settings.batchSize()
        && clock.instant().isBefore(end)) {
      receive();
    }
    return new MessageBatch(cut());
  }

  private void receive() {
    int most = Math.min(PollerSettings.ONE_RECEIVE, settings.batchSize());
    for (Message message : queue.receive(most, LONG_POLL)) {
      waiting.add(new MessageBatch.Entry(message, json.write(message)));
    }
  }

  private List<MessageBatch.Entry> cut() {
    var entries = new ArrayList<MessageBatch.Entry>();
    int bytes = 0;
    while (!waiting.isEmpty() && entries.size() < settings.batchSize()) {
      bytes += waiting.getFirst().json().length + 1;
      if (bytes > PayloadLimit.RECORDS && !entries.isEmpty()) {
        break;
      }
      entries.add(waiting.removeFirst());
    }
    return entries;
  }
}
