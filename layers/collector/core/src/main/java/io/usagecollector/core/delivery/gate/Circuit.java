package io.usagecollector.core.delivery.gate;

import java.util.Optional;

/**
 * Whether the gate is closed, as several instances see it.
 *
 * @param epoch how often it was closed, closed again or opened: evidence of an earlier epoch tells
 *     nothing of what came after it
 * @param closure why and until when it is closed, if it is
 */
public record Circuit(long epoch, Optional<Closure> closure) {
  /** Nobody has closed it yet. */
  public static final Circuit UNTOUCHED = new Circuit(0, Optional.empty());

  /** The next epoch's. */
  Circuit next(Optional<Closure> closure) {
    return new Circuit(epoch + 1, closure);
  }

  /** The same epoch's, with something of its own. */
  Circuit with(Optional<Closure> closure) {
    return new Circuit(epoch, closure);
  }
}
