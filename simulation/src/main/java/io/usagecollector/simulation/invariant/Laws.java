package io.usagecollector.simulation.invariant;

import io.usagecollector.simulation.ledger.Happening;
import io.usagecollector.simulation.ledger.Journal;
import io.usagecollector.simulation.ledger.Ledger;
import java.util.List;
import java.util.Optional;
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
   * @param rules what it is set to
   * @param asked whether a law of this name is asked
   */
  public static Laws of(Ledger ledger, Rules rules, Predicate<String> asked) {
    return new Laws(all(rules).stream().filter(law -> asked.test(law.name())).toList(), ledger);
  }

  /**
   * What a world is set to.
   *
   * @param bulk the most events of one request
   * @param enough how often something is tried before it is given up
   * @param ensuring whether customers are made sure of before their events go out
   * @param perMinute how many requests all instances may send, where that is limited
   */
  public record Rules(int bulk, int enough, boolean ensuring, Optional<Integer> perMinute) {}

  /** What they are called. */
  public static List<String> names() {
    return all(new Rules(1, 1, true, Optional.empty())).stream().map(Invariant::name).toList();
  }

  private static List<Invariant> all(Rules rules) {
    return List.of(
        new NothingIsBilledTwice(),
        new NothingIsAcknowledgedBeforeItsOutcomeStands(),
        new OnlyBadEventsAreDeadLettered(),
        new ARepeatIsTheSameEvent(),
        new ReplaysSendStoredBytes(),
        new AttemptsAreTold(rules.enough()),
        new TheReportIsTrue(),
        new RequestsStayWithinTheBound(rules.bulk(), rules.ensuring()),
        new NothingRunsPastTheDeadline(),
        new RefusedCredentialsAreNotHammered(),
        new OnlyTheProbeIsSentWhileTheCircuitIsOpen(),
        new NoMinuteHasMoreRequestsThanAllowed(rules.perMinute()),
        new RetryAfterIsObeyed(),
        new WhileTheGateIsShutNothingIsMapped(),
        new AServiceThatRefusesAllEmptiesNoTopic(),
        new NobodyIsSentWhoIsNotReady(rules.ensuring()),
        new BillingCountsTheFirstEvent(),
        new WhoIsNotReadyIsTriedAgain(rules.enough()),
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
