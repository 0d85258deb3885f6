package io.usagecollector.aws.s3;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** S3 and SQS in a container, where there is an engine for it. */
final class LocalStack implements AutoCloseable {
  private static final String IMAGE =
      Optional.ofNullable(System.getenv("LOCALSTACK_IMAGE")).orElse("localstack/localstack:4.14.0");

  private final LocalStackContainer container =
      new LocalStackContainer(
              DockerImageName.parse(IMAGE).asCompatibleSubstituteFor("localstack/localstack"))
          .withServices("s3", "sqs");

  private LocalStack() {}

  /** A started one; without Docker the test that asks is skipped, and says so. */
  static LocalStack start() {
    boolean docker = DockerClientFactory.instance().isDockerAvailable();
    if (!docker) {
      System.err.println(
          "SKIPPED: letters in S3 are not tried against LocalStack, since no Docker engine answers."
              + " Start one, or set DOCKER_HOST.");
    }
    Assumptions.assumeTrue(docker, "no Docker engine answers");
    LocalStack started = new LocalStack();
    started.container.start();
    return started;
  }

  <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
    return builder
        .endpointOverride(endpoint())
        .region(Region.of(container.getRegion()))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(container.getAccessKey(), container.getSecretKey())))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  private URI endpoint() {
    return container.getEndpoint();
  }

  @Override
  public void close() {
    container.stop();
  }
}
