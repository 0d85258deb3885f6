package io.usagecollector.core.delivery;

/**
 * What a batch costs in requests, repeats aside, as {@link Dispatch} states it: by its events and
 * its bad events.
 */
final class RequestBound {
  private RequestBound() {}

  /** For B bulks of at most m, of which b events are refused for good. */
  static long of(long events, long bulk, long bad) {
    long bulks = (events + bulk - 1) / bulk;
    long depth = 64L - Long.numberOfLeadingZeros(Math.max(1, Math.min(bulk, events)) - 1);
    return Math.min(bulks + 3 * Math.min(bulks, bad) + 2 * bad * depth, 2 * events + 3 * bulks);
  }
}
