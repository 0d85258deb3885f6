package io.usagecollector.local.sqs;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** One queue, seen over the SQS API as any client sees it. Thread-safe. */
public final class Queue implements AutoCloseable {
  private static final int SECONDS_OUT_OF_SIGHT = 60;
  private static final int BATCH = 10;

  private final SqsClient client;
  private final String url;
  private final String arn;

  private Queue(SqsClient client, String url) {
    this.client = client;
    this.url = url;
    this.arn = attribute(QueueAttributeName.QUEUE_ARN);
  }

  /** The queue of that name, created unless it is there; letters stay as long as SQS allows. */
  public static Queue open(URI endpoint, String name, QueueSettings settings) {
    var client =
        SqsClient.builder()
            .endpointOverride(endpoint)
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    String url = client.createQueue(q -> q.queueName(name)).queueUrl();
    client.setQueueAttributes(q -> q.queueUrl(url).attributes(settings.attributes()));
    return new Queue(client, url);
  }

  public String url() {
    return url;
  }

  /** Its name, without the server's address. */
  String name() {
    return url.substring(url.lastIndexOf('/') + 1);
  }

  public String arn() {
    return arn;
  }

  /** How many messages it holds, in sight or not. */
  public long depth() {
    var counts =
        client
            .getQueueAttributes(q ->
                q.queueUrl(url)
                    .attributeNames(
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
            .attributes();
    return counts.values().stream().mapToLong(Long::parseLong).sum();
  }

  private String attribute(QueueAttributeName name) {
    return client
        .getQueueAttributes(q -> q.queueUrl(url).attributeNames(name))
        .attributes()
        .getOrDefault(name, "");
  }

  /** Sends a message as a test or a tool would. */
  public void send(String body) {
    client.sendMessage(m -> m.queueUrl(url).messageBody(body));
  }

  /** Up to {@code most} messages, which the queue hides from then on for its visibility timeout. */
  public List<Message> receive(int most, Duration longPoll) {
    return client
        .receiveMessage(r ->
            r.queueUrl(url)
                .maxNumberOfMessages(most)
                .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                .messageAttributeNames("All")
                .waitTimeSeconds((int) longPoll.toSeconds()))
        .messages();
  }

  /** Deletes messages by the handles that they were received with. */
  public void delete(List<Message> messages) {
    for (int from = 0; from < messages.size(); from += BATCH) {
      var some = messages.subList(from, Math.min(messages.size(), from + BATCH));
      var entries =
          some.stream()
              .map(message ->
                  DeleteMessageBatchRequestEntry.builder()
                      .id(message.messageId())
                      .receiptHandle(message.receiptHandle())
                      .build())
              .toList();
      client.deleteMessageBatch(d -> d.queueUrl(url).entries(entries));
    }
  }

  /** All bodies, read without taking them: afterwards every message is in sight again. */
  public List<String> peek() {
    var seen = new LinkedHashMap<String, Message>();
    for (List<Message> page = receive(); !page.isEmpty(); page = receive()) {
      page.forEach(m -> seen.put(m.receiptHandle(), m));
    }
    seen.keySet().forEach(this::putBack);
    return seen.values().stream().map(Message::body).toList();
  }

  private List<Message> receive() {
    return client
        .receiveMessage(r ->
            r.queueUrl(url)
                .maxNumberOfMessages(BATCH)
                .visibilityTimeout(SECONDS_OUT_OF_SIGHT)
                .waitTimeSeconds(0))
        .messages();
  }

  private void putBack(String receiptHandle) {
    client.changeMessageVisibility(
        c -> c.queueUrl(url).receiptHandle(receiptHandle).visibilityTimeout(0));
  }

  @Override
  public void close() {
    client.close();
  }
}
