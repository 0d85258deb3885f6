package io.usagecollector.core.sink.http.meaning;

import static io.usagecollector.core.sink.http.meaning.Meaning.FORBIDDEN;
import static io.usagecollector.core.sink.http.meaning.Meaning.INVALID;
import static io.usagecollector.core.sink.http.meaning.Meaning.MISCONFIGURED;
import static io.usagecollector.core.sink.http.meaning.Meaning.THROTTLED;
import static io.usagecollector.core.sink.http.meaning.Meaning.TRANSIENT;
import static io.usagecollector.core.sink.http.meaning.Meaning.UNKNOWN;

import java.util.List;

/**
 * What a status means by itself, whoever wrote it: for a reply in no words that the service is
 * known for. So no row says that anything is accepted, or that a key is refused.
 */
final class StatusTable {
  /**
   * One row.
   *
   * @param from the first status it is for
   * @param to the last
   * @param why what a person reads after the status and the kind of body; may be empty
   */
  record Row(int from, int to, Meaning meaning, String why) {}

  private static final List<Row> ROWS =
      List.of(
          new Row(200, 202, UNKNOWN, "not the service's own, so nothing is known to be stored"),
          new Row(301, 303, MISCONFIGURED, "a redirect"),
          new Row(307, 308, MISCONFIGURED, "a redirect"),
          new Row(400, 400, UNKNOWN, "not the service's own"),
          new Row(401, 401, FORBIDDEN, "not the service's own refusal"),
          new Row(403, 403, FORBIDDEN, "not the service's own refusal"),
          new Row(404, 404, MISCONFIGURED, ""),
          new Row(408, 408, TRANSIENT, ""),
          new Row(413, 413, INVALID, "the body is too large"),
          new Row(425, 425, TRANSIENT, ""),
          new Row(429, 429, THROTTLED, "too many requests"),
          new Row(500, 999, TRANSIENT, ""),
          new Row(0, 999, UNKNOWN, "documented nowhere"));

  private StatusTable() {}

  /** The first row that a status falls in. */
  static Row of(int status) {
    return ROWS.stream()
        .filter(row -> row.from() <= status && status <= row.to())
        .findFirst()
        .orElse(ROWS.getLast());
  }
}
