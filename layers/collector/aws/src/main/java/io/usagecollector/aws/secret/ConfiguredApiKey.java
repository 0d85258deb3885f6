package io.usagecollector.aws.secret;

import io.usagecollector.core.config.variable.Secret;
import io.usagecollector.core.sink.flexprice.ApiKey;

/** The API key that the configuration refers to. */
public final class ConfiguredApiKey implements ApiKey {
  private final Secret secret;
  private final CachedSecrets secrets;

  public ConfiguredApiKey(Secret secret, CachedSecrets secrets) {
    this.secret = secret;
    this.secrets = secrets;
  }

  @Override
  public String value() {
    return secret.reveal(secrets);
  }

  @Override
  public void renew() {
    secrets.renew();
  }
}
