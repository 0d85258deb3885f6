package io.usagecollector.core.config.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file's lines look like where they are shown. */
class VeiledTextTest {
  private static final String SECRET = "sk_live_abc";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "output:\n  flexprice:\n    api_kye: \"sk_live_abc\"\n",
        "output:\n  flexprice:\n    apikey: sk_live_abc\n",
        "output:\n  flexprice:\n    key: sk_live_abc\n",
        "output:\n  flexprice:\n    x-api-key: sk_live_abc\n",
        "output:\n  flexprice:\n    geheim: sk_live_abc\n",
        "output: {flexprice: {api_host: h, api_kye: sk_live_abc, colour: red}}\n",
        "output: {flexprice: {\"api_kye\": \"sk_live_abc\"}}\n",
        "output:\n  flexprice:\n    api_kye: |\n      first\n      sk_live_abc\n    scheme: http\n",
        "output:\n  flexprice:\n    api_kye: >-\n\n      sk_live_abc\n",
        "output:\n  flexprice:\n    api_kye:\n      sk_live_abc\n",
        "output:\n  flexprice: {api_kye:\n  sk_live_abc}\n",
        "output:\n  flexprice:\n    api_kye: \"first\n sk_live_abc\"\n",
        "output:\n  flexprice:\n    api_kye sk_live_abc\n",
        "output:\n  flexprice:\n    api_kye = sk_live_abc\n",
        "output:\n  flexprice:\n    api_key: ${KEY:sk_live_abc}\n",
        "output:\n  flexprice:\n    api_key: *sk_live_abc\n",
        "input:\n  kafka:\n    sasl:\n      pasword: sk_live_abc\n",
        "input:\n  kafka:\n    sasl: {user: u, client_secrt: sk_live_abc}\n",
        "pipeline:\n  processors:\n    - http: {headers: {Authorization: Bearer sk_live_abc}}\n",
        "http:\n  pasword: sk_live_abc\n",
      })
  void aSecretIsNeverShownHoweverItsKeyIsSpelt(String text) {
    String veiled = VeiledText.of(text);
    assertThat(veiled).doesNotContain(SECRET).hasSameSizeAs(text);
    assertThat(veiled.lines().count()).isEqualTo(text.lines().count());
  }

  @Test
  void whatIsNoSecretIsShownAsItStands() {
    String text =
        """
        input:
          kafka: {topics: [t], consumer_group: g}
        pipeline:
          processors:
            - mapping: |
                root.properties = {"total_tokens": this.usage.tokens, "token": this.t}
                root.secret = this.secret
            - mapping: root.token = {"token": this.a}
        output:
          flexprice:
            api_key: ${FLEXPRICE_API_KEY}
            api_host: h
            batching: {count: 10}
        """;
    assertThat(VeiledText.of(text)).isEqualTo(text);
  }

  @Test
  void howABlockIsReadIsNoPartOfIt() {
    assertThat(VeiledText.of("input:\n  generate:\n    maping: |-\n      abc\n    count: 1\n"))
        .isEqualTo("input:\n  generate:\n    maping: |-\n      ***\n    count: 1\n");
  }

  @Test
  void theKeyAndItsPlaceStay() {
    assertThat(VeiledText.of("output:\n  flexprice:\n    api_kye: \"abc\"\n    scheme: http\n"))
        .isEqualTo("output:\n  flexprice:\n    api_kye: *****\n    scheme: http\n");
  }
}
