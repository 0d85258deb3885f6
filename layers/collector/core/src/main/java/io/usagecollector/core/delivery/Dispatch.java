package io.usagecollector.core.delivery;

import io.usagecollector.core.delivery.bulk.Bulk;
import io.usagecollector.core.delivery.bulk.BulkQueue;
import io.usagecollector.core.delivery.bulk.Packer;
import io.usagecollector.core.delivery.bulk.Suspicion;
import io.usagecollector.core.delivery.outcome.Alarm;
import io.usagecollector.core.delivery.outcome.Outcome;
import io.usagecollector.core.delivery.outcome.Traffic;
import io.usagecollector.core.delivery.pace.Pacer;
import io.usagecollector.core.delivery.pace.RetryDecision;
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
 * A few bulks are in memory at once, however large the batch.
 *
 * <p>Repeats aside, n events in B bulks of at most m, of which b are refused for good, cost at most
 * B + 3·min(B, b) + 2·b·⌈log2 m⌉ requests, and never more than 2·n + 3·B. Where all is refused
 * alike and nothing accepted, it is {@link #MOST_REQUESTS_OF_A_SUSPICION}, however large the batch.
 */
final class Dispatch {
  /** Three new bulks, their halves, one quarter, and three events alone. */
  static final int MOST_REQUESTS_OF_A_SUSPICION = 3 * BulkQueue.FEW + 1 + 3;

  private final Ports ports;
  private final Ledger ledger;
  private final Pacer pacer;
  private final Intake intake;
  private final Burial burial;
  private final boolean probe;
  private final Suspicion suspicion = new Suspicion();
  private final BulkQueue queue;
  private final List<Alarm> alarms = new ArrayList<>();
  private Traffic traffic = Traffic.NONE;
  private Optional<String> stopped = Optional.empty();

  /**
   * @param probe whether this batch tries if a closed gate may be opened
   */
  Dispatch(Ports ports, Ledger ledger, Pacer pacer, Intake intake, Burial burial, boolean probe) {
    this.ports = ports;
    this.ledger = ledger;
    this.pacer = pacer;
    this.intake = intake;
    this.burial = burial;
    this.probe = probe;
    var limits = ports.sink().limits();
    this.queue = new BulkQueue(ports.random(), new Packer(limits, intake::next), limits);
  }

  /** Settles every event, or leaves it as a fault that is due. */
  void run() {
    for (var next = next(); next.isPresent(); next = next()) {
      Bulk bulk = next.get();
      if (!probe && stopped.isEmpty()) {
        ports.gate().closed().ifPresent(this::stop);
      }
      stopped.ifPresentOrElse(why -> hold(bulk, why), () -> advance(bulk));
    }
    judge();
  }

  /** Why nothing more of this batch was sent, if something concerns all of it. */
  Optional<String> stopped() {
    return stopped;
  }

  /** Whether anything of this batch was accepted. */
  boolean anyAccepted() {
    return suspicion.anyAccepted();
  }

  List<Alarm> alarms() {
    return List.copyOf(alarms);
  }

  Traffic traffic() {
    return traffic;
  }

  private Optional<Bulk> next() {
    Optional<Bulk> alone =
        stopped.isEmpty() && suspicion.isGrave(ports.gate().acceptedLately())
            ? queue.anyAlone()
            : Optional.empty();
    return alone.or(queue::next);
  }

  private void advance(Bulk bulk) {
    switch (pacer.until(Math.max(bulk.notBefore(), ports.gate().opensAt()))) {
      case OVER -> send(bulk);
      case NO_TIME -> hold(bulk, noTimeFor(bulk));
      case INTERRUPTED -> {
        stop("the invocation was interrupted");
        hold(bulk, "the invocation was interrupted");
      }
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
    traffic = traffic.unexplained();
    later(bulk, fault, retryAfter);
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
    ports.gate().accepted();
    suspicion.accepted();
    burial.decide();
    traffic = traffic.accepted(bulk.pending().size());
    ledger.settle(bulk.pending(), new Outcome.Accepted());
  }

  private void refused(Bulk bulk, Answer.Invalid answer) {
    ports.gate().judged();
    suspicion.refused(bulk, answer.key());
    if (!bulk.isSingle()) {
      queue.halve(bulk);
      return;
    }
    Reason reason = new Reason(Reason.Kind.REFUSED_BY_SERVICE, answer.detail(), answer.fullText());
    burial.undecided(Fault.refused(bulk, reason));
    if (suspicion.isCertain(ports.gate().acceptedLately())) {
      ports.gate().refusedAlike();
      alarms.add(Alarm.allRefusedAlike(answer.detail()));
      String why = "everything is refused alike: " + answer.detail();
      burial.holdUndecided(why);
      stop(why);
    } else if (burial.isBurdened()) {
      judge();
    }
  }

  /**
   * Decides whether what was refused last is bad itself: if something of this batch was accepted,
   * or the service tells one from another, or others were accepted lately. Else nothing shows whose
   * the fault is.
   */
  private void judge() {
    List<Fault> undecided = burial.undecided();
    if (undecided.isEmpty()) {
      return;
    }
    String answer = undecided.getFirst().reason().safeText();
    if (suspicion.anyAccepted()
        || !suspicion.isAlike()
        || ports.gate().vouchesFor(undecided.size())) {
      burial.decide();
      return;
    }
    if (stopped.isPresent()) {
      burial.holdUndecided(stopped.get());
      return;
    }
    ports.gate().refusedAlike();
    burial.holdUndecided("refused, and nothing was accepted lately to compare it with: " + answer);
    if (ports.gate().mayTell()) {
      alarms.add(Alarm.refusedWithoutComparison(undecided.size(), answer));
    }
  }

  private void unauthorized(Bulk bulk, Answer.Unauthorized answer) {
    switch (ports.gate().refused()) {
      case RENEW -> {
        ports.sink().renewCredentials();
        queue.first(bulk.again(bulk.notBefore(), answer.detail(), false));
      }
      case STOP -> {
        alarms.add(Alarm.credentialsRefused(answer.detail()));
        stop("the billing service refuses the API key: " + answer.detail());
        hold(bulk, "the billing service refuses the API key: " + answer.detail());
      }
    }
  }

  /** Tries again, or gives up; a pause that the service asked for is one for all bulks. */
  private void later(Bulk bulk, Answer.Fault fault, Optional<Duration> asked) {
    String detail = fault.detail();
    switch (ports.retries().decide(bulk.failures() + 1, asked, ports.random())) {
      case RetryDecision.Again(Duration pause) -> {
        asked.ifPresent(any -> ports.gate().throttled(pause));
        queue.last(bulk.again(pacer.after(pause), detail, fault.key().mayBeStored()));
      }
      case RetryDecision.GiveUp giveUp -> {
        asked.ifPresent(ports.gate()::throttled);
        hold(bulk, "given up after " + (bulk.failures() + 1) + " attempts, last: " + detail);
        if (probe && !suspicion.anyAccepted()) {
          stop("the billing service is still away: " + detail);
        }
      }
    }
  }

  private void stop(String why) {
    stopped = Optional.of(why);
    intake.stop(why);
  }

  private void hold(Bulk bulk, String why) {
    ledger.settle(bulk.pending(), new Outcome.Held(why));
  }
}
