package io.usagecollector.core.sink;

import io.usagecollector.core.event.UsageEvent;
import java.time.Duration;
import java.util.List;

/** A billing service that takes usage events. Thread-safe. */
public interface Sink {
  /**
   * Sends one bulk and says what the service's answer means for all of it.
   *
   * @param events one or more, within {@link #limits()}
   * @param timeout what the whole exchange may take; afterwards the answer is {@link
   *     Answer.Transient}
   */
  Answer send(List<UsageEvent> events, Duration timeout);

  /**
   * Forgets the credentials in use, so that the next bulk goes out with freshly fetched ones. Calls
   * nobody and throws nothing.
   */
  void renewCredentials();

  /** What an event must be to be sent here. */
  EventForm form();

  /** How much one bulk may hold. */
  BulkLimits limits();
}
