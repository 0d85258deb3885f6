package io.usagecollector.core.delivery;

import io.usagecollector.core.delivery.bulk.Bulk;
import io.usagecollector.core.delivery.bulk.BulkQueue;
import io.usagecollector.core.delivery.outcome.Alarm;
import io.usagecollector.core.delivery.pace.Pacer;
import io.usagecollector.core.delivery.pace.RetryDecision;
import io.usagecollector.core.sink.Answer;
import io.usagecollector.core.sink.FaultKey;
import io.usagecollector.core.sink.TransportFault;
import java.time.Duration;
import java.util.Optional;

/**
 * Bulks that fail without being refused: an answer of 5xx, none at all, a proxy's page. They go out
 * again as they are. One that keeps failing while others pass holds an event that makes it fail: it
 * is halved, until that event fails alone and goes to the retry queue.
 *
 * <p>While nothing passes it is the service, and nothing is halved: what was tried enough is {@link
 * Stuck} until something passes.
 */
final class Failures {
  /** So often a bulk fails before it is halved, and an event alone before it is left, at least. */
  private static final int TWICE = 2;

  private final Ports ports;
  private final Pacer pacer;
  private final Course course;
  private final Leftovers leftovers;
  private final BulkQueue queue;
  private final Stuck stuck;

  Failures(Ports ports, Pacer pacer, Books books, BulkQueue queue, Stuck stuck) {
    this.ports = ports;
    this.pacer = pacer;
    this.course = books.course();
    this.leftovers = books.leftovers();
    this.queue = queue;
    this.stuck = stuck;
  }

  /**
   * Takes a bulk that failed, and may pass later.
   *
   * @param asked how long the service wants to be left alone
   */
  void failed(Bulk bulk, Answer.Fault fault, Optional<Duration> asked) {
    ports.gate().failed();
    if (ports.gate().isAway() && ports.gate().mayTell()) {
      course.tell(Alarm.outage(fault.detail()));
    }
    later(bulk, fault, asked);
  }

  /** The same, where the service itself asks for less. */
  void later(Bulk bulk, Answer.Fault fault, Optional<Duration> asked) {
    RetryDecision decision = ports.retries().decide(bulk.failures() + 1, asked, ports.random());
    Duration pause =
        switch (decision) {
          case RetryDecision.Again(Duration again) -> again;
          case RetryDecision.GiveUp _ -> asked.orElse(Duration.ZERO);
        };
    if (fault.pausesAll() && asked.isPresent()) {
      ports.gate().throttled(pause);
    }
    Bulk again = bulk.again(pacer.after(pause), fault.detail(), fault.key().mayBeStored());
    if (course.isAnswered() && isProvoked(fault) && isHalvable(again, fault)) {
      halve(again);
    } else if (isEnough(again, fault, decision)) {
      enough(again, fault);
    } else {
      queue.last(again);
    }
  }

  /** What an event can provoke: something came of it, and it was no matter of pace or place. */
  private static boolean isProvoked(Answer.Fault fault) {
    return switch (fault) {
      case Answer.Throttled _, Answer.Misconfigured _, Answer.Unauthorized _, Answer.Invalid _ ->
          false;
      case Answer.Forbidden _, Answer.Transient _, Answer.Unknown _ ->
          switch (fault.key()) {
            case FaultKey.Answered _ -> true;
            case FaultKey.Unanswered(TransportFault how) -> how.mayHaveArrived();
          };
    };
  }

  private static boolean isLate(Answer.Fault fault) {
    return fault.key().equals(new FaultKey.Unanswered(TransportFault.TIMEOUT));
  }

  private static boolean isHalvable(Bulk failed, Answer.Fault fault) {
    return !failed.isSingle() && (failed.stubborn() || failed.failures() >= TWICE || isLate(fault));
  }

  /** Its pieces are sent in place of a repeat, and cost what one costs. */
  private void halve(Bulk failed) {
    if (ports.tokens().take()) {
      queue.halve(failed.asStubborn());
    } else {
      leftovers.keep(failed, why(failed));
    }
  }

  /**
   * While nothing passes, one that took all the time it had is not sent again as it is, nor an
   * event that was drawn to see if anything passes.
   */
  private boolean isEnough(Bulk failed, Answer.Fault fault, RetryDecision decision) {
    boolean alone = failed.isSingle() && failed.level() > 0;
    boolean often = failed.failures() >= TWICE && (alone || fault instanceof Answer.Forbidden);
    boolean hopeless = !course.isAnswered() && (alone || (isLate(fault) && !failed.isSingle()));
    return decision instanceof RetryDecision.GiveUp || often || hopeless || !ports.tokens().take();
  }

  private void enough(Bulk failed, Answer.Fault fault) {
    boolean provoked = isProvoked(fault);
    if (!course.isAnswered()) {
      stuck.add(failed, fault, provoked, isLate(fault), why(failed));
    } else if (provoked && failed.isSingle()) {
      leftovers.defer(failed, why(failed));
    } else {
      leftovers.keep(failed, why(failed));
    }
  }

  private static String why(Bulk failed) {
    return "given up after "
        + failed.failures()
        + " attempts, last: "
        + failed.lastAnswer().orElse("");
  }
}
