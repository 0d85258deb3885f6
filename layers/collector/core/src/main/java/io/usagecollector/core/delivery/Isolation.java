package io.usagecollector.core.delivery;

import io.usagecollector.core.sink.Answer;
import io.usagecollector.core.sink.FaultKey;
import java.util.HashSet;
import java.util.Set;

/**
 * Tells bad events from a fault that is not theirs. Halving a refused bulk ends with single events
 * that the service refuses. When the first three of an invocation are refused for the same fault,
 * and the service has accepted nothing in this invocation, all the evidence is against the service,
 * or what stands before it, and dead-lettering would empty the topic into the queue.
 *
 * <p>One accepted event settles it the other way: then refused events are bad ones, however many.
 * So three bad events among good ones do not hold their batch: {@link BulkQueue} tries larger
 * pieces before single events, and draws those by lot, so that a batch that met its bad events
 * first does not do so each time it comes.
 *
 * <p>A batch of three or more events that the service refuses for their own sake, for the same
 * fault and without a good one beside them, is held too, since nothing tells it from such a fault.
 * The rules of an event are checked before it is sent, so this needs a rule that is not known here:
 * the alarm calls a person.
 */
final class Isolation {
  private static final int ENOUGH = 3;

  private final Set<FaultKey> faults = new HashSet<>();
  private int refused;
  private boolean accepted;

  void accepted() {
    accepted = true;
  }

  /** Notes that an event was refused alone; true if the fault cannot be the events' own. */
  boolean refused(Answer.Invalid answer) {
    refused++;
    faults.add(answer.key());
    return refused == ENOUGH && faults.size() == 1 && !accepted;
  }
}
