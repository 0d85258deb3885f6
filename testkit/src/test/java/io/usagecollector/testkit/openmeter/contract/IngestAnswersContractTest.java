package io.usagecollector.testkit.openmeter.contract;

import static io.usagecollector.testkit.openmeter.contract.Events.batch;
import static io.usagecollector.testkit.openmeter.contract.Events.event;
import static io.usagecollector.testkit.openmeter.contract.Events.with;
import static io.usagecollector.testkit.openmeter.contract.Events.without;
import static io.usagecollector.testkit.openmeter.contract.ServerUnderTest.BATCH;
import static io.usagecollector.testkit.openmeter.contract.ServerUnderTest.SINGLE;
import static io.usagecollector.testkit.openmeter.contract.ServerUnderTest.V1;
import static io.usagecollector.testkit.openmeter.contract.ServerUnderTest.V3;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.usagecollector.testkit.client.HttpAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the two APIs answer to events: sheets 0, 3, 4 and 5. */
@ContractTest
class IngestAnswersContractTest {
  private static final String JSON = "application/json";

  private final ServerUnderTest server;

  IngestAnswersContractTest(ServerUnderTest server) {
    this.server = server;
  }

  @ParameterizedTest
  @CsvSource({V1 + ", 204", V3 + ", 202"})
  void everyContentTypeIsAcceptedWithAnEmptyBody(String api, int status) {
    for (String type : new String[] {SINGLE, JSON}) {
      assertEmpty(server.post(api + "/events", type, good().toString()), status);
    }
    for (String type : new String[] {BATCH, JSON}) {
      assertEmpty(server.post(api + "/events", type, batch(good(), good())), status);
    }
  }

  @Test
  void v3ReadsTheMediaType() {
    HttpAnswer answer = server.post(V3 + "/events", BATCH + "; charset=utf-8", batch(good()));
    assertEmpty(answer, 202);
  }

  @Test
  void v1ComparesTheContentTypeExactly() {
    HttpAnswer answer = server.post(V1 + "/events", BATCH + "; charset=utf-8", batch(good()));
    assertProblem(answer);
    assertThat(answer.json().path("detail").asText())
        .isEqualTo("invalid content type: " + BATCH + "; charset=utf-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {V1, V3})
  void anyOtherContentTypeIsRefused(String api) {
    assertProblem(server.post(api + "/events", "text/plain", batch(good())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"subject", "id", "source", "type"})
  void aBatchsRefusalNamesTheElementAndTheFieldThatIsMissing(String field) {
    String body = batch(good(), without(good(), field), good());
    HttpAnswer v3 = server.post(V3 + "/events", BATCH, body);
    assertProblem(v3);
    assertThat(v3.json().at("/invalid_parameters/0/field").asText()).isEqualTo("1." + field);
    HttpAnswer v1 = server.post(V1 + "/events", BATCH, body);
    assertProblem(v1);
    assertThat(v1.json().path("detail").asText()).contains("\"/1/" + field + "\"");
  }

  @Test
  void anEmptySubjectIsNamedLikeAMissingOne() {
    String body = batch(good(), with(good(), "subject", "\"\""));
    assertThat(
            server
                .post(V3 + "/events", BATCH, body)
                .json()
                .at("/invalid_parameters/0/field")
                .asText())
        .isEqualTo("1.subject");
    assertThat(server.post(V1 + "/events", BATCH, body).json().path("detail").asText())
        .contains("\"/1/subject\"");
  }

  @Test
  void anArrayOfJsonIsRefusedWithoutAPlace() {
    String body = batch(good(), without(good(), "subject"));
    HttpAnswer v3 = server.post(V3 + "/events", JSON, body);
    assertProblem(v3);
    assertThat(v3.body()).doesNotContain("1.subject");
    HttpAnswer v1 = server.post(V1 + "/events", JSON, body);
    assertProblem(v1);
    assertThat(v1.body()).doesNotContain("/1/subject");
  }

  @Test
  void aRefusedBatchLeavesNothingBehind() {
    String type = server.unique("type");
    String subject = server.unique("subject");
    ObjectNode first = event("first", type, subject);
    assertProblem(server.post(V3 + "/events", BATCH, batch(first, without(good(), "subject"))));
    assertProblem(server.post(V1 + "/events", BATCH, batch(first, without(good(), "subject"))));
    assertEmpty(server.post(V3 + "/events", BATCH, batch(event("marker", type, subject))), 202);
    server.eventually(() ->
        assertThat(server.client().events(subject))
            .extracting(stored -> stored.at("/event/id").asText())
            .containsExactly("marker"));
  }

  @Test
  void v3IsSealedAndV1DropsWhatItDoesNotKnow() {
    String body = batch(with(good(), "traceparent", "\"x\""));
    HttpAnswer v3 = server.post(V3 + "/events", BATCH, body);
    assertProblem(v3);
    assertEmpty(server.post(V1 + "/events", BATCH, body), 204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":null}", "[]", "\"text\"", "5", "{\"a\":1,\"b\":null}"})
  void dataIsAnObjectWithoutNullsAtItsTop(String data) {
    String body = batch(with(good(), "data", data));
    assertProblem(server.post(V3 + "/events", BATCH, body));
    assertProblem(server.post(V1 + "/events", BATCH, body));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":{\"b\":null}}", "{\"a\":[null]}", "null", "{}"})
  void nestedNullsAndNoDataAreFine(String data) {
    String body = batch(with(good(), "data", data));
    assertEmpty(server.post(V3 + "/events", BATCH, body), 202);
    assertEmpty(server.post(V1 + "/events", BATCH, body), 204);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-01t12:00:00Z",
        "2026-03-01T12:00:00z",
        "2026-03-01 12:00:00Z",
        "2026-03-01T12:00:00,5Z",
        "2026-03-01T12:00:60Z",
        "2026-03-01"
      })
  void otherSpellingsOfATimeAreRefused(String time) {
    String body = batch(with(good(), "time", "\"" + time + "\""));
    assertProblem(server.post(V3 + "/events", BATCH, body));
    assertProblem(server.post(V1 + "/events", BATCH, body));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"2026-03-01T12:00:00.123456789+02:00\"", "null"})
  void fractionsOffsetsAndNoTimeAreFine(String time) {
    assertEmpty(server.post(V3 + "/events", BATCH, batch(with(good(), "time", time))), 202);
  }

  @ParameterizedTest
  @CsvSource({"time, 2026-03-01T12:00:60Z", "specversion, 9.9"})
  void whatIsFoundAfterTheSchemaIsABareBadRequestOfV3(String field, String value) {
    HttpAnswer answer =
        server.post(V3 + "/events", BATCH, batch(good(), with(good(), field, "\"" + value + "\"")));
    assertProblem(answer);
    assertThat(answer.json().path("detail").asText()).isEqualTo("Bad Request");
    assertThat(answer.json().has("invalid_parameters")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {V1, V3})
  void theVersionOfTheSpecificationMustBeThere(String api) {
    assertProblem(server.post(api + "/events", BATCH, batch(without(good(), "specversion"))));
  }

  @ParameterizedTest
  @CsvSource({V1 + ", not json", V3 + ", not json", V1 + ", []", V3 + ", []"})
  void aBodyWithoutEventsIsRefused(String api, String body) {
    assertProblem(server.post(api + "/events", JSON, body));
  }

  @ParameterizedTest
  @ValueSource(strings = {V1, V3})
  void anEventOfMoreThanAMegabyteFailsForEver(String api) {
    String big = with(good(), "data", "{\"a\":\"" + "a".repeat(1_100_000) + "\"}").toString();
    assertThat(server.post(api + "/events", SINGLE, big).status()).isEqualTo(500);
    assertThat(server.post(api + "/events", SINGLE, big).status()).isEqualTo(500);
  }

  @Test
  void whatHtmlEscapesCostsSevenBytes() {
    String angled = with(good(), "data", "{\"a\":\"" + "<".repeat(200_000) + "\"}").toString();
    assertThat(server.post(V3 + "/events", SINGLE, angled).status()).isEqualTo(500);
    String plain = with(good(), "data", "{\"a\":\"" + "a".repeat(200_000) + "\"}").toString();
    assertEmpty(server.post(V3 + "/events", SINGLE, plain), 202);
  }

  private ObjectNode good() {
    return event(server.unique("id"), server.unique("type"), server.unique("subject"));
  }

  private static void assertEmpty(HttpAnswer answer, int status) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).isEmpty();
  }

  private static void assertProblem(HttpAnswer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.header("content-type")).startsWith("application/problem+json");
    assertThat(answer.json().path("status").asInt()).isEqualTo(400);
  }
}
