package io.usagecollector.core.delivery;

import io.usagecollector.core.event.Reason;
import io.usagecollector.core.sink.Answer;
import io.usagecollector.core.sink.FaultKey;
import io.usagecollector.core.sink.TransportFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sends the events of one batch, bulk after bulk, until each is settled, time is up, or a fault
 * that is not theirs stops it. A repeat sends the same bytes; a refused bulk comes again in halves.
 */
final class Dispatch {
  private final Ports ports;
  private final Ledger ledger;
  private final Pacer pacer;
  private final Isolation isolation = new Isolation();
  private final BulkQueue queue;
  private final List<Alarm> alarms = new ArrayList<>();
  private Traffic traffic = Traffic.NONE;
  private Optional<String> stopped = Optional.empty();

  Dispatch(Ports ports, TimeBudget budget, Ledger ledger, List<PendingEvent> events) {
    this.ports = ports;
    this.ledger = ledger;
    this.pacer = new Pacer(ports.sleeper(), budget, ledger);
    this.queue = new BulkQueue(ports.random(), Bulk.pack(events, ports.sink().limits()));
  }

  /** Settles every event, or leaves it as a fault in the ledger. */
  void run() {
    for (var next = queue.next(); next.isPresent(); next = queue.next()) {
      Bulk bulk = next.get();
      if (ports.gate().refusing()) {
        stopped = stopped.or(() -> Optional.of("the billing service refuses the API key"));
      }
      stopped.ifPresentOrElse(why -> hold(bulk, why), () -> advance(bulk));
    }
  }

  /** Why nothing more of this batch may be settled, if something concerns all of it. */
  Optional<String> stopped() {
    return stopped;
  }

  List<Alarm> alarms() {
    return List.copyOf(alarms);
  }

  Traffic traffic() {
    return traffic;
  }

  private void advance(Bulk bulk) {
    switch (pacer.until(Math.max(bulk.notBefore(), ports.gate().opensAt()))) {
      case OVER -> send(bulk);
      case NO_TIME -> hold(bulk, noTimeFor(bulk));
      case INTERRUPTED -> stop(bulk, "the invocation was interrupted");
    }
  }

  private static String noTimeFor(Bulk bulk) {
    return bulk.lastAnswer()
        .map(answer -> "no time was left after " + bulk.failures() + " attempts, last: " + answer)
        .orElse("no time was left to send it, or the billing service asked for a longer pause");
  }

  private void send(Bulk bulk) {
    traffic = traffic.sent(bulk.failures() > 0);
    switch (exchange(bulk)) {
      case Answer.Accepted accepted -> accepted(bulk);
      case Answer.Invalid invalid -> refused(bulk, invalid);
      case Answer.Unauthorized unauthorized -> unauthorized(bulk, unauthorized);
      case Answer.Throttled throttled -> {
        Optional<Duration> asked = throttled.retryAfter().or(() -> Optional.of(Duration.ZERO));
        later(bulk, throttled.detail(), asked);
      }
      case Answer.Transient failed -> later(bulk, failed.detail(), failed.retryAfter());
      case Answer.Unknown unknown -> {
        traffic = traffic.unexplained();
        later(bulk, unknown.detail(), unknown.retryAfter());
      }
    }
  }

  private Answer exchange(Bulk bulk) {
    try {
      return ports.sink().send(bulk.events(), pacer.exchange());
    } catch (RuntimeException e) {
      String detail = "the sink failed: " + e.getClass().getSimpleName();
      return new Answer.Unknown(
          new FaultKey.Unanswered(TransportFault.CLIENT), detail, Optional.empty());
    }
  }

  private void accepted(Bulk bulk) {
    ports.gate().proven();
    isolation.accepted();
    traffic = traffic.accepted(bulk.pending().size());
    ledger.settle(bulk.pending(), new Outcome.Accepted());
  }

  private void refused(Bulk bulk, Answer.Invalid answer) {
    ports.gate().proven();
    if (bulk.isSingle()) {
      isolated(bulk.pending().getFirst(), answer);
    } else {
      queue.halve(bulk);
    }
  }

  private void isolated(PendingEvent bad, Answer.Invalid answer) {
    Reason reason = new Reason(Reason.Kind.REFUSED_BY_SERVICE, answer.detail(), answer.fullText());
    ledger.fault(new Ledger.Fault(bad.record(), bad.ordinal(), reason, Optional.of(bad.event())));
    if (isolation.refused(answer)) {
      stopped = Optional.of("everything is refused in the same words: " + answer.detail());
      alarms.add(Alarm.allRefusedAlike(answer.detail()));
    }
  }

  private void unauthorized(Bulk bulk, Answer.Unauthorized answer) {
    switch (ports.gate().refused()) {
      case RENEW -> {
        ports.sink().renewCredentials();
        queue.first(bulk.again(bulk.notBefore(), answer.detail()));
      }
      case STOP -> {
        alarms.add(Alarm.credentialsRefused(answer.detail()));
        stop(bulk, "the billing service refuses the API key: " + answer.detail());
      }
    }
  }

  /** Tries again, or gives up; a pause that the service asked for is one for all bulks. */
  private void later(Bulk bulk, String detail, Optional<Duration> asked) {
    switch (ports.retries().decide(bulk.failures() + 1, asked, ports.random())) {
      case RetryDecision.Again(Duration pause) -> {
        asked.ifPresent(any -> ports.gate().throttled(pause));
        queue.last(bulk.again(pacer.after(pause), detail));
      }
      case RetryDecision.GiveUp giveUp -> {
        asked.ifPresent(ports.gate()::throttled);
        hold(bulk, "given up after " + (bulk.failures() + 1) + " attempts, last: " + detail);
      }
    }
  }

  private void stop(Bulk bulk, String why) {
    stopped = Optional.of(why);
    hold(bulk, why);
  }

  private void hold(Bulk bulk, String why) {
    ledger.settle(bulk.pending(), new Outcome.Held(why));
  }
}
