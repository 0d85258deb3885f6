package io.usagecollector.core.delivery.flight;

import io.usagecollector.core.sink.Sink;

/**
 * The port by which bulks go out at the same time. Delivery stays on one thread: it starts bulks,
 * and takes what has landed one by one. Thread-safe.
 */
public interface Flights {
  /** How many bulks of one batch may be in flight, one or more. */
  int most();

  /** Opens them for one batch. */
  InFlight open(Sink sink);
}
