package io.usagecollector.core.sink.http.meaning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.sink.Answer;
import io.usagecollector.core.sink.FaultKey;
import io.usagecollector.core.sink.http.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The table with the words of a service that takes CloudEvents: it accepts without a body, and
 * writes its problems as {@code application/problem+json}.
 */
class AnswerTableTest {
  private static final String PROBLEM = "https://api.test/problems/";
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final AnswerTable table =
      new AnswerTable(
          new OwnAnswers(
              List.of(
                  new OwnAnswer(202, Meaning.ACCEPTED, Words.none()),
                  new OwnAnswer(204, Meaning.ACCEPTED, Words.none()),
                  new OwnAnswer(400, Meaning.INVALID, Words.of("type", PROBLEM + "bad-request")),
                  new OwnAnswer(
                      401, Meaning.UNAUTHORIZED, Words.of("type", PROBLEM + "unauthorized")),
                  new OwnAnswer(
                      403,
                      Meaning.UNAUTHORIZED,
                      Words.of("type", PROBLEM + "forbidden").and("status", "403"))),
              "title",
              Map.of("Bad Request", "bad_request"),
              "invalid",
              "check the URL"));

  private Answer to(int status, byte[] body, Map<String, List<String>> headers) {
    HttpHeaders all = HttpHeaders.of(headers, (name, value) -> true);
    return table.to(new Reply(status, all, Optional.of(body)), NOW);
  }

  private Answer to(int status, String body) {
    return to(status, body.getBytes(UTF_8), Map.of());
  }

  @Test
  void whatItAcceptsWithIsAcceptanceAndNothingElseIs() {
    assertThat(to(204, "")).isEqualTo(new Answer.Accepted("204"));
    assertThat(to(202, "")).isEqualTo(new Answer.Accepted("202"));
    assertThat(to(200, "")).isInstanceOf(Answer.Unknown.class);
    assertThat(to(202, " ")).isInstanceOf(Answer.Unknown.class);
    assertThat(to(202, "{}")).isInstanceOf(Answer.Unknown.class);
    HttpHeaders none = HttpHeaders.of(Map.of(), (name, value) -> true);
    assertThat(table.to(new Reply(202, none, Optional.empty()), NOW))
        .as("a body that could not be read to its end")
        .isInstanceOf(Answer.Unknown.class);
  }

  @Test
  void itsRefusalIsTheEventsOwnAndNamesTheFields() {
    String body =
        "{\"type\":\"%sbad-request\",\"title\":\"Bad Request\",\"detail\":\"secret\","
            + "\"invalid\":{\"subject\":\"secret\"}}";
    String detail = "400 " + PROBLEM + "bad-request: Bad Request (subject)";
    assertThat(to(400, body.formatted(PROBLEM)))
        .isEqualTo(
            new Answer.Invalid(
                new FaultKey.Answered(400, PROBLEM + "bad-request.bad_request", List.of("subject")),
                detail,
                detail + ": " + body.formatted(PROBLEM)));
    assertThat(to(400, body.formatted("about:"))).isInstanceOf(Answer.Unknown.class);
  }

  @Test
  void onlyItsOwnWordsUnderTheirOwnStatusRefuseTheKey() {
    String unauthorized = "{\"type\":\"" + PROBLEM + "unauthorized\",\"status\":401}";
    String forbidden = "{\"type\":\"" + PROBLEM + "forbidden\",\"status\":403}";
    assertThat(to(401, unauthorized))
        .isEqualTo(
            new Answer.Unauthorized(
                new FaultKey.Answered(401, PROBLEM + "unauthorized", List.of()),
                "401 " + PROBLEM + "unauthorized"));
    assertThat(to(403, forbidden)).isInstanceOf(Answer.Unauthorized.class);
    assertThat(to(403, unauthorized)).isInstanceOf(Answer.Forbidden.class);
    assertThat(to(403, forbidden.replace("403", "401"))).isInstanceOf(Answer.Forbidden.class);
    assertThat(to(401, "{\"message\":\"Unauthorized\"}")).isInstanceOf(Answer.Forbidden.class);
  }

  @Test
  void anotherServicesAcceptanceIsNotItsOwn() {
    assertThat(to(202, "{\"message\":\"Events accepted for processing\"}"))
        .isInstanceOf(Answer.Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 202, 400, 401, 403})
  void aCompressedBodySaysNothing(int status) throws IOException {
    var gzip = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(gzip)) {
      out.write("{}".getBytes(UTF_8));
    }
    for (Map<String, List<String>> headers :
        List.of(Map.<String, List<String>>of(), Map.of("Content-Encoding", List.of("gzip")))) {
      Answer answer = to(status, gzip.toByteArray(), headers);
      assertThat(answer.detail())
          .startsWith(status + " with a compressed body, though none was asked for");
      assertThat(answer).isInstanceOfAny(Answer.Unknown.class, Answer.Forbidden.class);
    }
  }

  @Test
  void whereNothingIsFoundItSaysWhatToCheck() {
    assertThat(to(404, ""))
        .isEqualTo(
            new Answer.Misconfigured(
                FaultKey.Answered.status(404), "404 with no body, check the URL"));
  }

  /** The rest of the table is the statuses' own, and the same for every service. */
  @Test
  void everyStatusHasOneRow() {
    for (int status = 100; status < 600; status++) {
      Meaning meaning = StatusTable.of(status).meaning();
      Meaning expected =
          switch (status) {
            case 301, 302, 303, 307, 308, 404 -> Meaning.MISCONFIGURED;
            case 401, 403 -> Meaning.FORBIDDEN;
            case 408, 425 -> Meaning.TRANSIENT;
            case 413 -> Meaning.INVALID;
            case 429 -> Meaning.THROTTLED;
            default -> status >= 500 ? Meaning.TRANSIENT : Meaning.UNKNOWN;
          };
      assertThat(meaning).as("%d", status).isEqualTo(expected);
    }
  }
}
