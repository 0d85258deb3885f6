package io.usagecollector.core.delivery;

/** What the source of a batch understands of the answer to it. */
public enum Acknowledgement {
  /** Held records are named, and only they come again. */
  PER_RECORD,
  /** One held record fails the batch, and all of it comes again. */
  WHOLE_BATCH
}
