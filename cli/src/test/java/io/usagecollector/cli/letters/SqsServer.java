package io.usagecollector.cli.letters;

import io.usagecollector.cli.letters.queue.QueueAddress;
import io.usagecollector.cli.letters.queue.QueueClients;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A real SQS server on this machine, with as many queues as are asked for. */
final class SqsServer implements AutoCloseable {
  private static final int OUT_OF_SIGHT_SECONDS = 60;

  private final SQSRestServer server;
  private final URI endpoint;
  private final SqsClient sqs;
  private final AtomicInteger made = new AtomicInteger();

  SqsServer() {
    server = SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start();
    endpoint = URI.create("http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort());
    sqs = QueueClients.aws().of(QueueAddress.parse("test", endpoint + "/000000000000/none"));
  }

  SqsClient sqs() {
    return sqs;
  }

  /** A new queue; its URL. */
  String queue(String name) {
    String unique = name + "-" + made.incrementAndGet();
    sqs.createQueue(q ->
        q.queueName(unique)
            .attributes(
                Map.of(
                    QueueAttributeName.VISIBILITY_TIMEOUT,
                    "30",
                    QueueAttributeName.MESSAGE_RETENTION_PERIOD,
                    "1209600")));
    return endpoint + "/000000000000/" + unique;
  }

  void send(String queue, String body) {
    sqs.sendMessage(m -> m.queueUrl(queue).messageBody(body));
  }

  /** All that can be received, which afterwards can be received again. */
  List<String> bodies(String queue) {
    List<Message> all = new ArrayList<>();
    for (var page = receive(queue); !page.isEmpty(); page = receive(queue)) {
      all.addAll(page);
    }
    for (Message message : all) {
      sqs.changeMessageVisibility(
          c -> c.queueUrl(queue).receiptHandle(message.receiptHandle()).visibilityTimeout(0));
    }
    return all.stream().map(Message::body).toList();
  }

  private List<Message> receive(String queue) {
    return sqs.receiveMessage(r ->
            r.queueUrl(queue)
                .maxNumberOfMessages(10)
                .visibilityTimeout(OUT_OF_SIGHT_SECONDS)
                .waitTimeSeconds(0))
        .messages();
  }

  @Override
  public void close() {
    sqs.close();
    server.stopAndWait();
  }
}
