package io.usagecollector.aws.telemetry;

import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/** The page of metrics in the docs. */
final class MetricsPage {
  private static final String HEAD =
      """
      # Metrics and logs

      Printed from the code (`aws.telemetry.Metric`): a test fails where page and code differ.

      ## Metrics

      CloudWatch namespace `UsageCollector`, dimension `Service`: the function's name, `forward` or `redeliver`. Each batch
      emits them once, zeros included, as a line of its log in the embedded metric format. Those with a second dimension, and the ages,
      are there only where there is something to tell. The last one is of the function `archive`, once a run. Those of requests come
      from the function `ensure`, for each request to `/ensure`, along with `CredentialsRefused` and `Misconfigured`; those of
      customers left half ensured from `sweep`, for each run.

      | metric | unit | told apart by | what it counts |
      |---|---|---|---|
      """;

  private static final String TAIL =
      """

      A metric that begins with *alarm* counts the alarms of that kind; each has a log line at level ERROR with the field
      `alarm`, and says what is wrong and what to do.

      `EventName` is told apart for the first twenty names that an instance meets, all others are `other`: CloudWatch bills each
      as a metric of its own. `Reason` is the kind in the dead letter.

      `Code` is `ok`, or the code in the answer, as in [ensure-api.yaml](ensure-api.yaml).

      Beside these, what the mapping's own `metric` processors measure is emitted under the names they give.

      ## Logs

      One line for each batch, with the message `batch` and these fields: `received`, `accepted`, `filtered`, `deferred`,
      `dead_lettered`, `held` (records; the last five add up to the first), `events_accepted`,
      `events_turned_away`, `age_longest_ms`,
      `age_average_ms`, `requests`, `repeats`, `unknown_answers`.

      One line for each request of the ensure function, with the message `request` and the fields `route`, `status`, `code` and
      `duration_ms`, and one more that says what is wrong where a customer could not be ensured.

      One more line for each alarm, for each answer that is no acceptance (with the id that the request had), for odd events
      in the same words, and for records that were held, deferred or dead-lettered for the same reason, named by topic,
      partition and offsets. No line holds a value of a record, an API key, or more of an answer than the few sentences
      that the billing service is known for: the full text of a refusal is in the dead letter only.
      """;

  private MetricsPage() {}

  static String print() {
    StringBuilder page = new StringBuilder(HEAD);
    for (Metric metric : Metric.values()) {
      page.append("| `")
          .append(metric.title())
          .append("` | ")
          .append(metric.unit() == MetricUnit.COUNT ? "" : "ms")
          .append(" | ")
          .append(metric.split().map(split -> "`" + split.dimension() + "`").orElse(""))
          .append(" | ")
          .append(metric.help().replaceFirst("^alarm: ", "*alarm:* "))
          .append(" |\n");
    }
    return page.append(TAIL).toString();
  }
}
