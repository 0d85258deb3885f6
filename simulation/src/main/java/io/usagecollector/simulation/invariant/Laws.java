package io.usagecollector.simulation.invariant;

import io.usagecollector.simulation.ledger.Happening;
import io.usagecollector.simulation.ledger.Journal;
import io.usagecollector.simulation.ledger.Ledger;
import java.util.List;
import java.util.function.Predicate;

/** All laws of a world, each asked after everything that happens. */
public final class Laws implements Journal {
  private final List<Invariant> invariants;
  private final Ledger ledger;

  private Laws(List<Invariant> invariants, Ledger ledger) {
    this.invariants = invariants;
    this.ledger = ledger;
  }

  /**
   * Of one world.
   *
   * @param bulk the most events of one request
   * @param enough how often something is tried before it is given up
   * @param asked whether a law of this name is asked
   */
  public static Laws of(Ledger ledger, int bulk, int enough, Predicate<String> asked) {
    return new Laws(
        all(bulk, enough).stream().filter(law -> asked.test(law.name())).toList(), ledger);
  }

  /** What they are called. */
  public static List<String> names() {
    return all(1, 1).stream().map(Invariant::name).toList();
  }

  private static List<Invariant> all(int bulk, int enough) {
    return List.of(
        new NothingIsBilledTwice(),
        new NothingIsAcknowledgedBeforeItsOutcomeStands(),
        new OnlyBadEventsAreDeadLettered(),
        new ARepeatIsTheSameEvent(),
        new ReplaysSendStoredBytes(),
        new AttemptsAreTold(enough),
        new TheReportIsTrue(),
        new RequestsStayWithinTheBound(bulk),
        new NothingRunsPastTheDeadline(),
        new RefusedCredentialsAreNotHammered(),
        new RetryAfterIsObeyed(),
        new WhileTheGateIsShutNothingIsMapped(),
        new AServiceThatRefusesAllEmptiesNoTopic(),
        new NothingWaitsForEver(),
        new EveryPartEndsInOnePlace());
  }

  @Override
  public void tell(Happening happening) {
    invariants.forEach(law -> law.after(happening, ledger));
  }

  public void atTheEnd() {
    invariants.forEach(law -> law.atTheEnd(ledger));
  }
}
