package io.usagecollector.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.config.finding.Notice;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret that stands in the file itself is told, and not repeated. */
class OpenSecretsTest {
  private static final String SAID =
      " is a secret that everyone sees who sees the file: write ${NAME}, and set the variable";

  private static List<String> told(String text) {
    CollectorConfig config =
        CollectorConfig.parse("p.yaml", text, EnvironmentVariables.of(Map.of("KEY", "k")));
    return config.notices().stream()
        .map(Notice::text)
        .filter(notice -> notice.endsWith(SAID))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sk_live_abc",
        "'sk_live_abc'",
        "${KEY:sk_live_abc}",
        "a${KEY}",
        "|-\n      sk_live_abc"
      })
  void aKeyInTheFileHasANotice(String written) {
    assertThat(told("output:\n  flexprice:\n    api_key: " + written + "\n"))
        .containsExactly("output.flexprice.api_key" + SAID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"${KEY}", "${KEY:}", "${KEY}${KEY}"})
  void aReferenceHasNone(String written) {
    assertThat(told("output:\n  flexprice:\n    api_key: '" + written + "'\n")).isEmpty();
  }

  @Test
  void soHasWhateverIsCalledASecret() {
    assertThat(
            told(
                """
                input:
                  kafka_franz:
                    tls: {client_certs: [{cert_file: c, key: PEM, password: p}]}
                    sasl: [{mechanism: PLAIN, username: u, password: p, token: t, aws: {credentials: {secret: s}}}]
                output: {flexprice: {api_key: "${KEY}"}}
                """))
        .containsExactly(
            "input.kafka_franz.tls.client_certs[0].key" + SAID,
            "input.kafka_franz.tls.client_certs[0].password" + SAID,
            "input.kafka_franz.sasl[0].password" + SAID,
            "input.kafka_franz.sasl[0].token" + SAID,
            "input.kafka_franz.sasl[0].aws.credentials.secret" + SAID);
  }
}
