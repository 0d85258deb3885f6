package io.usagecollector.core.delivery.admission;

import java.time.Duration;

/** Whether the events of a customer may go out. Every text is safe to log. */
public sealed interface Admission {
  /** They may. */
  record Admitted() implements Admission {}

  /** They may not. */
  sealed interface NotAdmitted extends Admission {
    String why();
  }

  /**
   * Not now: the customer is not known to be there. Its events wait in the retry queue.
   *
   * @param pause it is not worth while to ask again sooner than in so long
   * @param tried whether something was tried for this customer; else no attempt is counted
   */
  record NotNow(String why, Duration pause, boolean tried) implements NotAdmitted {}

  /**
   * Not as things are set: somebody must change a plan, a setting, or the customer at the service.
   * Its events wait in the retry queue, and no attempt is counted, so that they go out once that is
   * mended.
   *
   * @param pause it is not worth while to ask again sooner than in so long
   */
  record NotAsConfigured(String why, Duration pause) implements NotAdmitted {}

  /**
   * Nobody can be made ready now, whoever it is: what was refused or is away is not this
   * customer's. Its events are held, or deferred where something of their batch was accepted.
   */
  record NobodyNow(String why) implements NotAdmitted {}
}
