package io.usagecollector.aws.secret;

import static java.time.temporal.ChronoUnit.MINUTES;

import io.usagecollector.aws.AwsClients;
import io.usagecollector.aws.Lazy;
import io.usagecollector.core.config.variable.SecretSource;
import java.util.function.Supplier;
import software.amazon.lambda.powertools.parameters.secrets.SecretsProvider;

/**
 * Secrets from AWS Secrets Manager, each kept for five minutes, so that a rotated one is used soon
 * without a deploy. Thread-safe.
 */
public final class CachedSecrets implements SecretSource {
  private static final int MAX_AGE_MINUTES = 5;

  private final Supplier<SecretsProvider> empty;
  private volatile Lazy<SecretsProvider> provider;

  /**
   * @param empty makes a provider that has fetched nothing yet
   */
  public CachedSecrets(Supplier<SecretsProvider> empty) {
    this.empty = empty;
    this.provider = new Lazy<>(empty);
  }

  /** Of the account whose clients these are. */
  public static CachedSecrets of(AwsClients clients) {
    return new CachedSecrets(() -> SecretsProvider.builder().withClient(clients.secrets()).build());
  }

  @Override
  public String fetch(String arn) {
    return provider.get().withMaxAge(MAX_AGE_MINUTES, MINUTES).get(arn);
  }

  /** Forgets all of them, so that each is fetched anew when it is next needed. */
  public void renew() {
    provider = new Lazy<>(empty);
  }
}
