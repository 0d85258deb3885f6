package io.usagecollector.core.config.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.core.config.CollectorConfig;
import io.usagecollector.core.config.finding.Notice;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import io.usagecollector.core.sink.openmeter.OpenMeterDialect;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenMeter, as its own collector's files and those with a plain HTTP client name it. */
class OpenMeterOutputTest {
  private static CollectorConfig parse(String text, Map<String, String> variables) {
    return CollectorConfig.parse("pipeline.yaml", text, EnvironmentVariables.of(variables));
  }

  private static Output.OpenMeter output(String output, Map<String, String> variables) {
    return (Output.OpenMeter) parse("output: " + output, variables).output();
  }

  private static Output.OpenMeter output(String output) {
    return output(output, Map.of("KEY", "kpat_1"));
  }

  private static List<String> notices(String text) {
    return parse(text, Map.of("KEY", "kpat_1")).notices().stream().map(Notice::text).toList();
  }

  private static String token(Output.OpenMeter output) {
    return output.token().map(secret -> secret.reveal(arn -> "of " + arn)).orElse("none");
  }

  @Test
  void itsOwnCollectorsOutputIsTaken() {
    Output.OpenMeter output =
        output(
            """
            {openmeter: {url: "${U:https://openmeter.cloud}", token: "${KEY}",
              max_in_flight: 3, batching: {count: "${N:20}", byte_size: 5000}}}\
            """);
    assertThat(output.address().endpoint("/events"))
        .hasToString("https://openmeter.cloud/api/v1/events");
    assertThat(output.address().dialect()).isEqualTo(OpenMeterDialect.OPENMETER_V1);
    assertThat(token(output)).isEqualTo("kpat_1");
    assertThat(output.source().value()).isEqualTo("usagecollector");
    assertThat(output.bulkEvents()).isEqualTo(OptionalInt.of(20));
    assertThat(output.bulkBytes()).isEqualTo(OptionalInt.of(5000));
    assertThat(output.maxInFlight()).isEqualTo(OptionalInt.of(3));
  }

  @Test
  void konnectsUrlIsOneOfV3() {
    Output.OpenMeter output =
        output("{openmeter: {url: 'https://eu.api.konghq.com/v3/openmeter', token: '${KEY}'}}");
    assertThat(output.address().endpoint("/events"))
        .hasToString("https://eu.api.konghq.com/v3/openmeter/events");
    assertThat(output.address().dialect()).isEqualTo(OpenMeterDialect.KONNECT_V3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{openmeter: {url: 'http://h:8888'}}",
        "{openmeter: {url: 'http://h:8888', token: }}",
        "{openmeter: {url: 'http://h:8888', token: '${NONE:}'}}",
        "{http_client: {url: 'http://h:8888/api/v1/events', headers: {Authorization: 'Bearer ${NONE:}'}}}",
        "{http_client: {url: 'http://h:8888/api/v1/events'}}"
      })
  void aServerOfOnesOwnNeedsNoToken(String output) {
    assertThat(token(output(output))).isEqualTo("none");
  }

  @Test
  void aTokenMayLieInASecret() {
    Output.OpenMeter output =
        output(
            "{openmeter: {url: 'http://h', token: '${T:}'}}", Map.of("T_SECRET_ARN", "arn:aws:1"));
    assertThat(token(output)).isEqualTo("of arn:aws:1");
  }

  @Test
  void theUsualSourceIsTheEnvironments() {
    String openmeter = "{openmeter: {url: 'http://h'}}";
    assertThat(output(openmeter, Map.of("OPENMETER_SOURCE", " signer ")).source().value())
        .isEqualTo("signer");
    assertThatThrownBy(() -> output(openmeter, Map.of("OPENMETER_SOURCE", "a-")))
        .hasMessageContaining(
            "the environment variable OPENMETER_SOURCE: the source ends with a dash");
  }

  @Test
  void anHttpClientThatPostsToItsEventsIsTaken() {
    String text =
        """
        output:
          http_client:
            url: ${URL:https://us.api.konghq.com/v3/openmeter/events}
            verb: POST
            headers:
              authorization: "Bearer ${KEY}"
              Content-Type: application/cloudevents+json
              User-Agent: collector
            timeout: 30s
            retry_period: 15s
            retries: 3
            max_retry_backoff: 1m
            max_in_flight: 64
            batch_as_multipart: false
            propagate_response: false
            backoff_on: [429]
            drop_on: [400]
            successful_on: [200, 202, 204]
            rate_limit: ""
            dump_request_log_level: DEBUG
            tls: {enabled: true}
            oauth2: {enabled: false}
            proxy_url: ""
            batching:
              count: 50
              period: 1s
              processors:
                - metric: {type: counter, name: sent, value: 1}
                - archive: {format: json_array}
        """;
    var output = (Output.OpenMeter) parse(text, Map.of("KEY", "kpat_1")).output();
    assertThat(output.address().endpoint("/events"))
        .hasToString("https://us.api.konghq.com/v3/openmeter/events");
    assertThat(token(output)).isEqualTo("kpat_1");
    assertThat(output.bulkEvents()).isEqualTo(OptionalInt.of(50));
    assertThat(output.maxInFlight()).isEqualTo(OptionalInt.of(64));
    assertThat(notices(text))
        .contains(
            "output.http_client.headers.Content-Type is ignored: it is"
                + " application/cloudevents-batch+json, always: its refusals alone name the event",
            "output.http_client.drop_on is ignored: what is refused goes to the dead-letter queue,"
                + " always",
            "output.http_client.retries is ignored: the collector's own retries decide it:"
                + " bounded, with Retry-After obeyed",
            "output.http_client.batching.processors[0] is ignored: requests have metrics and logs"
                + " of their own",
            "output.http_client.batching.processors[1] is ignored: a request is an array of"
                + " events, always");
  }

  @Test
  void whatAWrapperDropsIsADeadLetter() {
    String text =
        """
        output:
          label: openmeter
          drop_on:
            error: false
            error_patterns: [Bad Request]
            output:
              http_client:
                url: "${U:https://openmeter.cloud}/api/v1/events"
                verb: POST
                headers: {Authorization: "Bearer ${KEY}"}
        """;
    assertThat(((Output.OpenMeter) parse(text, Map.of("KEY", "k")).output()).address().base())
        .hasToString("https://openmeter.cloud/api/v1");
    assertThat(notices(text))
        .containsExactly(
            "output.drop_on.error is ignored: what is refused goes to the dead-letter queue,"
                + " always",
            "output.drop_on.error_patterns is ignored: what is refused goes to the dead-letter"
                + " queue, always");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {openmeter: {token: k}} | pipeline.yaml:1:10: output.openmeter.url is missing: write url: ${OPENMETER_URL}
          {openmeter: k} | pipeline.yaml:1:10: output.openmeter must be a section with url and token
          {openmeter: {url: 'ftp://hushed'}} | pipeline.yaml:1:27: output.openmeter.url: OpenMeter's URL is scheme://host
          {openmeter: {url: 'https://us.api.konghq.com'}} | pipeline.yaml:1:10: output.openmeter has no token, which Konnect asks for
          {openmeter: {url: '${NOT_SET}', token: k}} | pipeline.yaml:1:27: output.openmeter.url needs the environment variable NOT_SET
          {openmeter: {url: 'http://h', token: '${NOT_SET}'}} | pipeline.yaml:1:46: output.openmeter.token needs the environment variable NOT_SET
          {openmeter: {url: 'http://h', tokn: k}} | pipeline.yaml:1:39: unknown key output.openmeter.tokn: did you mean token?
          {openmeter: {url: 'http://h', batching: {check: x}}} | pipeline.yaml:1:50: output.openmeter.batching.check cannot be had here
          {http_client: {verb: POST}} | pipeline.yaml:1:10: output.http_client.url is missing
          {http_client: {url: 'https://example.com/hook'}} | pipeline.yaml:1:29: output.http_client.url is not OpenMeter's endpoint of events
          {http_client: {url: 'https://h/events'}} | pipeline.yaml:1:29: output.http_client.url is not OpenMeter's endpoint of events
          {http_client: {url: 'https://h/api/v1'}} | pipeline.yaml:1:29: output.http_client.url is not OpenMeter's endpoint of events
          {http_client: {url: 'https://h/${! this.x }/api/v1/events'}} | pipeline.yaml:1:29: output.http_client.url holds ${! that nothing runs here
          {http_client: {url: 'https://h/api/v1/events', verb: PUT}} | pipeline.yaml:1:62: output.http_client.verb can be POST alone
          {http_client: {url: 'https://h/api/v1/events', batch_as_multipart: true}} | pipeline.yaml:1:76: output.http_client.batch_as_multipart can be false alone
          {http_client: {url: 'https://h/api/v1/events', proxy_url: 'http://p'}} | pipeline.yaml:1:56: output.http_client.proxy_url cannot be had here
          {http_client: {url: 'https://h/api/v1/events', basic_auth: {enabled: true}}} | pipeline.yaml:1:56: output.http_client.basic_auth cannot be had here: OpenMeter takes a bearer's token
          {http_client: {url: 'https://h/api/v1/events', headers: {Authorization: 'Basic x'}}} | pipeline.yaml:1:81: output.http_client.headers.Authorization is Bearer ${NAME}
          {http_client: {url: 'https://h/api/v1/events', headers: {X-Gateway: x}}} | pipeline.yaml:1:66: unknown key output.http_client.headers.X-Gateway
          {http_client: {url: 'https://h/api/v1/events', batching: {processors: [{mapping: x}]}}} | pipeline.yaml:1:80: output.http_client.batching.processors[0] cannot be had here: bulks are cut anew
          {http_client: {url: 'https://h/api/v1/events', batching: {processors: [{archive: {format: lines}}]}}} | pipeline.yaml:1:80: output.http_client.batching.processors[0] cannot be had here: bulks are cut anew
          """)
  void aMistakeIsToldWithItsPlaceAndWithoutItsValue(String output, String message) {
    assertThatThrownBy(() -> parse("output: " + output, Map.of()))
        .hasMessageStartingWith(message)
        .hasMessageNotContaining("hushed");
  }
}
