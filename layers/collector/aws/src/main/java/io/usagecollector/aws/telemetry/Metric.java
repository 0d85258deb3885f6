package io.usagecollector.aws.telemetry;

import java.util.Optional;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/**
 * The collector's own metrics, in the namespace {@code UsageCollector}, with the dimension {@code
 * Service}. Dashboards and alarms know them by their names, so these stay.
 */
enum Metric {
  RECEIVED("Received", "records that batches brought"),
  ACCEPTED("Accepted", "records whose every event the billing service took"),
  FILTERED("Filtered", "records that the mapping dropped"),
  DEFERRED("Deferred", "records of which something waits in the retry queue"),
  DEAD_LETTERED("DeadLettered", "records of which something lies in the dead-letter queue"),
  HELD("Held", "records that are not acknowledged, so that they come again"),
  DEAD_LETTERED_FOR("DeadLetteredFor", Split.REASON, "the dead-lettered, by reason"),

  EVENTS_ACCEPTED("EventsAccepted", "events that the billing service took"),
  EVENTS_ACCEPTED_OF("EventsAcceptedOf", Split.EVENT_NAME, "the same, by the event's name"),
  LONGEST_AGE(
      "AcceptedAgeLongest",
      MetricUnit.MILLISECONDS,
      "from the time a record was written to the answer that accepted its event: the longest"),
  AVERAGE_AGE("AcceptedAgeAverage", MetricUnit.MILLISECONDS, "the same: the batch's average"),

  TURNED_AWAY("EventsOfCustomersNotReady", "events that wait, since their customer is not ready"),

  REQUESTS("Requests", "requests to the billing service"),
  REPEATS("Repeats", "of these, those that had been sent before"),
  UNKNOWN_ANSWERS("UnknownAnswers", "answers that are not known to be the billing service's own"),

  ENSURE_REQUESTS("EnsureRequests", "requests to ensure a customer"),
  ENSURE_TIME("EnsureTime", MetricUnit.MILLISECONDS, "how long such a request took"),
  ENSURE_ANSWERED("EnsureAnswered", Split.CODE, "the same requests, by the code of their answer"),
  ENSURE_NEEDS_SETUP(
      "EnsureNeedsSetup",
      "of these, those that fail until somebody changes a plan, a setting or the customer"),
  SWEPT("CustomersSwept", "customers left half ensured that are ready now"),
  LEFT_OVER("CustomersLeftOver", "customers left half ensured that could not be made ready"),

  KEYS_LEFT_OUT("EventsWithKeysLeftOut", "events with keys that an event does not have"),
  BILLED_AS_ZERO("EventsBilledAsZero", "events with a quantity missing, negative or no number"),
  MAY_WRAP("EventsWithQuantityThatMayWrap", "events with a quantity too large for some tables"),
  DIGITS_LOST("EventsWithDigitsLost", "events with a number of more digits than the service keeps"),
  TIMESTAMP_REWRITTEN(
      "EventsWithTimestampRewritten", "events whose legal time the service does not read so"),

  CREDENTIALS_REFUSED("CredentialsRefused", "alarm: the billing service refuses the API key"),
  FORBIDDEN("CallsForbidden", "alarm: something before the billing service refuses all calls"),
  MISCONFIGURED("Misconfigured", "alarm: what answers is not the billing service's endpoint"),
  OUTAGE("Outage", "alarm: the billing service has not answered for a while"),
  CIRCUIT_OPEN("CircuitOpen", "alarm: the billing service is not called but for a probe"),
  ALL_REFUSED_ALIKE("AllRefusedAlike", "alarm: events are refused alike, and none is accepted"),
  DEAD_LETTERS_REFUSED("DeadLettersRefused", "alarm: the dead-letter queue takes no letter"),
  RETRY_QUEUE_REFUSED("RetryQueueRefused", "alarm: the retry queue takes no letter"),
  CUSTOMERS_NOT_READY(
      "CustomersNotReady", "alarm: customers cannot be made ready until something is changed"),
  COUNTS_DO_NOT_ADD_UP("CountsDoNotAddUp", "alarm: a fault of this program, please report it"),

  DEAD_LETTERS_ARCHIVED(
      "DeadLettersArchived", "messages of the dead letters that a run moved to the bucket");

  /** What a metric is told apart by, beside the function. */
  enum Split {
    REASON("Reason"),
    EVENT_NAME("EventName"),
    CODE("Code");

    private final String dimension;

    Split(String dimension) {
      this.dimension = dimension;
    }

    String dimension() {
      return dimension;
    }
  }

  private final String title;
  private final MetricUnit unit;
  private final Optional<Split> split;
  private final String help;

  Metric(String title, String help) {
    this(title, MetricUnit.COUNT, Optional.empty(), help);
  }

  Metric(String title, MetricUnit unit, String help) {
    this(title, unit, Optional.empty(), help);
  }

  Metric(String title, Split split, String help) {
    this(title, MetricUnit.COUNT, Optional.of(split), help);
  }

  Metric(String title, MetricUnit unit, Optional<Split> split, String help) {
    this.title = title;
    this.unit = unit;
    this.split = split;
    this.help = help;
  }

  /** Its name in CloudWatch. */
  String title() {
    return title;
  }

  MetricUnit unit() {
    return unit;
  }

  Optional<Split> split() {
    return split;
  }

  /** What it counts, for people. */
  String help() {
    return help;
  }
}
