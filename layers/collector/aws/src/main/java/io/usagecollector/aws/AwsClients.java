package io.usagecollector.aws;

import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
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

  private final Lazy<SqsClient> sqs;
  private final Lazy<SecretsManagerClient> secrets;

  /**
   * @param sqs makes the client for queues
   * @param secrets makes the client for secrets
   */
  public AwsClients(Supplier<SqsClient> sqs, Supplier<SecretsManagerClient> secrets) {
    this.sqs = new Lazy<>(sqs);
    this.secrets = new Lazy<>(secrets);
  }

  /** Region, credentials and endpoints as the SDK finds them; each call is bounded. */
  public static AwsClients standard() {
    return new AwsClients(
        () -> SqsClient.builder().httpClientBuilder(http()).overrideConfiguration(bounds()).build(),
        () ->
            SecretsManagerClient.builder()
                .httpClientBuilder(http())
                .overrideConfiguration(bounds())
                .build());
  }

  public SqsClient sqs() {
    return sqs.get();
  }

  public SecretsManagerClient secrets() {
    return secrets.get();
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
