package io.usagecollector.core.sink.openmeter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.sink.Answer;
import io.usagecollector.core.sink.FaultKey;
import io.usagecollector.core.sink.http.Reply;
import io.usagecollector.core.sink.http.meaning.AnswerTable;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What OpenMeter's answers mean, in both dialects. */
class OpenMeterAnswersTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final AnswerTable TABLE =
      new AnswerTable(OpenMeterAnswers.of("https://h/api/v1/events"));

  private static Answer to(int status, String body, Map<String, List<String>> headers) {
    var reply =
        new Reply(
            status, HttpHeaders.of(headers, (_, _) -> true), Optional.of(body.getBytes(UTF_8)));
    return TABLE.to(reply, NOW);
  }

  private static Answer to(int status, String body) {
    return to(status, body, Map.of());
  }

  private static String v3(int status, String slug, String title, String more) {
    return """
    {"type":"https://kongapi.info/konnect/%s","status":%d,"title":"%s",
     "instance":"urn:request:1"%s}\
    """
        .formatted(slug, status, title, more);
  }

  private static String v1(int status, String title, String detail) {
    return """
    {"type":"about:blank","title":"%s","status":%d,"detail":"%s","instance":"urn:request:1"}\
    """
        .formatted(title, status, detail);
  }

  private static Answer.Invalid invalid(String body) {
    return (Answer.Invalid) to(400, body);
  }

  @ParameterizedTest
  @ValueSource(ints = {202, 204})
  void acceptanceIsAStatusWithoutABody(int status) {
    assertThat(to(status, "")).isEqualTo(new Answer.Accepted(Integer.toString(status)));
  }

  @ParameterizedTest
  @CsvSource({"200,''", "201,''", "206,''", "202,{}", "202,<html>", "204,null", "200,{}"})
  void whatOnlyLooksLikeAcceptanceIsUnknown(int status, String body) {
    assertThat(to(status, body)).isInstanceOf(Answer.Unknown.class);
  }

  @Test
  void v3NamesEveryBadEventOfABatch() {
    Answer.Invalid answer =
        invalid(
            v3(
                400,
                "bad-request",
                "Bad Request",
                """
                ,"detail":"Bad Request: secret",
                "invalid_parameters":[
                 {"field":"17.subject","rule":"min_length","reason":"secret","source":"body"},
                 {"field":"1.type","rule":"required","reason":"r"},
                 {"reason":"r","field":"17.data"},{"field":"4"},{"field":"5.secret"}]\
                """));
    assertThat(answer.guilty()).containsExactly(1, 4, 5, 17);
    assertThat(answer.detail())
        .isEqualTo("400 https://kongapi.info/konnect/bad-request (data, subject, type)");
    assertThat(answer.key())
        .isEqualTo(
            new FaultKey.Answered(
                400,
                "https://kongapi.info/konnect/bad-request",
                List.of("data", "subject", "type")));
    assertThat(answer.fullText()).contains("secret");
    assertThat(answer.toString()).doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          request body has an error: doesn't match schema: Error at \\"/1/subject\\": minimum string length is 1 | 1 | subject
          request body has an error: doesn't match schema #/components/schemas/X: Error at \\"/0/data/a/b\\": Value is not nullable | 0 | data
          request body has an error: doesn't match schema: Error at \\"/99\\": property \\"type\\" is missing | 99 |
          request body has an error: doesn't match schema: Error at \\"/3/secret\\": no | 3 |
          """)
  void v1NamesTheFirstBadEventOfABatch(String detail, int place, String field) {
    Answer.Invalid answer = invalid(v1(400, "Bad Request", detail));
    assertThat(answer.guilty()).containsExactly(place);
    assertThat(answer.detail())
        .isEqualTo("400 Bad Request" + (field == null ? "" : " (" + field + ")"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bad Request",
        "invalid content type: application/json; charset=utf-8",
        "invalid event: specversion: no",
        "invalid event: Error at \\\"/1/subject\\\": quoted",
        "request body has an error: doesn't match schema: Error at \\\"/subject\\\": no",
        "request body has an error: doesn't match schema: Error at \\\"/1234567/subject\\\": no",
        "request body has an error: failed to decode request body: x"
      })
  void aRefusalThatNamesNoPlaceNamesNobody(String detail) {
    assertThat(invalid(v1(400, "Bad Request", detail)).guilty()).isEmpty();
    assertThat(invalid(v3(400, "bad-request", "Bad Request", "")).guilty()).isEmpty();
  }

  /** Beside a complaint about the batch itself, what is named need not be all. */
  @ParameterizedTest
  @ValueSource(strings = {"{\"field\":\"subject\"}", "{}", "{\"field\":5}"})
  void aComplaintAboutTheWholeNamesNobody(String parameter) {
    String list = ",\"invalid_parameters\":[{\"field\":\"1.id\"}," + parameter + "]";
    assertThat(invalid(v3(400, "bad-request", "Bad Request", list)).guilty()).isEmpty();
  }

  @Test
  void refusedTokensAreToldByTheServicesOwnWordsAlone() {
    assertThat(to(401, v3(401, "unauthenticated", "Unauthenticated", "")))
        .isInstanceOf(Answer.Unauthorized.class);
    assertThat(
            to(
                401,
                """
                {"status":401,"title":"Unauthorized","type":"https://httpstatuses.com/401",
                 "instance":"kong:trace:1","detail":"Invalid credentials"}\
                """))
        .isInstanceOf(Answer.Unauthorized.class);
    assertThat(to(403, v3(403, "unauthorized", "Forbidden", "")))
        .isInstanceOf(Answer.Unauthorized.class);
    assertThat(to(401, v1(401, "Unauthorized", ""))).isInstanceOf(Answer.Unauthorized.class);
    assertThat(to(401, "{\"message\":\"Unauthorized\"}")).isInstanceOf(Answer.Forbidden.class);
    assertThat(to(403, "<html>")).isInstanceOf(Answer.Forbidden.class);
    assertThat(to(403, "")).isInstanceOf(Answer.Forbidden.class);
  }

  @Test
  void theRestIsTakenByItsStatus() {
    assertThat(
            to(
                429,
                v3(429, "rate-limited", "Rate Limited", ""),
                Map.of("Retry-After", List.of("7"))))
        .isInstanceOfSatisfying(
            Answer.Throttled.class,
            throttled -> assertThat(throttled.retryAfter()).contains(Duration.ofSeconds(7)));
    assertThat(to(500, v3(500, "internal", "Internal", ""))).isInstanceOf(Answer.Transient.class);
    assertThat(to(503, "")).isInstanceOf(Answer.Transient.class);
    assertThat(to(408, v1(408, "Request Timeout", ""))).isInstanceOf(Answer.Transient.class);
    assertThat(to(413, "")).isInstanceOf(Answer.Invalid.class);
    assertThat(to(409, v1(409, "Conflict", ""))).isInstanceOf(Answer.Unknown.class);
    assertThat(to(400, "<html>")).isInstanceOf(Answer.Unknown.class);
    assertThat(to(307, "")).isInstanceOf(Answer.Misconfigured.class);
  }

  @Test
  void aWrongAddressIsToldWithWhatToCheck() {
    assertThat(to(404, v3(404, "not-found", "Not Found", "")))
        .isInstanceOfSatisfying(
            Answer.Misconfigured.class,
            answer ->
                assertThat(answer.detail())
                    .endsWith(
                        "check the URL, which comes to https://h/api/v1/events: it must be"
                            + " OpenMeter's, with /api/v1 or /v3/openmeter before /events"));
  }
}
