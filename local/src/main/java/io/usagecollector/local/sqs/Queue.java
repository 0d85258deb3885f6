package io.usagecollector.local.sqs;

import java.net.URI;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** One queue, seen over the SQS API as any client sees it. */
public final class Queue implements AutoCloseable {
  private static final int SECONDS_OUT_OF_SIGHT = 60;

  private final SqsClient client;
  private final String url;

  private Queue(SqsClient client, String url) {
    this.client = client;
    this.url = url;
  }

  /** The queue of that name, created unless it is there; letters stay as long as SQS allows. */
  public static Queue open(URI endpoint, String name) {
    var client =
        SqsClient.builder()
            .endpointOverride(endpoint)
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    var attributes = Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "30");
    String url = client.createQueue(q -> q.queueName(name).attributes(attributes)).queueUrl();
    return new Queue(client, url);
  }

  public String url() {
    return url;
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

  /** Sends a message as a test or a tool would. */
  public void send(String body) {
    client.sendMessage(m -> m.queueUrl(url).messageBody(body));
  }

  /** All bodies, read without taking them: afterwards every message is in sight again. */
  public List<String> peek() {
    var seen = new java.util.LinkedHashMap<String, Message>();
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
                .maxNumberOfMessages(10)
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
