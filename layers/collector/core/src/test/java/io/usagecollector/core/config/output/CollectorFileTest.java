package io.usagecollector.core.config.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.core.config.CollectorConfig;
import io.usagecollector.core.config.finding.Notice;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.EventOrigin;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.event.StreamId;
import io.usagecollector.core.record.Part;
import io.usagecollector.core.sink.Formed;
import io.usagecollector.core.sink.openmeter.form.OpenMeterForm;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A collector's file that ensures customers by hand: a branch that posts to a provision server
 * before the event is sent, and once more before a second try. It runs here, and makes the same
 * events.
 */
class CollectorFileTest {
  private static final String FILE =
      """
      input:
        kafka:
          addresses: ["${KAFKA_BROKERS}"]
          topics: ["${KAFKA_TOPIC}"]
          consumer_group: metering
          start_from_oldest: true
      pipeline:
        processors:
          - mapping: |
              root = if this.type != "ticket" { deleted() }
          - mapping: |
              let data = this.data.or({})
              let auth = $data.auth_id.or("").string().trim()
              root = if $auth == "" { deleted() }
              let colon = $auth.index_of(":")
              let rate = env("RATE").or("").string().number()
              let wei = $data.fee.number().or(0)
              let micros = ($wei * $rate / 1000000000000).round()
              root = {
                "specversion": "1.0",
                "type": "ticket",
                "id": $data.request_id.or(uuid_v4()),
                "source": "remote-signer",
                "subject": $auth,
                "time": $data.at.or(now()),
                "data": {
                  "client_id": $auth.slice(0, $colon),
                  "external_user_id": $auth.slice($colon + 1),
                  "billable_usd_micros": $micros,
                  "fee_wei": $data.fee.or("0"),
                  "gateway_request_id": $data.request_id,
                }
              }
          - catch:
              - log: {level: ERROR, message: "ticket mapping failed: ${! error() }"}
              - mapping: root = deleted()
          - branch:
              request_map: |
                root.client_id = this.data.client_id
                root.external_user_id = this.data.external_user_id
              processors:
                - http:
                    url: http://127.0.0.1:8091/ensure
                    verb: POST
                    headers: {Content-Type: application/json}
                    timeout: 10s
              result_map: ""
      output:
        fallback:
          - http_client:
              url: ${OPENMETER_INGEST_URL}
              verb: POST
              headers:
                Authorization: "Bearer ${OPENMETER_API_KEY}"
                Content-Type: application/cloudevents+json
              successful_on: [200, 202, 204]
          - processors:
              - log: {level: WARN, message: "ingest failed: ${! error() }"}
              - branch:
                  request_map: root.auth_id = this.subject
                  processors:
                    - http:
                        url: http://127.0.0.1:8091/ensure
                        verb: POST
                        timeout: 10s
                  result_map: ""
            http_client:
              url: ${OPENMETER_INGEST_URL}
              verb: POST
              headers:
                Authorization: "Bearer ${OPENMETER_API_KEY}"
                Content-Type: application/cloudevents+json
              successful_on: [200, 202, 204]
      """;

  private static final Map<String, String> SET =
      Map.of(
          "KAFKA_BROKERS", "b:9092",
          "KAFKA_TOPIC", "tickets",
          "RATE", "3000",
          "OPENMETER_INGEST_URL", "https://eu.api.konghq.com/v3/openmeter/events",
          "OPENMETER_API_KEY", "kpat_1");

  private static final StreamId STREAM = new StreamId("local:test");

  private static CollectorConfig parse(String text) {
    return CollectorConfig.parse("collector.yaml", text, EnvironmentVariables.of(SET));
  }

  /** The bytes that are sent for a record, or the reason why none are. */
  private static List<String> sent(String value) {
    CollectorConfig config = parse(FILE);
    var output = (Output.OpenMeter) config.output();
    var form = new OpenMeterForm(output.source(), List.of("billable_usd_micros"));
    var record =
        new SourceRecord(
            new Coordinates("tickets", 0, 7),
            1_764_585_000_250L,
            null,
            value.getBytes(UTF_8),
            List.of());
    return config.compile(STREAM).process(record).stream()
        .map(part ->
            switch (part) {
              case Part.Ready ready ->
                  switch (form.form(
                      ready.document(), EventOrigin.of(STREAM, record, part.ordinal()))) {
                    case Formed.Sendable(var event) -> new String(event.json(), UTF_8);
                    case Formed.Refused(var reason) -> reason.fullText();
                  };
              case Part.Filtered _ -> "filtered";
              case Part.Faulted faulted -> faulted.reason().fullText();
            })
        .toList();
  }

  @Test
  void itMakesTheEventsItMadeByHand() {
    assertThat(
            sent(
                """
                {"type":"ticket","data":{"auth_id":" app:u1 ","fee":1234567890123456,
                 "request_id":"r1","at":"2025-12-01T10:30:00Z"}}\
                """))
        .containsExactly(
            "{\"specversion\":\"1.0\",\"type\":\"ticket\",\"id\":\"r1\","
                + "\"source\":\"remote-signer\",\"subject\":\"app:u1\","
                + "\"time\":\"2025-12-01T10:30:00Z\","
                + "\"data\":{\"billable_usd_micros\":3703704,\"client_id\":\"app\","
                + "\"external_user_id\":\"u1\",\"fee_wei\":1234567890123456,"
                + "\"gateway_request_id\":\"r1\"}}");
    assertThat(sent("{\"type\":\"other\"}")).containsExactly("filtered");
  }

  /** What is random or the clock's there is drawn from the record here; and a null is left out. */
  @Test
  void aRecordThatComesAgainMakesTheSameEvent() {
    String record = "{\"type\":\"ticket\",\"data\":{\"auth_id\":\"app:u1\",\"fee\":\"7\"}}";
    assertThat(sent(record)).isEqualTo(sent(record));
    assertThat(sent(record).getFirst())
        .contains("\"time\":\"2025-12-01T10:30:00.25Z\"")
        .endsWith(
            "\"data\":{\"billable_usd_micros\":0,\"client_id\":\"app\","
                + "\"external_user_id\":\"u1\",\"fee_wei\":\"7\"}}");
  }

  @Test
  void theBranchIsTakenAsEnsureAndTheSecondTryAsOurOwn() {
    List<String> notices = parse(FILE).notices().stream().map(Notice::text).toList();
    String taken =
        " is taken as: customers are ensured before their events are sent. It calls nobody: set"
            + " ENSURE to customer or subscription, and the customer is the event's subject";
    assertThat(notices)
        .contains(
            "pipeline.processors[3].branch" + taken,
            "output.fallback[1].processors[1].branch" + taken,
            "output.fallback[1] is ignored: what OpenMeter does not take is sent again by the"
                + " collector itself, and what it refuses goes to the dead-letter queue");
    assertThat(parse(FILE).compile(STREAM)).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          result_map: "" | result_map: root.id = this.customerId | pipeline.processors[3].branch.result_map reads an answer that does not come
          /ensure\\n              verb: POST | /ensure\\n              verb: GET | pipeline.processors[3].branch.processors[0].http.verb must be POST
          8091/ensure | 8091/price | pipeline.processors[3].branch.processors[0].http cannot be had here: a mapping that asks the outside world
          timeout: 10s | timout: 10s | unknown key pipeline.processors[3].branch.processors[0].http.timout: did you mean timeout?
          """)
  void aBranchThatAsksForMoreIsRefused(String written, String changed, String message) {
    String text =
        FILE.replaceFirst(
            Pattern.quote(written.replace("\\n", "\n")), changed.replace("\\n", "\n"));
    assertThat(text).isNotEqualTo(FILE);
    assertThatThrownBy(() -> parse(text)).hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {http_client: {url: 'https://h/api/v1/events'}} | fallback[1].http_client sends elsewhere than the output before it
          {openmeter: {url: 'https://us.api.konghq.com'}} | fallback[1].openmeter sends elsewhere than the output before it
          {http_client: {verb: POST}} | fallback[1].http_client must have a url
          {http_client: {url: 'http://h:1/v1/events', retris: 1}} | unknown key output.fallback[1].http_client.retris: did you mean retries?
          {http_client: {url: 'http://h:1'}, processors: [{mapping: 'root = {}'}]} | output.fallback[1].processors[0] cannot be had here: a second try sends the same bytes
          """)
  void aSecondTryThatIsAnotherIsRefused(String second, String message) {
    String first = "{http_client: {url: 'http://h:1/api/v1/events'}}";
    assertThatThrownBy(() -> parse("output: {fallback: [" + first + ", " + second + "]}"))
        .hasMessageContaining(message);
  }

  @Test
  void whatIsForDeadLettersIsOurQueue() {
    String first = "{http_client: {url: 'http://h:1/api/v1/events'}}";
    assertThat(parse("output: {fallback: [" + first + ", {kafka: {topic: t}}]}").notices())
        .extracting(Notice::text)
        .containsExactly(
            "output.fallback[1] is ignored: what OpenMeter cannot take goes to the dead-letter"
                + " queue");
  }
}
