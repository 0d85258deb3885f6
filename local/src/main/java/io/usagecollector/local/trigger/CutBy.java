package io.usagecollector.local.trigger;

/** What ended a batch. */
public enum CutBy {
  /** It has as many records as a batch may have. */
  COUNT,
  /** The next record would have made it larger than an invocation can carry. */
  SIZE,
  /** Nothing more was to be had: its window ended, or what failed comes again alone. */
  PERIOD
}
