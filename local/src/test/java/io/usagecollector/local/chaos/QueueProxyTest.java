package io.usagecollector.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.local.sqs.Queue;
import io.usagecollector.local.sqs.QueueServer;
import io.usagecollector.local.sqs.QueueSettings;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** The proxy in front of a real queue, asked by the real client, which here tries once. */
class QueueProxyTest {
  static QueueServer server;

  Queue queue;

  @BeforeAll
  static void startServer() {
    server = QueueServer.start(Optional.empty());
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @BeforeEach
  void openQueue(TestInfo test) {
    String name = test.getTestMethod().orElseThrow().getName();
    queue = Queue.open(server.endpoint(), name, QueueSettings.PLAIN);
  }

  @AfterEach
  void closeQueue() {
    queue.close();
  }

  private static SqsClient client(URI endpoint) {
    return SqsClient.builder()
        .endpointOverride(endpoint)
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(AnonymousCredentialsProvider.create())
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(c -> c.retryStrategy(AwsRetryStrategy.doNotRetry()))
        .build();
  }

  @Test
  void theQueueHasWhatThePlanLetsThroughOrLosesTheAnswerOf() {
    var plan = List.of(SendFault.REFUSED, SendFault.ANSWER_LOST, SendFault.NONE);
    try (var proxy = QueueProxy.start(server.endpoint(), plan);
        var client = client(proxy.endpoint())) {
      assertThatThrownBy(() -> send(client, "refused"))
          .isInstanceOfSatisfying(
              SqsException.class, e -> assertThat(e.statusCode()).isEqualTo(503));
      assertThat(proxy.isCalm()).isFalse();
      assertThatThrownBy(() -> send(client, "lost")).isInstanceOf(SdkClientException.class);
      send(client, "through");
      assertThat(proxy.isCalm()).isTrue();
      send(client, "calm");
    }
    assertThat(queue.peek()).containsExactlyInAnyOrder("lost", "through", "calm");
  }

  @Test
  void whatSendsNothingGoesThroughAndUsesNothingUp() {
    try (var proxy = QueueProxy.start(server.endpoint(), List.of(SendFault.REFUSED));
        var client = client(proxy.endpoint())) {
      assertThat(client.receiveMessage(r -> r.queueUrl(queue.url())).messages()).isEmpty();
      assertThat(proxy.isCalm()).isFalse();
    }
  }

  private void send(SqsClient client, String body) {
    var entry = SendMessageBatchRequestEntry.builder().id("1").messageBody(body).build();
    client.sendMessageBatch(batch -> batch.queueUrl(queue.url()).entries(entry));
  }
}
