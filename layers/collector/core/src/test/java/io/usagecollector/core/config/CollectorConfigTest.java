package io.usagecollector.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.core.config.finding.ConfigException;
import io.usagecollector.core.config.finding.Notice;
import io.usagecollector.core.config.output.Output;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import java.net.URI;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CollectorConfigTest {
  private static final Map<String, String> SET =
      Map.of("FLEXPRICE_API_HOST", "api.example.com", "FLEXPRICE_API_KEY", "fp_1");

  private static CollectorConfig parse(String text, Map<String, String> environment) {
    return CollectorConfig.parse("pipeline.yaml", text, EnvironmentVariables.of(environment));
  }

  private static Output.Flexprice flexprice(CollectorConfig config) {
    return (Output.Flexprice) config.output();
  }

  private static final String VAPI =
      """
      input:
        kafka:
          addresses:
            - ${BROKERS}
          topics:
            - calls
            - ${MORE:texts, mails}
            - ${UNSET}
          consumer_group: to-flexprice
          start_from_oldest: false
          tls:
            enabled: true
          sasl:
            mechanism: PLAIN
            user: ${KAFKA_USER}
            password: ${KAFKA_PASSWORD}
      pipeline:
        processors: []
      output:
        flexprice:
          api_host: ${FLEXPRICE_API_HOST}
          api_key: ${FLEXPRICE_API_KEY}
          scheme: https
      """;

  @Test
  void topicsAndGroupAreReadAndInputVariablesMayBeUnset() {
    assertThat(parse(VAPI, SET).input().topics()).containsExactly("calls", "texts", "mails");
    assertThat(parse(VAPI, SET).input().consumerGroup()).isEqualTo("to-flexprice");
  }

  @Test
  void theOutputIsFlexpriceUnderItsBaseUrl() {
    Output.Flexprice output = flexprice(parse(VAPI, SET));
    assertThat(output.baseUrl()).isEqualTo(URI.create("https://api.example.com"));
    assertThat(output.apiKey().reveal(arn -> "none")).isEqualTo("fp_1");
    assertThat(output.environmentId()).isEmpty();
    assertThat(output.bulkEvents()).isEqualTo(OptionalInt.empty());
  }

  @Test
  void whatBelongsToTheTriggerIsNamedInNotices() {
    assertThat(parse(VAPI, SET).notices())
        .extracting(Notice::text)
        .containsExactly(
            "input.kafka.addresses is ignored: the function's trigger decides it",
            "input.kafka.topics leaves out '${UNSET}': the variable is not set",
            "input.kafka.start_from_oldest is ignored: the function's trigger decides it",
            "input.kafka.tls is ignored: the function's trigger decides it",
            "input.kafka.sasl is ignored: the function's trigger decides it");
  }

  @Test
  void allProblemsAreToldAtOnceEachWithItsPlace() {
    assertThatThrownBy(() ->
            parse(
                """
                input:
                  kafka:
                    topics: [ calls ]
                    consumr_group: x
                    tls:
                      enabeld: true
                pipeline:
                  processors:
                    - http: {}
                output:
                  flexprice:
                    api_host: ${HOST}
                    api_key: ${KEY}
                    colour: red
                """,
                Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            """
            pipeline.yaml:4:5: unknown key input.kafka.consumr_group: did you mean consumer_group?
            pipeline.yaml:6:7: unknown key input.kafka.tls.enabeld: did you mean enabled?
            pipeline.yaml:9:7: pipeline.processors[0].http cannot be had here: a mapping that asks the outside world gives no event twice the same; put what it needs into the record
            pipeline.yaml:12:15: output.flexprice.api_host needs the environment variable HOST, which is not set
            pipeline.yaml:13:14: output.flexprice.api_key needs the environment variable KEY, which is not set; or let KEY_SECRET_ARN name a secret that holds it
            pipeline.yaml:14:5: unknown key output.flexprice.colour: known here are api_host, api_key, batching, max_in_flight, scheme\
            """);
  }
}
