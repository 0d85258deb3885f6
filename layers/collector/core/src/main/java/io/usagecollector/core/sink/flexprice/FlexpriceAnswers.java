package io.usagecollector.core.sink.flexprice;

import static io.usagecollector.core.sink.http.meaning.Meaning.ACCEPTED;
import static io.usagecollector.core.sink.http.meaning.Meaning.INVALID;
import static io.usagecollector.core.sink.http.meaning.Meaning.UNAUTHORIZED;

import io.usagecollector.core.sink.http.meaning.Meaning;
import io.usagecollector.core.sink.http.meaning.OwnAnswer;
import io.usagecollector.core.sink.http.meaning.OwnAnswers;
import io.usagecollector.core.sink.http.meaning.Words;
import java.util.List;
import java.util.Map;

/**
 * The words in which Flexprice itself answers its event endpoints ({@code internal/api/v1}, {@code
 * internal/errors/dto.go} and {@code internal/rest/middleware}). What is wrongly taken for its
 * acceptance is lost, and what is wrongly taken for its refusal of a key stops everything.
 */
final class FlexpriceAnswers {
  private static final List<OwnAnswer> ROWS =
      List.of(
          row(202, ACCEPTED, Words.exactly("message", "Event accepted for processing", "event_id")),
          // Its documents promise the events' ids beside the message, though its code sends none.
          row(
              202,
              ACCEPTED,
              Words.exactly("message", "Events accepted for processing", "event_ids")),
          row(400, INVALID, Words.of("code", "validation_error").and("http_status_code", "400")),
          row(400, INVALID, Words.of("code", "invalid_operation").and("http_status_code", "400")),
          row(401, UNAUTHORIZED, Words.of("error", "Unauthorized")),
          row(401, UNAUTHORIZED, Words.of("error", "Invalid authorization header format")),
          row(401, UNAUTHORIZED, Words.of("error", "Invalid token")),
          row(403, UNAUTHORIZED, Words.of("message", "insufficient permissions")),
          row(403, UNAUTHORIZED, Words.of("message", "tenant account is suspended")),
          row(403, UNAUTHORIZED, Words.of("message", "Invalid or inaccessible environment")),
          row(403, UNAUTHORIZED, Words.of("message", "You don't have access to this environment")),
          row(403, UNAUTHORIZED, Words.of("code", "permission_denied")));

  private static final Map<String, String> SENTENCES =
      Map.of(
          "Invalid request payload",
          "payload",
          "Request validation failed",
          "validation",
          "Request body exceeds the maximum size; split the batch into smaller requests",
          "body_size");

  private FlexpriceAnswers() {}

  /**
   * Flexprice's own answers.
   *
   * @param host named where a reply shows that it is the wrong one
   */
  static OwnAnswers of(String host) {
    String address =
        "check the URL, whose host is "
            + host
            + ": it must be Flexprice's API, without /v1 or any other path";
    return new OwnAnswers(ROWS, "message", SENTENCES, "details", address);
  }

  private static OwnAnswer row(int status, Meaning meaning, Words words) {
    return new OwnAnswer(status, meaning, words);
  }
}
