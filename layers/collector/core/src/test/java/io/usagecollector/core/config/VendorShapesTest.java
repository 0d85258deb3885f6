package io.usagecollector.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.config.finding.Notice;
import io.usagecollector.core.config.input.Input;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import io.usagecollector.core.record.Part;
import io.usagecollector.core.record.RecordPipeline;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Configurations with the keys that the vendor's public ones for Flexprice over HTTP use: each is
 * taken as it stands, and everything in it that decides nothing here is named in a notice.
 */
class VendorShapesTest {
  private static final String KAFKA =
      """
      input:
        kafka:
          addresses:
            - ${BROKERS}
          topics:
            - ${TOPIC:calls}
          consumer_group: ${GROUP:to-flexprice}
          start_from_oldest: ${OLDEST:true}
          tls:
            enabled: ${TLS:true}
          sasl:
            mechanism: ${MECHANISM:SCRAM-SHA-512}
            user: ${USER:$ConnectionString}
            password: ${PASSWORD}
          client_id: ${CLIENT:collector}
          commit_period: ${COMMIT:5s}
          max_processing_period: ${PROCESSING:60s}
          fetch_buffer_cap: ${FETCH:1000}
          checkpoint_limit: ${CHECKPOINT:100}
      """;

  private static final String LOGGER =
      """
      logger:
        level: ${LEVEL:INFO}
        format: logfmt
        add_timestamp: true
      """;

  private static final List<String> KAFKA_NOTICES =
      List.of(
          "addresses",
          "start_from_oldest",
          "tls",
          "sasl",
          "client_id",
          "commit_period",
          "max_processing_period",
          "fetch_buffer_cap",
          "checkpoint_limit");

  private static CollectorConfig parse(String text) {
    return CollectorConfig.parse(
        "pipeline.yaml",
        text,
        EnvironmentVariables.of(
            new HashMap<>(Map.of("API_HOST", "api.example.com", "API_KEY", "fp_1"))));
  }

  /** The keys that notices name, without what is said of them. */
  private static List<String> ignored(CollectorConfig config) {
    return config.notices().stream()
        .map(Notice::text)
        .filter(text -> text.contains(" is ignored: "))
        .map(text -> text.substring(0, text.indexOf(" is ignored: ")))
        .toList();
  }

  private static List<String> kafkaAnd(String... others) {
    return Stream.concat(KAFKA_NOTICES.stream().map(key -> "input.kafka." + key), Stream.of(others))
        .toList();
  }

  @Test
  void msk() {
    CollectorConfig config =
        parse(
            KAFKA
                + """
                pipeline:
                  processors: []
                output:
                  flexprice:
                    api_host: ${API_HOST:api.cloud.flexprice.io}
                    api_key: ${API_KEY}
                    scheme: ${SCHEME:https}
                    batching:
                      count: ${COUNT:1}
                      period: ${PERIOD:}
                      byte_size: ${BYTES:0}
                """
                + LOGGER);
    assertThat(config.input()).isEqualTo(new Input(List.of("calls"), "to-flexprice", false));
    assertThat(ignored(config)).isEqualTo(kafkaAnd("output.flexprice.batching.period", "logger"));
  }

  @Test
  void eventHubsWithAManagedIdentity() {
    CollectorConfig config =
        parse(
            """
            cache_resources:
              - label: token
                azure_eventhub_oauth:
                  scope: ${SCOPE:https://${NAMESPACE}.servicebus.windows.net/.default}
            input:
              kafka:
                addresses: [ "${BROKER}" ]
                topics: [ "${TOPIC}" ]
                consumer_group: ${GROUP:to-flexprice}
                tls: {enabled: true}
                sasl: {mechanism: OAUTHBEARER, token_cache: token, token_key: token}
            pipeline:
              processors: []
            output:
              flexprice:
                api_host: ${API_HOST}
                api_key: ${API_KEY}
                batching:
                  count: ${SIZE:200}
                  period: ${PERIOD:5s}
                max_in_flight: ${IN_FLIGHT:10}
            """);
    assertThat(ignored(config))
        .containsExactly(
            "cache_resources",
            "input.kafka.addresses",
            "input.kafka.tls",
            "input.kafka.sasl",
            "output.flexprice.batching.period");
  }

  @Test
  void aMappedTopicWithALogAndARateLimit() {
    CollectorConfig config =
        parse(
            KAFKA
                + """
                pipeline:
                  processors:
                    - rate_limit:
                        resource: limit
                    - mapping: |
                        meta.original_event = content().string()
                        meta.original_offset = meta("kafka_offset")
                        let valid = this.orgId != null && this.orgId != ""
                        root = if $valid { this } else { deleted() }
                    - mapping: |
                        root = {}
                        root.properties = if this.data.type() == "object" {
                          this.data.map_each(p -> p.value.string())
                        } else {
                          {}
                        }
                        root.external_customer_id = this.orgId.string()
                        root.event_name = this.method.string().trim().lowercase()
                        root.event_id = this.id.or("")
                        root.timestamp = this.at.or(now().format_timestamp("2006-01-02T15:04:05Z07:00"))
                    - log:
                        level: INFO
                        message: |
                          - Event Name: ${!json("event_name")}
                          - Properties: ${!json("properties")}
                output:
                  flexprice:
                    api_host: ${API_HOST}
                    api_key: ${API_KEY}
                    scheme: https
                rate_limit_resources:
                  - label: limit
                    local:
                      count: ${LIMIT:100}
                      interval: 1s
                """
                + LOGGER);
    assertThat(ignored(config))
        .isEqualTo(kafkaAnd("pipeline.processors[0].rate_limit", "rate_limit_resources", "logger"));
    RecordPipeline pipeline = config.compile(Pipelines.STREAM);
    assertThat(pipeline.process(Pipelines.record("{\"orgId\":\"\"}")))
        .containsExactly(new Part.Filtered(0));
    assertThat(
            Pipelines.sent(
                pipeline,
                Pipelines.record(
                    "{\"orgId\":\"o1\",\"method\":\" CALL \",\"id\":\"i1\",\"data\":{\"n\":150,\"f\":1.50}}")))
        .isEqualTo(
            "{\"event_name\":\"call\",\"external_customer_id\":\"o1\",\"event_id\":\"i1\","
                + "\"timestamp\":\"2025-12-01T10:30:00Z\","
                + "\"properties\":{\"f\":\"1.50\",\"n\":\"150\"}}");
  }

  @Test
  void generatedEvents() {
    CollectorConfig config =
        parse(
            """
            input:
              generate:
                interval: 100ms
                count: 10
                mapping: |
                  root.event_name = "api.request"
            pipeline:
              processors:
                - mapping: root = this
            output:
              flexprice:
                api_host: ${API_HOST}
                api_key: ${API_KEY}
                scheme: ${SCHEME:https}
            """);
    assertThat(config.input()).isEqualTo(new Input(List.of(), "", true));
    assertThat(ignored(config)).containsExactly("input.generate");
  }
}
