package io.usagecollector.core.delivery.gate;

/**
 * The port to the requests that instances share. Thread-safe. Throws nothing, and takes no longer
 * than a fraction of a second once its process is warm.
 */
public interface SharedBudget {
  /**
   * Takes the portion that is due, if one is: of all that ask, one gets it. Times are milliseconds
   * since 1970-01-01T00:00:00Z.
   *
   * @param next when the one after it is due
   */
  Portion take(long now, long next);

  /** What was given. */
  sealed interface Portion {
    /** One portion. */
    record Taken() implements Portion {}

    /** Another was faster. */
    record NotBefore(long when) implements Portion {}

    /** Out of reach: it may be taken or not. */
    record Away() implements Portion {}
  }
}
