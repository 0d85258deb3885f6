package io.usagecollector.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.core.config.finding.Notice;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key that is refused for what it does is let through where it does nothing. */
class IdleKeysTest {
  private static CollectorConfig parse(String text) {
    return CollectorConfig.parse("p.yaml", text, EnvironmentVariables.of(Map.of("KEY", "k")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "output: {flexprice: {api_key: '${KEY}', batching: {count: 10, check: '', processors: []}}}",
        "output: {flexprice: {api_key: '${KEY}', batching: {count: 10, check: ~, processors: null}}}",
        "output: {flexprice: {api_key: '${KEY}', batching: {count: null, byte_size:, period: ''}}}",
        "output: {flexprice: {api_key: '${KEY}', batching: null}}",
        "output: {flexprice: {api_key: '${KEY}', api_host: null, scheme: ~}}",
        "resources: {}\noutput: {flexprice: {api_key: '${KEY}'}}",
        "resources: {caches: [], inputs: {}}\noutput: {flexprice: {api_key: '${KEY}'}}",
        "input: {kafka: {batching: {processors: []}}}\noutput: {flexprice: {api_key: '${KEY}'}}",
        "input: {kafka: {regexp_topics: false, multi_header: ''}}\noutput: {flexprice: {api_key: '${KEY}'}}",
        "input: {kafka_franz: {regexp_topics_include: [], regexp_topics_exclude: ~}}\noutput: {flexprice: {api_key: '${KEY}'}}",
        "input:\npipeline:\noutput: {flexprice: {api_key: '${KEY}'}}",
      })
  void whatIsEmptyHasNoEffect(String text) {
    assertThat(parse(text).output()).isNotNull();
  }

  @Test
  void whatIsLetThroughIsSaid() {
    assertThat(
            parse("output: {flexprice: {api_key: '${KEY}', batching: {check: '', processors: []}}}")
                .notices())
        .extracting(Notice::text)
        .isEqualTo(
            List.of(
                "output.flexprice.batching.check is ignored: as it stands, it has no effect",
                "output.flexprice.batching.processors is ignored: as it stands, it has no effect"));
  }

  @Test
  void anIdleBatchingMakesNoBatches() {
    String text =
        """
        input: {kafka: {batching: {count: 0, period: "", check: "", processors: []}}}
        pipeline: {processors: [{mapping: root.a = batch_size()}]}
        output: {flexprice: {api_key: "${KEY}"}}
        """;
    assertThat(parse(text).output()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "output: {drop: {}}",
        "output: {flexprice: {api_key: k, batching: {check: 'this.a'}}}",
        "output: {flexprice: {api_key: k, batching: {processors: [{noop: {}}]}}}",
        "pipeline: {processors: [{dedupe: {}}]}\noutput: {flexprice: {api_key: k}}",
        "input: {nats: {}}\noutput: {flexprice: {api_key: k}}",
      })
  void whatDoesSomethingIsRefusedAsBefore(String text) {
    assertThatThrownBy(() -> parse(text)).hasMessageContaining("cannot be had here");
  }
}
