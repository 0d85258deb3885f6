package io.usagecollector.core.delivery;

import io.usagecollector.core.delivery.Airspace.Arrival;
import io.usagecollector.core.delivery.bulk.Bulk;
import io.usagecollector.core.delivery.bulk.BulkQueue;
import io.usagecollector.core.delivery.outcome.Alarm;
import io.usagecollector.core.delivery.outcome.Outcome;
import io.usagecollector.core.delivery.pace.Pacer;
import io.usagecollector.core.delivery.pace.RetryDecision;
import io.usagecollector.core.sink.Answer;
import java.time.Duration;
import java.util.Optional;

/** What an answer means for its bulk: settled, halved, out again, or enough. */
final class Landing {
  private final Ports ports;
  private final Pacer pacer;
  private final Ledger ledger;
  private final Course course;
  private final Leftovers leftovers;
  private final Judge judge;
  private final BulkQueue queue;
  private final boolean probe;
  private int renewedAt;

  /**
   * @param probe whether this batch tries if a closed gate may be opened
   */
  Landing(Ports ports, Pacer pacer, Books books, Judge judge, BulkQueue queue, boolean probe) {
    this.ports = ports;
    this.pacer = pacer;
    this.ledger = books.ledger();
    this.course = books.course();
    this.leftovers = books.leftovers();
    this.judge = judge;
    this.queue = queue;
    this.probe = probe;
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
      case Answer.Throttled throttled -> {
        Optional<Duration> asked = throttled.retryAfter().or(() -> Optional.of(Duration.ZERO));
        later(bulk, throttled, asked);
      }
      case Answer.Transient failed -> {
        ports.gate().failed();
        later(bulk, failed, failed.retryAfter());
      }
      case Answer.Unknown unknown -> unexplained(bulk, unknown, unknown.retryAfter());
      case Answer.Forbidden forbidden -> unexplained(bulk, forbidden, Optional.empty());
      case Answer.Misconfigured elsewhere -> unexplained(bulk, elsewhere, Optional.empty());
    }
  }

  private void unexplained(Bulk bulk, Answer.Fault fault, Optional<Duration> retryAfter) {
    ports.gate().failed();
    course.unexplained();
    later(bulk, fault, retryAfter);
  }

  private void accepted(Bulk bulk) {
    course.accepted(bulk.pending(), pacer.now());
    judge.accepted();
    ledger.settle(bulk.pending(), new Outcome.Accepted());
  }

  private void refused(Bulk bulk, Answer.Invalid answer) {
    if (bulk.isSingle()) {
      judge.refusedAlone(bulk, answer);
    } else {
      judge.refused(bulk, answer);
      queue.halve(bulk);
    }
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

  /** Tries again, or gives up; a pause that the service asked for may be one for all bulks. */
  private void later(Bulk bulk, Answer.Fault fault, Optional<Duration> asked) {
    String detail = fault.detail();
    Optional<Duration> ofAll = fault.pausesAll() ? asked : Optional.empty();
    switch (ports.retries().decide(bulk.failures() + 1, asked, ports.random())) {
      case RetryDecision.Again(Duration pause) -> {
        ofAll.ifPresent(any -> ports.gate().throttled(pause));
        queue.last(bulk.again(pacer.after(pause), detail, fault.key().mayBeStored()));
      }
      case RetryDecision.GiveUp _ -> {
        ofAll.ifPresent(ports.gate()::throttled);
        String why = "given up after " + (bulk.failures() + 1) + " attempts, last: " + detail;
        leftovers.keep(bulk.again(bulk.notBefore(), detail, fault.key().mayBeStored()), why);
        if (probe && !course.anyAccepted()) {
          course.stop("the billing service is still away: " + detail);
        }
      }
    }
  }
}
