package io.usagecollector.core.delivery.pace;

/** What becomes of records while the billing service is away for long. */
public enum Outage {
  /** Their source keeps them: it is not read further than the service can follow. */
  HOLD,
  /** They go to the retry queue, so that their source is read on. */
  DEFER
}
