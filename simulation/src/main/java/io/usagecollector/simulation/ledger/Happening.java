package io.usagecollector.simulation.ledger;

import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.sink.Answer;
import io.usagecollector.simulation.billing.ReceivedEvent;
import io.usagecollector.simulation.event.PartId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that happened in the world. Times are milliseconds since 1970-01-01T00:00:00Z, by the
 * world's clock and no instance's.
 */
public sealed interface Happening {
  long at();

  /** A record was written to the topic. */
  record Produced(long at, SourceRecord record) implements Happening {}

  /**
   * A function was invoked.
   *
   * @param inbounds how many records or messages it got
   * @param parts what they hold
   * @param shut why its gate was closed then, if it was
   */
  record Invoked(Invocation invocation, int inbounds, List<PartId> parts, Optional<String> shut)
      implements Happening {
    @Override
    public long at() {
      return invocation.start();
    }
  }

  /** An instance has mapped a record. */
  record Mapped(long at, Invocation invocation, Coordinates record) implements Happening {}

  /**
   * A request to the service ended, as the instance saw it.
   *
   * @param start when it began
   */
  record Requested(
      long at,
      Invocation invocation,
      long start,
      Duration timeout,
      List<UsageEvent> events,
      Answer answer)
      implements Happening {}

  /**
   * Delivery took notice of how a request ended: what it knows of the service, it knows from then.
   *
   * @param start when the request began
   * @param arrived when its answer came
   */
  record Landed(long at, Invocation invocation, long start, long arrived, Answer answer)
      implements Happening {}

  /** The service took events: they are billed. */
  record Billed(long at, List<ReceivedEvent> events) implements Happening {}

  /**
   * Events want to go out.
   *
   * @param firstEvents the time of the first of each customer's
   */
  record Applied(long at, Invocation invocation, Map<String, Instant> firstEvents)
      implements Happening {}

  /** An instance asked for a customer to be made sure of. */
  record CustomerAsked(long at, Invocation invocation, String customer) implements Happening {}

  /**
   * The service made a customer.
   *
   * @param start events before this are not billed
   */
  record CustomerMade(long at, Invocation invocation, String customer, Instant start)
      implements Happening {}

  /** The dead-letter queue took a letter of an instance, whether or not it says so. */
  record LetterBuried(long at, String instance, Letter letter) implements Happening {}

  /**
   * The retry queue took a message of an instance, whether or not it says so.
   *
   * @param delay how long it is out of sight, in milliseconds
   */
  record MessageSent(long at, String instance, String id, long delay, List<Letter> letters)
      implements Happening {}

  /** A message was deleted from the retry queue. */
  record MessageDeleted(long at, String id) implements Happening {}

  /** The trigger will not hand these over again of its own accord: they were settled. */
  record Acknowledged(long at, String poller, List<Coordinates> records) implements Happening {}

  /** An invocation ended with a report. */
  record Reported(long at, Invocation invocation, BatchReport report) implements Happening {}

  /** A process ended in mid-invocation. */
  record Died(long at, Invocation invocation, String where) implements Happening {}

  /** An instance's clock jumped, by so many milliseconds. */
  record ClockJumped(long at, String instance, long millis) implements Happening {}

  /**
   * The circuit that instances share was set.
   *
   * @param isOpen whether the service is not to be called
   * @param isProbe whether it was set by the one that may call it all the same
   */
  record CircuitSet(long at, String instance, boolean isOpen, boolean isProbe)
      implements Happening {}

  /** An instance could not reach the table that instances share, or does not know what it did. */
  record TableAway(long at, String instance) implements Happening {}

  /** Something that no law looks at. */
  record Noted(long at, String text) implements Happening {}
}
