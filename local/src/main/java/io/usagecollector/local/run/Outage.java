package io.usagecollector.local.run;

import io.usagecollector.local.billing.BillingAwayException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Says once that billing is away and once that it is back; what lies between is waiting. */
final class Outage {
  private final Screen screen;
  private final InstantSource clock;
  private @Nullable Instant since;

  Outage(Screen screen, InstantSource clock) {
    this.screen = screen;
    this.clock = clock;
  }

  /** What billing says; nothing while it is away. */
  <T> Optional<T> ask(Supplier<T> request) {
    try {
      T answer = request.get();
      back();
      return Optional.of(answer);
    } catch (BillingAwayException e) {
      away(e);
      return Optional.empty();
    }
  }

  /** The same of what has no answer; whether it was done. */
  boolean did(Runnable request) {
    return ask(
            () -> {
              request.run();
              return true;
            })
        .isPresent();
  }

  private void away(BillingAwayException e) {
    if (since == null) {
      since = clock.instant();
      screen.line("billing is away, waiting for it: " + e.getMessage());
    }
  }

  private void back() {
    Instant start = since;
    if (start != null) {
      since = null;
      long seconds = Duration.between(start, clock.instant()).toSeconds();
      screen.line("billing is back after " + seconds + " s");
    }
  }
}
