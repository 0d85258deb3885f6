package io.usagecollector.core.admission;

import io.usagecollector.core.customer.Ensured;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of events that the service takes, and does not bill. */
final class Unbilled {
  private static final Logger LOG = LoggerFactory.getLogger(Unbilled.class);

  private Unbilled() {}

  /**
   * Writes a line where the first event is older than what is billed.
   *
   * @param firstEvent when it took place, where that is known
   */
  static void tell(Ensured ensured, Optional<Instant> firstEvent) {
    before(ensured, firstEvent)
        .ifPresent(start ->
            LOG.warn(
                "events of a customer are not billed: the first is of {}, and subscription {}"
                    + " counts from {} on. Check the start of the plan's prices",
                firstEvent.map(String::valueOf).orElse(""),
                ensured.subscription().map(subscription -> subscription.id()).orElse(""),
                start));
  }

  /** What is billed from then on only, though an event is older; nothing if all is. */
  static Optional<Instant> before(Ensured ensured, Optional<Instant> firstEvent) {
    return ensured
        .subscription()
        .flatMap(subscription -> subscription.unbilledBefore())
        .filter(start -> firstEvent.filter(first -> first.isBefore(start)).isPresent());
  }
}
