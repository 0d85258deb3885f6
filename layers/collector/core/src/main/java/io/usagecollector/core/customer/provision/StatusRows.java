package io.usagecollector.core.customer.provision;

import static io.usagecollector.core.customer.provision.Verdict.DONE;
import static io.usagecollector.core.customer.provision.Verdict.EXISTS;
import static io.usagecollector.core.customer.provision.Verdict.GONE;
import static io.usagecollector.core.customer.provision.Verdict.MISCONFIGURED;
import static io.usagecollector.core.customer.provision.Verdict.REJECTED;
import static io.usagecollector.core.customer.provision.Verdict.THROTTLED;
import static io.usagecollector.core.customer.provision.Verdict.TURNED_AWAY;
import static io.usagecollector.core.customer.provision.Verdict.UNKNOWN;

import java.util.List;

/**
 * What a status means by itself, whoever wrote it. No row says that credentials are refused: that
 * stops every customer, and a firewall may say it of one customer's name.
 */
final class StatusRows {
  /**
   * One row.
   *
   * @param from the first status it is for
   * @param to the last
   */
  record Row(int from, int to, Verdict verdict, String why) {}

  private static final List<Row> ROWS =
      List.of(
          new Row(200, 201, DONE, ""),
          new Row(301, 303, MISCONFIGURED, "a redirect"),
          new Row(307, 308, MISCONFIGURED, "a redirect"),
          new Row(400, 400, REJECTED, ""),
          new Row(401, 401, TURNED_AWAY, "not the service's own refusal"),
          new Row(403, 403, TURNED_AWAY, "not the service's own refusal"),
          new Row(404, 405, MISCONFIGURED, "not the service's own words"),
          new Row(408, 408, UNKNOWN, ""),
          new Row(409, 409, EXISTS, ""),
          new Row(410, 410, GONE, ""),
          new Row(412, 412, GONE, ""),
          new Row(413, 415, REJECTED, ""),
          new Row(422, 422, REJECTED, ""),
          new Row(425, 425, TURNED_AWAY, ""),
          new Row(429, 429, THROTTLED, "too many requests"),
          new Row(0, 999, UNKNOWN, ""));

  private StatusRows() {}

  /** The first row that a status falls in. */
  static Row of(int status) {
    return ROWS.stream()
        .filter(row -> row.from() <= status && status <= row.to())
        .findFirst()
        .orElse(ROWS.getLast());
  }
}
