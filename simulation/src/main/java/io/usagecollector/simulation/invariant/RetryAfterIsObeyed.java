package io.usagecollector.simulation.invariant;

import io.usagecollector.core.sink.Answer;
import io.usagecollector.simulation.ledger.Happening;
import io.usagecollector.simulation.ledger.Ledger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Once it knows of an answer with Retry-After, an instance makes no call before its time. */
final class RetryAfterIsObeyed implements Invariant {
  /** A pause was asked for: known from then on, until then no call. */
  private record Pause(long known, long until) {}

  private final Map<String, List<Pause>> pauses = new HashMap<>();
  private final Misled misled = new Misled();

  @Override
  public void after(Happening happening, Ledger ledger) {
    misled.after(happening);
    switch (happening) {
      case Happening.Requested requested -> {
        String instance = requested.invocation().instance();
        long start = requested.start();
        List<Pause> known = pauses.getOrDefault(instance, List.of());
        holds(
            misled.is(instance)
                || known.stream().allMatch(p -> start <= p.known() || start >= p.until()),
            "%s called too early, at %s: %s",
            instance,
            start,
            known);
      }
      case Happening.Landed landed ->
          asked(landed.answer())
              .ifPresent(pause ->
                  pauses
                      .computeIfAbsent(landed.invocation().instance(), any -> new ArrayList<>())
                      .add(new Pause(landed.at(), landed.arrived() + pause.toMillis())));
      default -> {}
    }
  }

  /** A pause that concerns one bulk alone stops no other. */
  private static Optional<Duration> asked(Answer answer) {
    return switch (answer) {
      case Answer.Throttled throttled -> throttled.retryAfter();
      case Answer.Transient later when later.pausesAll() -> later.retryAfter();
      default -> Optional.empty();
    };
  }
}
