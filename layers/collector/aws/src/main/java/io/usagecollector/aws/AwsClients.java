package io.usagecollector.aws;

import java.time.Duration;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * AWS clients: region, credentials and endpoints come from the environment, each call is bounded.
 */
final class AwsClients {
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration ATTEMPT = Duration.ofSeconds(5);
  private static final Duration CALL = Duration.ofSeconds(10);

  private AwsClients() {}

  static SqsClient sqs() {
    return SqsClient.builder().httpClientBuilder(http()).overrideConfiguration(bounds()).build();
  }

  static SecretsManagerClient secrets() {
    return SecretsManagerClient.builder()
        .httpClientBuilder(http())
        .overrideConfiguration(bounds())
        .build();
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
