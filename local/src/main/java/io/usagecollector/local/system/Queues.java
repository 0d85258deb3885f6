package io.usagecollector.local.system;

import io.usagecollector.local.sqs.Queue;
import io.usagecollector.local.sqs.QueueServer;
import io.usagecollector.local.sqs.QueueSettings;
import io.usagecollector.local.sqs.StoredMessage;
import java.util.List;
import java.util.Optional;

/**
 * A topic's queues.
 *
 * @param server where they are
 * @param retry what waits to be tried again
 * @param deadLetters what a person must look at
 */
record Queues(QueueServer server, Queue retry, Queue deadLetters) implements AutoCloseable {
  static Queues open(QueueServer server, String topic, SystemSettings.Redelivery settings) {
    Queue dead = Queue.open(server.endpoint(), topic + "-dead-letters", QueueSettings.PLAIN);
    var net = new QueueSettings.Redrive(dead.arn(), settings.maxReceiveCount());
    var attributes = new QueueSettings(settings.visibility(), Optional.of(net));
    return new Queues(server, Queue.open(server.endpoint(), topic + "-retry", attributes), dead);
  }

  /** The messages that wait, also those that nobody can receive just now. */
  List<String> waiting() {
    return server.stored(retry).stream().map(StoredMessage::body).toList();
  }

  @Override
  public void close() {
    retry.close();
    deadLetters.close();
  }
}
