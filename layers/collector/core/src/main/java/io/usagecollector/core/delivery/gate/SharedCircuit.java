package io.usagecollector.core.delivery.gate;

import java.util.Optional;

/**
 * The port to what instances share of a gate. Every change names what it was decided upon, and
 * fails if that is no longer so: a late answer neither closes nor opens what another instance has
 * settled since. Thread-safe. No method throws, and none takes longer than a fraction of a second
 * once its process is warm: out of reach, an instance goes on by itself.
 */
public interface SharedCircuit {
  /** How it stands now, or nothing when it is out of reach. */
  Optional<Circuit> read();

  /**
   * Puts the next epoch in the place of the one that was seen, whatever probes it has had.
   *
   * @param next of the epoch after it
   */
  Swap change(Circuit seen, Circuit next);

  /**
   * Takes the probe that is due: of all that have seen the same, one gets it.
   *
   * @param next of the same epoch, with a later time for the next probe
   */
  Swap probe(Circuit seen, Circuit next);

  /** How a change ended. */
  sealed interface Swap {
    /** As wanted. */
    record Done() implements Swap {}

    /**
     * Another was faster.
     *
     * @param now how it stands
     */
    record Beaten(Circuit now) implements Swap {}

    /** Out of reach: it may be changed or not. */
    record Away() implements Swap {}
  }
}
