package io.usagecollector.core.sink.openmeter;

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
 * The words in which OpenMeter and Konnect answer their endpoint of events, in both dialects
 * ({@code api/v3/apierrors}, {@code pkg/models/problem.go}, and the errors of Konnect's document).
 * Acceptance has no body at all: 202 in v3, 204 in v1. No version answers 200: whoever does is not
 * the service, and nothing is known to be stored.
 */
final class OpenMeterAnswers {
  private static final String V3 = "https://kongapi.info/konnect/";

  private static final List<OwnAnswer> ROWS =
      List.of(
          row(202, ACCEPTED, Words.none()),
          row(204, ACCEPTED, Words.none()),
          row(400, INVALID, Words.of("type", V3 + "bad-request").and("status", "400")),
          row(400, INVALID, Words.of("title", "Bad Request").and("status", "400")),
          row(401, UNAUTHORIZED, Words.of("type", V3 + "unauthenticated").and("status", "401")),
          row(401, UNAUTHORIZED, Words.of("title", "Unauthorized").and("status", "401")),
          row(403, UNAUTHORIZED, Words.of("type", V3 + "unauthorized").and("status", "403")),
          row(403, UNAUTHORIZED, Words.of("title", "Forbidden").and("status", "403")));

  private OpenMeterAnswers() {}

  /**
   * OpenMeter's own answers.
   *
   * @param endpoint named where a reply shows that it is the wrong one; without its query
   */
  static OwnAnswers of(String endpoint) {
    String address =
        "check the URL, which comes to "
            + endpoint
            + ": it must be OpenMeter's, with /api/v1 or /v3/openmeter before /events";
    return new OwnAnswers(ROWS, "detail", Map.of(), "extensions", address, OpenMeterAccusation::in);
  }

  private static OwnAnswer row(int status, Meaning meaning, Words words) {
    return new OwnAnswer(status, meaning, words);
  }
}
