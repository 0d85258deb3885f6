package io.usagecollector.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** The same over a real queue, with its receipts and its own clock. */
class RealQueueTest {
  private static SQSRestServer server;
  private static SqsClient sqs;

  private final MemoryBucket bucket = new MemoryBucket(new Interruption());

  @BeforeAll
  static void start() {
    server = SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start();
    int port = server.waitUntilStarted().localAddress().getPort();
    sqs =
        SqsClient.builder()
            .endpointOverride(URI.create("http://127.0.0.1:" + port))
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
  }

  @AfterAll
  static void stop() {
    sqs.close();
    server.stopAndWait();
  }

  private static String queue(String name, int letters) {
    String url = sqs.createQueue(request -> request.queueName(name)).queueUrl();
    for (int i = 0; i < letters; i++) {
      String body = "letter " + i;
      sqs.sendMessage(request -> request.queueUrl(url).messageBody(body));
    }
    return url;
  }

  private String runIn(String url, Duration afterwards) {
    var environment =
        Map.of("DEAD_LETTER_QUEUE_URL", url, "LETTER_BUCKET", "letters", "ARCHIVE_AFTER_DAYS", "4");
    InstantSource clock = InstantSource.fixed(Instant.now().plus(afterwards));
    return LocalParts.invoke(
        new ArchiveHandler(environment, LocalParts.clients(sqs, bucket), clock), 900_000);
  }

  private static List<Message> receive(String url) {
    return sqs.receiveMessage(request -> request.queueUrl(url).maxNumberOfMessages(10)).messages();
  }

  @Test
  void whatIsOldIsInTheBucketAndOutOfTheQueue() {
    String url = queue("old", 25);

    assertThat(runIn(url, Duration.ofDays(5))).isEqualTo("{\"archived\":25}");

    assertThat(receive(url)).isEmpty();
    assertThat(bucket.objects.values())
        .singleElement()
        .satisfies(object -> assertThat(LocalParts.steps(object)).hasSize(27));
  }

  @Test
  void whatIsYoungIsThereForTheNextReceiver() {
    String url = queue("young", 3);

    assertThat(runIn(url, Duration.ofDays(3))).isEqualTo("{\"archived\":0}");

    assertThat(receive(url)).hasSize(3);
    assertThat(bucket.objects).isEmpty();
  }
}
