package io.usagecollector.core.delivery;

import io.usagecollector.core.sink.Answer;
import java.util.HashSet;
import java.util.Set;

/**
 * Tells bad events from a fault that is not theirs. Halving a refused bulk ends with single events
 * that the service refuses. When the first three of an invocation are refused in the same words,
 * and the service has accepted nothing in this invocation, all the evidence is against the service,
 * or what stands before it, and dead-lettering would empty the topic into the queue.
 *
 * <p>One accepted event settles it the other way: then refused events are bad ones, however many.
 * So three bad events among good ones do not hold their batch: larger pieces are tried before
 * smaller ones, and which half goes first is drawn by lot, so that a batch whose bad events were
 * met first is not held again for that.
 */
final class Isolation {
  private static final int ENOUGH = 3;

  private final Set<String> details = new HashSet<>();
  private int refused;
  private boolean accepted;

  void accepted() {
    accepted = true;
  }

  /** Notes that an event was refused alone; true if the fault cannot be the events' own. */
  boolean refused(Answer.Invalid answer) {
    refused++;
    details.add(answer.detail());
    return refused == ENOUGH && details.size() == 1 && !accepted;
  }
}
