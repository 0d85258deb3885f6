package io.usagecollector.simulation.invariant;

import io.usagecollector.core.event.Reason;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.sink.Answer;
import io.usagecollector.simulation.event.Kind;
import io.usagecollector.simulation.event.PartId;
import io.usagecollector.simulation.ledger.Happening;
import io.usagecollector.simulation.ledger.Ledger;
import java.util.HashSet;
import java.util.Set;

/**
 * No good event is dead-lettered for a bad neighbour: what is called refused was refused alone.
 * Each letter has the reason that it is for.
 */
final class OnlyBadEventsAreDeadLettered implements Invariant {
  private final Set<String> refusedAlone = new HashSet<>();

  @Override
  public void after(Happening happening, Ledger ledger) {
    switch (happening) {
      case Happening.Requested requested
          when requested.answer() instanceof Answer.Invalid && requested.events().size() == 1 ->
          refusedAlone.add(requested.events().getFirst().eventId());
      case Happening.LetterBuried(long _, var _, Letter letter) -> {
        PartId part = PartId.of(letter.record().at(), letter.ordinal());
        Kind kind = ledger.kind(part);
        Reason.Kind reason = letter.reason().kind();
        holds(suits(kind, letter), "%s (%s) is dead-lettered as %s", part, kind, reason);
        holds(
            kind.isEvent() == letter.event().isPresent(),
            "the letter of %s (%s) has the wrong content",
            part,
            kind);
      }
      default -> {}
    }
  }

  private boolean wasRefused(Letter letter) {
    return letter.reason().kind() == Reason.Kind.REFUSED_BY_SERVICE
        && letter.event().map(event -> refusedAlone.contains(event.eventId())).orElse(false);
  }

  private boolean suits(Kind kind, Letter letter) {
    return switch (kind) {
      case FAULTY -> letter.reason().kind() == Reason.Kind.MAPPING_FAULT;
      case GOOD, REFUSED, BREAKS, HANGS, RESETS, BLOCKED ->
          letter.reason().kind() == Reason.Kind.NOT_DELIVERED
              || letter.reason().kind() == Reason.Kind.CUSTOMER_NOT_READY
              || wasRefused(letter);
      case FILTERED -> false;
    };
  }
}
