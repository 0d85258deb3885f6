package io.usagecollector.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.core.config.finding.Notice;
import io.usagecollector.core.config.output.Output;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shapes that the vendor's own configurations give to their output. */
class OutputShapesTest {
  private static CollectorConfig parse(String text) {
    return CollectorConfig.parse(
        "pipeline.yaml", text, EnvironmentVariables.of(Map.of("KEY", "k")));
  }

  @Test
  void retryAndFallbackBecomeOurOwnRetriesAndDeadLetters() {
    CollectorConfig config =
        parse(
            """
            output:
              fallback:
                - retry:
                    max_retries: 3
                    backoff:
                      initial_interval: 1s
                      max_interval: 30s
                    output:
                      flexprice:
                        api_host: h
                        api_key: ${KEY}
                - resource: dead
            output_resources:
              - label: dead
                kafka: {topic: "${UNSET}"}
            """);
    assertThat(((Output.Flexprice) config.output()).baseUrl()).hasToString("https://h");
    assertThat(config.notices())
        .extracting(Notice::text)
        .containsExactly(
            "output.fallback[0].retry.max_retries is ignored: the collector's own retries"
                + " decide it: bounded, with Retry-After obeyed",
            "output.fallback[0].retry.backoff is ignored: the collector's own retries decide"
                + " it: bounded, with Retry-After obeyed",
            "output.fallback[1] is ignored: what Flexprice cannot take goes to the dead-letter"
                + " queue");
  }

  @Test
  void anOutputMayBeAResource() {
    CollectorConfig config =
        parse(
            """
            output: {retry: {output: {resource: billing}}}
            output_resources:
              - label: billing
                flexprice: {api_host: h, api_key: ${KEY}}
              - label: other
                kafka: {topic: t}
            """);
    assertThat(((Output.Flexprice) config.output()).baseUrl()).hasToString("https://h");
    assertThat(config.notices())
        .extracting(Notice::text)
        .containsExactly("output_resources[1] is ignored: nothing refers to it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {resource: nobody} | pipeline.yaml:1:20: output.resource names no entry of output_resources: there is none
          {fallback: [{flexprice: {api_key: k}}, {resource: dead}]} | pipeline.yaml:1:59: output.fallback[1].resource names no entry of output_resources
          {fallback: [{flexprice: {api_key: k}}, {kafkaa: {}}]} | pipeline.yaml:1:49: unknown key output.fallback[1].kafkaa: did you mean kafka?
          {fallback: [{flexprice: {api_key: k}}, kafka]} | pipeline.yaml:1:48: output.fallback[1] must be a section with one output
          {fallback: []} | pipeline.yaml:1:10: output.fallback must be a list of outputs
          {retry: {backoff: {initial: 1s}, output: {flexprice: {api_key: k}}}} | pipeline.yaml:1:28: unknown key output.retry.backoff.initial
          {drop: {}} | pipeline.yaml:1:10: output.drop cannot be had here: nothing would be billed
          {reject: x} | pipeline.yaml:1:10: output.reject cannot be had here: what cannot be delivered goes to the dead-letter queue
          {broker: {}} | pipeline.yaml:1:10: output.broker cannot be had here: events go to one billing service
          """)
  void aMistakeIsToldWithItsPlace(String output, String message) {
    assertThatThrownBy(() -> parse("output: " + output)).hasMessageStartingWith(message);
  }

  @Test
  void processorsOfInputAndOutputStandBeforeAndAfterThePipelines() {
    CollectorConfig config =
        parse(
            """
            input:
              kafka: {topics: [t]}
              processors: [{mutation: 'root.source = "input"'}]
            pipeline:
              processors: [{mutation: 'root.source = this.source + " pipeline"'}]
            output:
              processors: [{mutation: 'root.source = this.source + " output"'}]
              retry:
                output:
                  processors: [{mutation: 'root.source = this.source + " inner"'}]
                  flexprice: {api_key: k}
            """);
    assertThat(
            Pipelines.sent(
                config.compile(Pipelines.STREAM),
                Pipelines.record("{\"event_name\":\"e\",\"external_customer_id\":\"c\"}")))
        .contains("\"source\":\"input pipeline output inner\"");
  }

  @Test
  void batchingLimitsABulk() {
    CollectorConfig config =
        parse(
            """
            output:
              flexprice:
                api_key: ${KEY}
                max_in_flight: ${IN_FLIGHT:7}
                batching:
                  count: ${COUNT:200}
                  byte_size: 100000
                  period: ${PERIOD:5s}
            """);
    var output = (Output.Flexprice) config.output();
    assertThat(output.bulkEvents()).isEqualTo(OptionalInt.of(200));
    assertThat(output.bulkBytes()).isEqualTo(OptionalInt.of(100_000));
    assertThat(output.maxInFlight()).isEqualTo(OptionalInt.of(7));
    assertThat(config.notices())
        .extracting(Notice::text)
        .containsExactly(
            "output.flexprice.batching.period is ignored: a bulk never waits for more events");
  }

  @Test
  void upstreamsWaysToSayNoLimitAreNone() {
    var output =
        (Output.Flexprice)
            parse(
                    """
                    output:
                      flexprice:
                        api_key: k
                        batching: {count: "${COUNT:1}", period: "${PERIOD:}", byte_size: 0}
                    """)
                .output();
    assertThat(output.bulkEvents()).isEmpty();
    assertThat(output.bulkBytes()).isEmpty();
  }

  @Test
  void aLimitThatIsNoNumberIsShownAsWritten() {
    assertThatThrownBy(() ->
            parse(
                """
                output:
                  flexprice:
                    api_key: k
                    batching:
                      count: ${KEY}
                """))
        .hasMessage(
            "pipeline.yaml:5:14: output.flexprice.batching.count is '${KEY}', which is no whole"
                + " number");
  }

  @Test
  void anotherOutputIsRefusedByName() {
    assertThatThrownBy(() -> parse("output:\n  kafka: {topic: t}\n"))
        .hasMessage(
            "pipeline.yaml:2:3: output.kafka cannot be had here: events go to one billing"
                + " service: write output.flexprice");
  }

  @Test
  void aMissingOutputIsAProblem() {
    assertThatThrownBy(() -> parse("pipeline: {processors: []}"))
        .hasMessage("pipeline.yaml:1:1: output is missing: write output.flexprice");
    assertThatThrownBy(() -> parse("output: {}"))
        .hasMessage("pipeline.yaml:1:9: output must be one component: write output.flexprice");
  }
}
