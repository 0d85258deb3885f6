package io.usagecollector.simulation.invariant;

import io.usagecollector.core.event.Reason;
import io.usagecollector.simulation.ledger.Happening;
import io.usagecollector.simulation.ledger.Ledger;
import io.usagecollector.simulation.ledger.Letters;

/** An event is not given up for its customer before that was asked for as often as it may be. */
final class WhoIsNotReadyIsTriedAgain implements Invariant {
  private final int enough;

  /**
   * @param enough how often something is tried before it is given up
   */
  WhoIsNotReadyIsTriedAgain(int enough) {
    this.enough = enough;
  }

  @Override
  public void after(Happening happening, Ledger ledger) {
    if (happening instanceof Happening.LetterBuried(long _, String _, var letter)
        && letter.reason().kind() == Reason.Kind.CUSTOMER_NOT_READY) {
      holds(
          letter.attempts().count() >= enough,
          "%s is given up for its customer after %s",
          Letters.parts(letter),
          letter.attempts());
    }
  }
}
