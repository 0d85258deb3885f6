package io.usagecollector.redeliver;

import io.usagecollector.testkit.flexprice.FlexpriceStandIn;
import io.usagecollector.testkit.flexprice.StandInOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A stand-in Flexprice, queues, and the function's environment that names them. */
final class LocalParts implements AutoCloseable {
  static final Path ROOT = Path.of("..", "..");

  final FlexpriceStandIn flexprice =
      FlexpriceStandIn.start(new StandInOptions().plainHttp().recordBodies());
  final Map<String, String> environment = new HashMap<>();
  final Queue retries;
  final Queue deadLetters;
  private final SQSRestServer server;
  private final SqsClient sqs;

  /** With the pipeline that is deployed, but for TLS. */
  LocalParts(Path directory) throws IOException {
    server = SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start();
    String endpoint = "http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort();
    sqs =
        SqsClient.builder()
            .endpointOverride(URI.create(endpoint))
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    retries = Queue.create(sqs, "retries");
    deadLetters = Queue.create(sqs, "dead-letters");
    String pipeline = Files.readString(ROOT.resolve("layers/pipeline/pipeline/pipeline.yaml"));
    Path file = directory.resolve("pipeline.yaml");
    Files.writeString(file, pipeline.replace("scheme: https", "scheme: http"));
    environment.put("PIPELINE_FILE", file.toString());
    environment.put("RETRY_QUEUE_URL", retries.url());
    environment.put("DEAD_LETTER_QUEUE_URL", deadLetters.url());
    environment.put("FLEXPRICE_API_HOST", "127.0.0.1:" + flexprice.port());
    environment.put("FLEXPRICE_API_KEY", flexprice.apiKey());
    System.setProperty("aws.endpointUrlSqs", endpoint);
    System.setProperty("aws.region", "eu-central-1");
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
  }

  RedeliverHandler handler() {
    return new RedeliverHandler(environment);
  }

  @Override
  public void close() {
    sqs.close();
    server.stopAndWait();
    flexprice.close();
  }
}
