package io.usagecollector.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.core.config.variable.EnvironmentVariables;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code type} beside a component is taken where it names the component. */
class ComponentTypeTest {
  private static CollectorConfig parse(String text) {
    return CollectorConfig.parse("p.yaml", text, EnvironmentVariables.of(Map.of("KEY", "k")));
  }

  @Test
  void aTypeThatNamesTheComponentBesideItIsTaken() {
    CollectorConfig config =
        parse(
            """
            input: {type: kafka, kafka: {topics: [t]}}
            pipeline:
              processors:
                - type: mapping
                  mapping: 'root = {"event_name": "n", "external_customer_id": "c"}'
                - type: try
                  try: [{type: switch, switch: [{processors: [{type: noop, noop: {}}]}]}]
                - {type: resource, resource: r}
            processor_resources: [{label: r, type: mutation, mutation: root.source = "s"}]
            output:
              type: retry
              retry: {output: {type: fallback, fallback: [{type: flexprice, flexprice: {api_key: "${KEY}"}}, {type: kafka, kafka: {}}]}}
            """);
    assertThat(config.input().topics()).containsExactly("t");
    assertThat(Pipelines.sent(config.compile(Pipelines.STREAM), Pipelines.record("{}")))
        .contains("\"source\":\"s\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          input: {type: nats, kafka: {}} | input.type is 'nats', and beside it stands kafka
          pipeline: {processors: [{type: mutation, mapping: root = this}]} | pipeline.processors[0].type is 'mutation', and beside it stands mapping
          pipeline: {processors: [{type: mapping}]} | pipeline.processors[0].type is 'mapping', which does not stand beside it
          pipeline: {processors: [{type: type, noop: {}}]} | pipeline.processors[0].type is 'type', and beside it stands noop
          output: {type: drop, flexprice: {api_key: k}} | output.type is 'drop', and beside it stands flexprice
          """)
  void aTypeThatNamesAnotherIsRefused(String section, String words) {
    String output = section.startsWith("output") ? "" : "\noutput: {flexprice: {api_key: k}}";
    assertThatThrownBy(() -> parse(section + output)).hasMessageContaining(words);
  }
}
