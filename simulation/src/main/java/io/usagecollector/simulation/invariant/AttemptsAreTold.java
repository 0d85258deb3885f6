package io.usagecollector.simulation.invariant;

import io.usagecollector.core.event.Reason;
import io.usagecollector.core.letter.Attempts;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.simulation.event.PartId;
import io.usagecollector.simulation.ledger.Happening;
import io.usagecollector.simulation.ledger.Invocation;
import io.usagecollector.simulation.ledger.Ledger;
import io.usagecollector.simulation.ledger.Letters;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A letter tells how often its part was tried. None is counted for an invocation that sent nothing,
 * such as while the gate is shut; its age is measured from its first failure; and nothing is given
 * up that was not tried as often as it may be.
 */
final class AttemptsAreTold implements Invariant {
  private final int enough;
  private final Map<Invocation, List<PartId>> running = new HashMap<>();
  private final Set<Invocation> sent = new HashSet<>();
  private final Map<PartId, Integer> tried = new HashMap<>();

  /** Deferred without being tried: their letter counts that as one. */
  private final Set<PartId> diverted = new HashSet<>();

  private final Map<PartId, Set<Instant>> firstFailures = new HashMap<>();

  /**
   * @param enough how often something is tried before it is given up
   */
  AttemptsAreTold(int enough) {
    this.enough = enough;
  }

  @Override
  public void after(Happening happening, Ledger ledger) {
    switch (happening) {
      case Happening.Invoked(var invocation, int _, var parts, var _) ->
          running.put(invocation, parts);
      case Happening.Mapped(long _, var invocation, var _) -> tries(invocation);
      case Happening.Requested requested -> tries(requested.invocation());
      case Happening.CustomerAsked(long _, var invocation, String _) -> tries(invocation);
      case Happening.Reported(long _, var invocation, var _) -> ended(invocation);
      case Happening.Died(long _, var invocation, var _) -> ended(invocation);
      case Happening.MessageSent(long _, String instance, String _, long _, var letters) ->
          letters.forEach(letter -> deferred(letter, hasTried(instance)));
      case Happening.LetterBuried(long _, String _, Letter letter) -> buried(letter);
      default -> {}
    }
  }

  private void tries(Invocation invocation) {
    if (running.containsKey(invocation) && sent.add(invocation)) {
      running.get(invocation).forEach(part -> tried.merge(part, 1, Integer::sum));
    }
  }

  private void ended(Invocation invocation) {
    running.remove(invocation);
    sent.remove(invocation);
  }

  private boolean hasTried(String instance) {
    return sent.stream().anyMatch(invocation -> invocation.instance().equals(instance));
  }

  private void deferred(Letter letter, boolean hasTried) {
    Attempts attempts = letter.attempts();
    for (PartId part : Letters.parts(letter)) {
      if (!hasTried && attempts.count() <= 1) {
        diverted.add(part);
      }
      counted(part, attempts);
      Set<Instant> known = firstFailures.computeIfAbsent(part, any -> new HashSet<>());
      holds(
          attempts.count() <= 1 || known.contains(attempts.firstFailure()),
          "%s first failed at %s, not %s",
          part,
          known,
          attempts.firstFailure());
      known.add(attempts.firstFailure());
    }
  }

  private void buried(Letter letter) {
    Letters.parts(letter).forEach(part -> counted(part, letter.attempts()));
    boolean givenUp = letter.reason().kind() == Reason.Kind.NOT_DELIVERED;
    holds(
        !givenUp || letter.attempts().count() >= enough,
        "%s is given up after %s",
        Letters.parts(letter),
        letter.attempts());
  }

  private void counted(PartId part, Attempts attempts) {
    int most = tried.getOrDefault(part, 0) + (diverted.contains(part) ? 1 : 0);
    holds(attempts.count() <= most, "%s was tried %s times, not %s", part, most, attempts.count());
  }
}
