package io.usagecollector.aws.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.lambda.powertools.parameters.secrets.SecretsProvider;

class CachedSecretsTest {
  private final AtomicInteger fetches = new AtomicInteger();

  /** A store whose secrets change with each fetch. */
  private final SecretsManagerClient store =
      new SecretsManagerClient() {
        @Override
        public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
          String value = request.secretId() + " as of fetch " + fetches.incrementAndGet();
          return GetSecretValueResponse.builder().secretString(value).build();
        }

        @Override
        public String serviceName() {
          return "secretsmanager";
        }

        @Override
        public void close() {}
      };

  private final CachedSecrets secrets =
      new CachedSecrets(() -> SecretsProvider.builder().withClient(store).build());

  @Test
  void aSecretIsFetchedWhenItIsFirstNeededAndKept() {
    assertThat(fetches).hasValue(0);
    assertThat(secrets.fetch("arn:a")).isEqualTo("arn:a as of fetch 1");
    assertThat(secrets.fetch("arn:a")).isEqualTo("arn:a as of fetch 1");
    assertThat(secrets.fetch("arn:b")).isEqualTo("arn:b as of fetch 2");
  }

  @Test
  void renewedItIsFetchedAnewAtTheNextNeed() {
    secrets.fetch("arn:a");
    secrets.renew();
    assertThat(fetches).hasValue(1);
    assertThat(secrets.fetch("arn:a")).isEqualTo("arn:a as of fetch 2");
  }
}
