package io.usagecollector.aws.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.core.config.CollectorConfig;
import io.usagecollector.core.config.output.Output;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import io.usagecollector.core.config.variable.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.lambda.powertools.parameters.secrets.SecretsProvider;

class ConfiguredApiKeyTest {
  private static final long PATIENCE = 20;

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));

  /** The calls that wait for an answer of the store. */
  private final LinkedBlockingQueue<CompletableFuture<String>> calls = new LinkedBlockingQueue<>();

  private final SecretsManagerClient store =
      new SecretsManagerClient() {
        @Override
        public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
          var answer = new CompletableFuture<String>();
          calls.add(answer);
          String value = answer.exceptionally(fault -> "").join();
          if (value.isEmpty()) {
            throw SdkClientException.create("the store does not answer");
          }
          return GetSecretValueResponse.builder().secretString(value).build();
        }

        @Override
        public String serviceName() {
          return "secretsmanager";
        }

        @Override
        public void close() {}
      };

  private final ConfiguredApiKey key =
      new ConfiguredApiKey(
          secret(),
          new CachedSecrets(() -> SecretsProvider.builder().withClient(store).build()),
          now::get);

  private static Secret secret() {
    CollectorConfig config =
        CollectorConfig.parse(
            "pipeline.yaml",
            "output: {flexprice: {api_key: \"${KEY}\"}}",
            EnvironmentVariables.of(Map.of("KEY_SECRET_ARN", "arn:key")));
    return ((Output.Flexprice) config.output()).apiKey();
  }

  private void answers(String value) throws InterruptedException {
    CompletableFuture<String> call = calls.poll(PATIENCE, TimeUnit.SECONDS);
    assertThat(call).as("a call to the store").isNotNull();
    call.complete(value);
  }

  private void fails() throws InterruptedException {
    answers("");
  }

  private String value() throws Exception {
    return key.value().get(PATIENCE, TimeUnit.SECONDS);
  }

  private void passes(Duration time) {
    now.updateAndGet(then -> then.plus(time));
  }

  private void knownAs(String value) throws Exception {
    CompletableFuture<String> first = key.value();
    answers(value);
    assertThat(first.get(PATIENCE, TimeUnit.SECONDS)).isEqualTo(value);
  }

  @Test
  void whoAsksWhileItIsFetchedWaitsForTheSameFetch() throws Exception {
    CompletableFuture<String> first = key.value();
    CompletableFuture<String> second = key.value();
    answers("sk_1");
    assertThat(first.get(PATIENCE, TimeUnit.SECONDS)).isEqualTo("sk_1");
    assertThat(second.get(PATIENCE, TimeUnit.SECONDS)).isEqualTo("sk_1");
    assertThat(calls).isEmpty();
  }

  @Test
  void aKeyThatWasGoodIsGivenWhileTheStoreDoesNotAnswerAndAfterItFailed() throws Exception {
    knownAs("sk_1");
    passes(Duration.ofMinutes(6));
    assertThat(key.value()).isCompletedWithValue("sk_1");
    fails();
    for (int minute = 0; minute < 5; minute++) {
      assertThat(value()).isEqualTo("sk_1");
      passes(Duration.ofMinutes(1));
    }
  }

  @Test
  void aRotatedKeyIsFoundBesideTheOneInUse() throws Exception {
    knownAs("sk_1");
    passes(Duration.ofMinutes(6));
    assertThat(key.value()).isCompletedWithValue("sk_1");
    answers("sk_2");
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
    while (!value().equals("sk_2") && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(value()).isEqualTo("sk_2");
  }

  @Test
  void aRefusedKeyIsNeverGivenAgainThoughTheStoreFails() throws Exception {
    knownAs("sk_1");
    key.renew();
    CompletableFuture<String> after = key.value();
    fails();
    assertThatThrownBy(() -> after.get(PATIENCE, TimeUnit.SECONDS)).hasMessageNotContaining("sk_1");
    assertThat(key.value()).isNotDone();
    answers("sk_2");
    assertThat(value()).isEqualTo("sk_2");
  }

  @Test
  void aFetchThatBeganBeforeTheRefusalBringsNothingBack() throws Exception {
    knownAs("sk_1");
    passes(Duration.ofMinutes(6));
    assertThat(key.value()).isCompletedWithValue("sk_1");
    CompletableFuture<String> before = calls.poll(PATIENCE, TimeUnit.SECONDS);
    key.renew();
    assertThat(before).isNotNull();
    before.complete("sk_1");
    CompletableFuture<String> after = key.value();
    answers("sk_2");
    assertThat(after.get(PATIENCE, TimeUnit.SECONDS)).isEqualTo("sk_2");
    assertThat(value()).isEqualTo("sk_2");
  }
}
