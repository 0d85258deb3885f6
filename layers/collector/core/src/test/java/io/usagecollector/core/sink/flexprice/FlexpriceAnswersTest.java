package io.usagecollector.core.sink.flexprice;

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
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bodies are Flexprice's own, as its handlers and middleware write them. */
class FlexpriceAnswersTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final String ADDRESS_HINT =
      "check the URL, whose host is api.test: it must be Flexprice's API, without /v1 or any other"
          + " path";

  private final AnswerTable answers = new AnswerTable(FlexpriceAnswers.of("api.test"));

  private Answer to(int status, String body, String... headers) {
    Map<String, List<String>> map = new java.util.HashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      map.put(headers[i], List.of(headers[i + 1]));
    }
    HttpHeaders all = HttpHeaders.of(map, (name, value) -> true);
    return answers.to(new Reply(status, all, Optional.of(body.getBytes(UTF_8))), NOW);
  }

  private Answer html(int status) {
    return to(status, "<html>secret</html>", "Content-Type", "text/html; charset=utf-8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"message\":\"Events accepted for processing\"}",
        "{\"event_id\":\"call_123\",\"message\":\"Event accepted for processing\"}"
      })
  void theServicesOwn202IsAccepted(String body) {
    assertThat(to(202, body)).isEqualTo(new Answer.Accepted("202"));
  }

  @Test
  void a202InOtherWordsMeansNothing() {
    String why = ", not the service's own, so nothing is known to be stored";
    assertThat(html(202).detail()).isEqualTo("202 with an HTML page" + why);
    assertThat(to(202, "").detail()).isEqualTo("202 with no body" + why);
    assertThat(to(200, "[]").detail()).isEqualTo("200 with a body that is no JSON object" + why);
    assertThat(to(201, "{\"ok\":true}").detail()).isEqualTo("201 with a JSON body" + why);
    assertThat(List.of(html(202), to(202, ""), to(200, "[]"), to(201, "{\"ok\":true}")))
        .hasOnlyElementsOfType(Answer.Unknown.class);
  }

  /** Whatever the status says, only the service's own words say that events are stored. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"message\":\"We are down for maintenance\"}",
        "{\"message\":null}",
        "{\"message\":\"null\"}",
        "{\"message\":true}",
        "{\"message\":\"\"}",
        "{\"message\":\"events accepted for processing\"}",
        "{\"message\":\"Events accepted for processing \"}",
        "{\"message\":[\"Events accepted for processing\"]}",
        "{\"Message\":\"Events accepted for processing\"}",
        "{\"data\":{\"message\":\"Events accepted for processing\"}}",
        "{\"message\":\"Events accepted for processing\",\"error\":\"no\"}",
        "{\"message\":\"Events accepted for processing\"",
        "{\"message\":\"Events accepted for processing\"}<html>",
        "{\"message\":\"Events accepted for processing\"}{}",
        "{\"message\":\"Under maintenance\",\"message\":\"Events accepted for processing\"}",
        "{\"event_id\":\"e\"}",
        "{\"success\":true}",
        "{}",
        "null",
        "OK",
        "",
        "\u001f\u008b\b"
      })
  void aStrangeSuccessIsUnknown(String body) {
    for (int status : new int[] {200, 201, 202}) {
      assertThat(to(status, body)).isInstanceOf(Answer.Unknown.class);
    }
  }

  @Test
  void theServicesWordsUnderAnotherStatusAreUnknown() {
    for (int status : new int[] {200, 201, 203, 204, 206, 299}) {
      assertThat(to(status, "{\"message\":\"Events accepted for processing\"}"))
          .isInstanceOf(Answer.Unknown.class);
    }
  }

  @Test
  void aSuccessThatCannotBeReadIsUnknown() {
    HttpHeaders none = HttpHeaders.of(Map.of(), (name, value) -> true);
    assertThat(answers.to(new Reply(202, none, Optional.empty()), NOW))
        .isInstanceOf(Answer.Unknown.class);
  }

  @Test
  void aFaultsKeyIsTheSameWhateverEventItQuotes() {
    String body =
        "{\"code\":\"validation_error\",\"message\":\"Request validation failed\","
            + "\"http_status_code\":400,\"details\":{\"EventName\":\"%s\",\"A\":\"%s\"}}";
    FaultKey key = ((Answer.Fault) to(400, body.formatted("one", "x"))).key();
    assertThat(((Answer.Fault) to(400, body.formatted("two", "y"))).key())
        .isEqualTo(key)
        .isEqualTo(
            new FaultKey.Answered(400, "validation_error.validation", List.of("A", "EventName")));
    assertThat(((Answer.Fault) to(400, body.replace("EventName", "EventID"))).key())
        .isNotEqualTo(key);
  }

  @Test
  void aValidationErrorIsInvalidAndNamesNoValue() {
    String body =
        "{\"code\":\"validation_error\",\"message\":\"Request validation failed\","
            + "\"http_status_code\":400,\"details\":{\"EventName\":\"Key: 'x' secret\"}}";
    assertThat(to(400, body))
        .isEqualTo(
            new Answer.Invalid(
                new FaultKey.Answered(400, "validation_error.validation", List.of("EventName")),
                "400 validation_error: Request validation failed (EventName)",
                "400 validation_error: Request validation failed (EventName): " + body));
    assertThat(to(400, body).toString()).doesNotContain("secret");
  }

  @Test
  void wordsThatAreNotKnownAreNotRepeated() {
    String body =
        "{\"code\":\"invalid_operation\",\"message\":\"secret\",\"http_status_code\":400,"
            + "\"details\":{\"a secret\":1}}";
    assertThat(to(400, body).detail()).isEqualTo("400 invalid_operation");
  }

  @Test
  void aBodyTooLargeIsInvalidSoThatItIsHalved() {
    String body =
        "{\"code\":\"validation_error\",\"message\":\"Request body exceeds the maximum size; split"
            + " the batch into smaller requests\",\"http_status_code\":400}";
    assertThat(to(400, body)).isInstanceOf(Answer.Invalid.class);
    assertThat(html(413)).isInstanceOf(Answer.Invalid.class);
  }

  @Test
  void a400InAnotherShapeIsNotTheServices() {
    assertThat(html(400).detail()).isEqualTo("400 with an HTML page, not the service's own");
    assertThat(
            List.of(
                html(400),
                to(400, "{\"message\":\"Bad Request\"}"),
                to(400, "{\"code\":\"validation_error\"}"),
                to(400, "{\"code\":\"validation_error\",\"http_status_code\":422}")))
        .hasOnlyElementsOfType(Answer.Unknown.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401|{\"error\":\"Unauthorized\"}",
        "401|{\"error\":\"Invalid authorization header format\"}",
        "401|{\"error\":\"Invalid token\"}",
        "403|{\"message\":\"insufficient permissions\"}",
        "403|{\"message\":\"tenant account is suspended\"}",
        "403|{\"error\":\"Access denied\",\"message\":\"Invalid or inaccessible environment\"}",
        "403|{\"error\":\"Access denied\",\"message\":\"You don't have access to this"
            + " environment\"}",
        "403|{\"code\":\"permission_denied\",\"message\":\"x\",\"http_status_code\":403}"
      })
  void credentialsAreRefusedInTheServicesWordsOnly(int status, String body) {
    assertThat(to(status, body)).isInstanceOf(Answer.Unauthorized.class);
    assertThat(to(status == 401 ? 403 : 401, body)).isInstanceOf(Answer.Forbidden.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "403|{\"message\":\"Forbidden\"}",
        "401|{\"message\":\"Unauthorized\"}",
        "401|{}",
        "403|[]",
        "401|Unauthorized"
      })
  void aRefusalInOtherWordsIsSomebodyElses(int status, String body) {
    assertThat(to(status, body)).isInstanceOf(Answer.Forbidden.class);
    assertThat(html(status))
        .isEqualTo(
            new Answer.Forbidden(
                FaultKey.Answered.status(status),
                status + " with an HTML page, not the service's own refusal"));
  }

  @Test
  void a404NamesTheHostAndWhatItsUrlMustNotHold() {
    assertThat(to(404, "404 page not found", "Content-Type", "text/plain"))
        .isEqualTo(
            new Answer.Misconfigured(
                FaultKey.Answered.status(404),
                "404 with a body that is no JSON object, " + ADDRESS_HINT));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectIsNotFollowedButExplained(int status) {
    assertThat(to(status, "").detail())
        .isEqualTo(status + " with no body, a redirect: " + ADDRESS_HINT);
    assertThat(to(status, "")).isInstanceOf(Answer.Misconfigured.class);
  }

  @Test
  void tooManyRequestsAreThrottled() {
    String body = "{\"error\":\"Rate limit exceeded. Try again later.\"}";
    assertThat(to(429, body, "Retry-After", "7"))
        .isEqualTo(
            new Answer.Throttled(
                FaultKey.Answered.status(429),
                "429: too many requests",
                Optional.of(Duration.ofSeconds(7))));
    assertThat(html(429))
        .isEqualTo(
            new Answer.Throttled(
                FaultKey.Answered.status(429), "429: too many requests", Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 425, 500, 501, 502, 503, 504, 599})
  void whatMayPassIsTransient(int status) {
    assertThat(html(status))
        .isEqualTo(
            new Answer.Transient(
                FaultKey.Answered.status(status), status + " with an HTML page", Optional.empty()));
    assertThat(to(status, "", "retry-after", "2"))
        .isEqualTo(
            new Answer.Transient(
                FaultKey.Answered.status(status),
                status + " with no body",
                Optional.of(Duration.ofSeconds(2))));
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 199, 204, 206, 402, 405, 409, 418, 422, 451})
  void whatIsDocumentedNowhereIsUnknown(int status) {
    assertThat(to(status, "{\"code\":\"already_exists\",\"http_status_code\":409}").detail())
        .isEqualTo(status + " with a JSON body, documented nowhere");
    assertThat(html(status)).isInstanceOf(Answer.Unknown.class);
  }

  @Property
  void everyStatusAndBodyHasAMeaningThatQuotesNothing(
      @ForAll @IntRange(min = 100, max = 599) int status, @ForAll byte[] body) {
    HttpHeaders none = HttpHeaders.of(Map.of(), (name, value) -> true);
    Answer answer = answers.to(new Reply(status, none, Optional.of(body)), NOW);
    assertThat(answer.detail()).startsWith(Integer.toString(status)).isASCII();
    if (answer instanceof Answer.Accepted) {
      assertThat(status).isEqualTo(202);
    }
  }

  @Property
  void noBodyIsDeepEnoughToBreakIt(@ForAll @IntRange(min = 1, max = 60_000) int depth) {
    String deep = "{\"details\":" + "[".repeat(depth);
    assertThat(to(400, deep)).isInstanceOf(Answer.Unknown.class);
  }
}
