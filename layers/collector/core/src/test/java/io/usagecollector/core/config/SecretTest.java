package io.usagecollector.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.core.config.output.Output;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import io.usagecollector.core.config.variable.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretTest {
  private final List<String> asked = new ArrayList<>();

  private static Secret apiKey(String written, Map<String, String> environment) {
    String text = "output: {flexprice: {api_host: h, api_key: \"" + written + "\"}}";
    var config = CollectorConfig.parse("pipeline.yaml", text, EnvironmentVariables.of(environment));
    return ((Output.Flexprice) config.output()).apiKey();
  }

  private String store(String arn) {
    asked.add(arn);
    return "from the store, time " + asked.size();
  }

  @Test
  void theEnvironmentComesBeforeTheStoreAndTheDefault() {
    Secret secret = apiKey("${KEY:other}", Map.of("KEY", "fp_env", "KEY_SECRET_ARN", "arn:1"));
    assertThat(secret.reveal(this::store)).isEqualTo("fp_env");
    assertThat(asked).isEmpty();
    assertThat(secret.refetchable()).isFalse();
  }

  @Test
  void theStoreIsAskedOnlyWhenTheSecretIsRevealedAndThenEachTime() {
    Secret secret = apiKey("${KEY}", Map.of("KEY_SECRET_ARN", "arn:1"));
    assertThat(asked).isEmpty();
    assertThat(secret.refetchable()).isTrue();
    assertThat(secret.reveal(this::store)).isEqualTo("from the store, time 1");
    assertThat(secret.reveal(this::store)).isEqualTo("from the store, time 2");
    assertThat(asked).containsExactly("arn:1", "arn:1");
  }

  @Test
  void anEmptyVariableIsNotSet() {
    Secret secret = apiKey("${KEY}", Map.of("KEY", "", "KEY_SECRET_ARN", "arn:1"));
    assertThat(secret.reveal(this::store)).isEqualTo("from the store, time 1");
  }

  @Test
  void theDefaultComesLast() {
    assertThat(apiKey("${KEY:fp_default}", Map.of()).reveal(this::store)).isEqualTo("fp_default");
  }

  @Test
  void aSecretWithoutAnyAnswerRefusesStart() {
    assertThatThrownBy(() -> apiKey("${KEY}", Map.of()))
        .hasMessage(
            "pipeline.yaml:1:44: output.flexprice.api_key needs the environment variable KEY,"
                + " which is not set; or let KEY_SECRET_ARN name a secret that holds it");
    assertThatThrownBy(() -> apiKey("", Map.of()))
        .hasMessage("pipeline.yaml:1:44: output.flexprice.api_key is empty");
  }

  @Test
  void aSecretPrintsNothing() {
    assertThat(apiKey("fp_written", Map.of())).hasToString("Secret[hidden]");
    assertThat(
            CollectorConfig.parse(
                    "f",
                    "output: {flexprice: {api_key: fp_written}}",
                    EnvironmentVariables.of(Map.of()))
                .toString())
        .doesNotContain("fp_written");
  }
}
