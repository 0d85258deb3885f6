package io.usagecollector.aws;

import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The AWS clients of one function instance, each made when it is first asked for. Adapters are
 * handed what they call; none makes a client of its own. Thread-safe.
 */
public final class AwsClients {
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration ATTEMPT = Duration.ofSeconds(5);
  private static final Duration CALL = Duration.ofSeconds(10);

  /** What instances share must answer soon, or they go on without. */
  private static final Duration SHARED = Duration.ofSeconds(1);

  private final Lazy<SqsClient> sqs;
  private final Lazy<SecretsManagerClient> secrets;
  private final Lazy<DynamoDbClient> dynamoDb;
  private final Lazy<S3Client> s3;

  /**
   * @param sqs makes the client for queues
   * @param secrets makes the client for secrets
   * @param dynamoDb makes the client for what instances share
   * @param s3 makes the client for what is too large for a queue
   */
  public AwsClients(
      Supplier<SqsClient> sqs,
      Supplier<SecretsManagerClient> secrets,
      Supplier<DynamoDbClient> dynamoDb,
      Supplier<S3Client> s3) {
    this.sqs = new Lazy<>(sqs);
    this.secrets = new Lazy<>(secrets);
    this.dynamoDb = new Lazy<>(dynamoDb);
    this.s3 = new Lazy<>(s3);
  }

  /** Region, credentials and endpoints as the SDK finds them; each call is bounded. */
  public static AwsClients standard() {
    return new AwsClients(
        () -> SqsClient.builder().httpClientBuilder(http()).overrideConfiguration(bounds()).build(),
        () ->
            SecretsManagerClient.builder()
                .httpClientBuilder(http())
                .overrideConfiguration(bounds())
                .build(),
        () ->
            DynamoDbClient.builder()
                .httpClientBuilder(
                    UrlConnectionHttpClient.builder()
                        .connectionTimeout(SHARED)
                        .socketTimeout(SHARED))
                .overrideConfiguration(bounds -> bounds.apiCallTimeout(SHARED.multipliedBy(3)))
                .build(),
        () ->
            S3Client.builder()
                .httpClientBuilder(http())
                .overrideConfiguration(bounds -> bounds.apiCallTimeout(CALL))
                .build());
  }

  public SqsClient sqs() {
    return sqs.get();
  }

  public SecretsManagerClient secrets() {
    return secrets.get();
  }

  public DynamoDbClient dynamoDb() {
    return dynamoDb.get();
  }

  public S3Client s3() {
    return s3.get();
  }

  private static UrlConnectionHttpClient.Builder http() {
    return UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(ATTEMPT);
  }

  private static ClientOverrideConfiguration bounds() {
    return ClientOverrideConfiguration.builder()
        .apiCallAttemptTimeout(ATTEMPT)
        .apiCallTimeout(CALL)
        .build();
  }
}
