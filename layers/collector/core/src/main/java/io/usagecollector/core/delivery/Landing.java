package io.usagecollector.core.delivery;

import io.usagecollector.core.delivery.Airspace.Arrival;
import io.usagecollector.core.delivery.bulk.Bulk;
import io.usagecollector.core.delivery.bulk.BulkQueue;
import io.usagecollector.core.delivery.outcome.Alarm;
import io.usagecollector.core.delivery.outcome.Outcome;
import io.usagecollector.core.delivery.pace.Pacer;
import io.usagecollector.core.sink.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an answer means for its bulk: settled, halved, out again, or enough. */
final class Landing {
  private static final Optional<Duration> NO_PAUSE = Optional.of(Duration.ZERO);

  private final Ports ports;
  private final Pacer pacer;
  private final Ledger ledger;
  private final Course course;
  private final Judge judge;
  private final BulkQueue queue;
  private final Stuck stuck;
  private final Failures failures;
  private int renewedAt;

  Landing(Ports ports, Pacer pacer, Books books, Judge judge, BulkQueue queue, Stuck stuck) {
    this.ports = ports;
    this.pacer = pacer;
    this.ledger = books.ledger();
    this.course = books.course();
    this.judge = judge;
    this.queue = queue;
    this.stuck = stuck;
    this.failures = new Failures(ports, pacer, books, queue, stuck);
  }

  /**
   * Takes a bulk that is back.
   *
   * @param started how many bulks of this batch were started so far
   */
  void take(Arrival arrival, int started) {
    Bulk bulk = arrival.bulk();
    queue.landed(bulk);
    course.sent(bulk.failures() > 0);
    switch (arrival.answer()) {
      case Answer.Accepted _ -> accepted(bulk);
      case Answer.Invalid invalid -> refused(bulk, invalid);
      case Answer.Unauthorized unauthorized -> unauthorized(arrival, unauthorized, started);
      case Answer.Throttled throttled ->
          failures.later(bulk, throttled, throttled.retryAfter().or(() -> NO_PAUSE));
      case Answer.Transient failed -> failures.failed(bulk, failed, failed.retryAfter());
      case Answer.Unknown unknown -> unexplained(bulk, unknown, unknown.retryAfter());
      case Answer.Forbidden forbidden -> unexplained(bulk, forbidden, Optional.empty());
      case Answer.Misconfigured elsewhere -> misconfigured(bulk, elsewhere);
    }
  }

  private void unexplained(Bulk bulk, Answer.Fault fault, Optional<Duration> retryAfter) {
    course.unexplained();
    failures.failed(bulk, fault, retryAfter);
  }

  private void misconfigured(Bulk bulk, Answer.Misconfigured answer) {
    course.unexplained();
    ports.gate().misconfigured();
    course.tell(Alarm.misconfigured(answer.detail()));
    course.stop("what answers is not the billing service's endpoint: " + answer.detail());
    queue.first(bulk.again(bulk.notBefore(), answer.detail(), false));
  }

  private void accepted(Bulk bulk) {
    course.accepted(bulk.pending(), pacer.now());
    ports.tokens().accepted(bulk.failures() > 0);
    judge.accepted();
    passed();
    ledger.settle(bulk.pending(), new Outcome.Accepted());
  }

  private void refused(Bulk bulk, Answer.Invalid answer) {
    if (bulk.isSingle()) {
      judge.refusedAlone(bulk, answer);
    } else if (isBelieved(bulk, answer)) {
      List<Bulk> named = answer.guilty().stream().map(bulk::alone).toList();
      judge.refusedByName(bulk, named, answer);
      bulk.withoutAll(answer.guilty()).ifPresent(queue::piece);
    } else {
      judge.refused(bulk, answer);
      // A service may have stored what stood before the event that it refused.
      queue.halve(bulk.asMaybeStored());
    }
    passed();
  }

  /**
   * Whether what the service names is taken for what is bad. Where it names all it was sent, it may
   * refuse whatever it is sent: that is believed only of one that takes others.
   */
  private boolean isBelieved(Bulk bulk, Answer.Invalid answer) {
    int sent = bulk.pending().size();
    return answer.names(sent) && (answer.guilty().size() < sent || course.anyAccepted());
  }

  private void passed() {
    course.answered();
    stuck.passed();
  }

  /** One that had started with the key of before tells nothing of the new one. */
  private void unauthorized(Arrival arrival, Answer.Unauthorized answer, int started) {
    Bulk bulk = arrival.bulk();
    Bulk again = bulk.again(bulk.notBefore(), answer.detail(), false);
    if (arrival.number() < renewedAt) {
      queue.first(again);
      return;
    }
    switch (ports.gate().refused()) {
      case RENEW -> {
        renewedAt = started;
        ports.sink().renewCredentials();
        queue.first(again);
      }
      case STOP -> {
        course.tell(Alarm.credentialsRefused(answer.detail()));
        course.stop("the billing service refuses the API key: " + answer.detail());
        queue.first(again);
      }
    }
  }
}
