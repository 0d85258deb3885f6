package io.usagecollector.core.delivery.flight;

import io.usagecollector.core.delivery.bulk.Bulk;
import java.time.Duration;
import java.util.Optional;

/** The requests of one batch that are in flight. Used by one thread. */
public interface InFlight extends AutoCloseable {
  /**
   * Sends a bulk.
   *
   * @param number the caller's own, another for each
   * @param timeout what the whole exchange may take
   */
  void start(int number, Bulk bulk, Duration timeout);

  /**
   * Waits for the next that lands, whichever it is.
   *
   * @param atMost how long to wait; nothing waits for what has landed already
   * @return what landed, or nothing in that time
   */
  Optional<Landed> land(Duration atMost) throws InterruptedException;

  /** Leaves what has not landed to itself. */
  @Override
  void close();
}
