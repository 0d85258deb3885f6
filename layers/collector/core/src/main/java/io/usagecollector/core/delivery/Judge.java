package io.usagecollector.core.delivery;

import io.usagecollector.core.delivery.bulk.Bulk;
import io.usagecollector.core.delivery.bulk.Suspicion;
import io.usagecollector.core.delivery.gate.Gate;
import io.usagecollector.core.delivery.outcome.Alarm;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.sink.Answer;
import java.util.List;

/**
 * Decides whose fault a refusal is: the event's, that is refused alone, or the service's, that
 * refuses everything. Until that is known the event is undecided.
 */
final class Judge {
  private final Gate gate;
  private final Burial burial;
  private final Leftovers leftovers;
  private final Course course;
  private final Suspicion suspicion = new Suspicion();

  /** Whether it ended without a judgement, and all of that was deferred before. */
  private boolean open;

  private boolean redelivered;

  /** Whether it is settled whose fault the refusals are. */
  private boolean settled;

  Judge(Gate gate, Burial burial, Leftovers leftovers, Course course) {
    this.gate = gate;
    this.burial = burial;
    this.leftovers = leftovers;
    this.course = course;
  }

  /** Something was accepted: the service takes good events, so what it refused before is bad. */
  void accepted() {
    gate.accepted();
    suspicion.accepted();
    burial.decide();
  }

  /** Takes a refused bulk of several events: some event in it is to blame. */
  void refused(Bulk bulk, Answer.Invalid answer) {
    gate.judged();
    suspicion.refused(bulk, answer.key(), answer.names(bulk.pending().size()));
  }

  /** From now on an event that is refused alone is to blame: that was settled before. */
  void settled() {
    settled = true;
  }

  /**
   * Takes a bulk that was refused for events in it that the service names.
   *
   * @param named each of them alone
   */
  void refusedByName(Bulk bulk, List<Bulk> named, Answer.Invalid answer) {
    refused(bulk, answer);
    named.forEach(single -> undecided(single, answer));
    if (burial.isBurdened()) {
      judge();
    }
  }

  private void undecided(Bulk single, Answer.Invalid answer) {
    burial.undecided(Fault.refused(single, reason(answer)));
  }

  private static Reason reason(Answer.Invalid answer) {
    return new Reason(Reason.Kind.REFUSED_BY_SERVICE, answer.detail(), answer.fullText());
  }

  /** Takes an event that was refused alone. */
  void refusedAlone(Bulk single, Answer.Invalid answer) {
    if (settled) {
      gate.judged();
      burial.due(Fault.refused(single, reason(answer)));
      return;
    }
    refused(single, answer);
    undecided(single, answer);
    if (suspicion.isCertain(gate.acceptedLately())) {
      gate.refusedAlike();
      course.tell(Alarm.allRefusedAlike(answer.detail()));
      String why = "everything is refused alike: " + answer.detail();
      open = true;
      keepUndecided(why);
      course.stop(why);
    } else if (burial.isBurdened()) {
      judge();
    }
  }

  /** Whether single events are to be tried, since all is refused alike. */
  boolean isGrave() {
    return suspicion.isGrave(gate.acceptedLately());
  }

  /** Whether enough was refused at the same depth, so that it is to be looked deeper. */
  boolean isDeepening() {
    return suspicion.isDeepening();
  }

  /** Whether nothing was refused since the last acceptance. */
  boolean isClear() {
    return suspicion.isClear();
  }

  /**
   * Whether the service refuses some for another fault than others, so that it tells them apart.
   */
  boolean tellsApart() {
    return !suspicion.isClear() && !suspicion.isAlike();
  }

  /**
   * Ends the batch. A few events that are refused alike, with nothing to compare them with, are
   * held; where they are all there is, they are taken aside into the retry queue after a while, so
   * that what is behind them can show whose the fault is.
   *
   * @param received how many records the batch had
   */
  void conclude(int received) {
    judge();
    if (open && received <= Gate.FEW_BAD && leftovers.canDefer() && maySetAside()) {
      course.divert();
    }
  }

  private boolean maySetAside() {
    return redelivered || gate.maySetAside();
  }

  /**
   * Decides whether what was refused last is bad itself: if something of this batch was accepted,
   * or the service tells one from another, or others were accepted lately. Else nothing shows whose
   * the fault is.
   */
  void judge() {
    List<Fault> undecided = burial.undecided();
    if (undecided.isEmpty()) {
      return;
    }
    String answer = undecided.getFirst().reason().safeText();
    if (course.anyAccepted() || !suspicion.isAlike() || gate.vouchesFor(undecided.size())) {
      burial.decide();
      return;
    }
    if (course.stopped().isPresent()) {
      keepUndecided(course.stopped().get());
      return;
    }
    gate.refusedAlike();
    open = true;
    keepUndecided("refused, and nothing was accepted lately to compare it with: " + answer);
    if (gate.mayTell()) {
      course.tell(Alarm.refusedWithoutComparison(undecided.size(), answer));
    }
  }

  private void keepUndecided(String why) {
    List<Fault> faults = burial.takeUndecided();
    redelivered = faults.stream().allMatch(fault -> fault.inbound().attempts() > 0);
    for (Fault fault : faults) {
      Reason known = fault.reason();
      leftovers.keep(fault.because(new Reason(known.kind(), why, known.fullText())));
    }
  }
}
