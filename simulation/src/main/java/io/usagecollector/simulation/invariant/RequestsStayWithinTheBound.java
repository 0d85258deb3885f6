package io.usagecollector.simulation.invariant;

import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.sink.Answer;
import io.usagecollector.simulation.event.Kind;
import io.usagecollector.simulation.event.PartId;
import io.usagecollector.simulation.ledger.Happening;
import io.usagecollector.simulation.ledger.Invocation;
import io.usagecollector.simulation.ledger.Ledger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a batch costs in requests is bounded by its events and its bad events: B bulks of at most m
 * events, of which b are refused for good, cost at most B + 3·min(B, b) + 2·b·⌈log2 m⌉ requests,
 * and never more than 2·n + 3·B. A request that failed for another reason may cost two more, since
 * its events were not judged by it, and its halves go out once others pass; one event may go out to
 * see if any does. An event is refused alone once, and once more where customers are made sure of.
 */
final class RequestsStayWithinTheBound implements Invariant {
  private static final class Cost {
    private final List<PartId> parts = new ArrayList<>();
    private final Set<UsageEvent> refused = Collections.newSetFromMap(new IdentityHashMap<>());
    private final IdentityHashMap<UsageEvent, Integer> refusedAlone = new IdentityHashMap<>();
    private int judged;
  }

  /** One event goes alone where the last call told nothing, to see if anything passes. */
  private static final int SAMPLE = 1;

  private final int bulk;
  private final int mostAlone;
  private final Map<Invocation, Cost> costs = new HashMap<>();

  /**
   * @param bulk the most events of one request
   * @param ensuring whether customers are made sure of before their events go out
   */
  RequestsStayWithinTheBound(int bulk, boolean ensuring) {
    this.bulk = bulk;
    this.mostAlone = ensuring ? 2 : 1;
  }

  /** For B bulks of at most m, of which b events are refused for good. */
  static long bound(long events, long bulk, long bad) {
    long bulks = (events + bulk - 1) / bulk;
    long depth = 64L - Long.numberOfLeadingZeros(Math.max(1, Math.min(bulk, events)) - 1);
    return Math.min(bulks + 3 * Math.min(bulks, bad) + 2 * bad * depth, 2 * events + 3 * bulks);
  }

  private Cost of(Invocation invocation) {
    return costs.computeIfAbsent(invocation, any -> new Cost());
  }

  @Override
  public void after(Happening happening, Ledger ledger) {
    switch (happening) {
      case Happening.Invoked(var invocation, int _, var parts, var _) ->
          of(invocation).parts.addAll(parts);
      case Happening.Requested requested -> {
        Cost cost = of(requested.invocation());
        if (requested.answer() instanceof Answer.Accepted) {
          cost.judged++;
        } else if (requested.answer() instanceof Answer.Invalid) {
          cost.judged++;
          refused(requested.events(), cost);
          refusedAlone(requested.events(), cost);
        }
      }
      case Happening.Reported(long _, var invocation, var report) -> {
        Cost cost = of(invocation);
        costs.remove(invocation);
        var traffic = report.traffic();
        check(invocation, cost, traffic.requests(), traffic.repeats(), ledger);
      }
      case Happening.Died(long _, var invocation, String _) -> costs.remove(invocation);
      default -> {}
    }
  }

  private void check(Invocation invocation, Cost cost, int requests, int repeats, Ledger ledger) {
    long events = events(cost, ledger);
    boolean inSmallCompany = invocation.instance().startsWith("redeliver");
    long bad = inSmallCompany ? events : cost.refused.size();
    int fresh = requests - repeats;
    int failed = requests - cost.judged;
    holds(
        fresh <= bound(events, bulk, bad) + 2L * failed + SAMPLE,
        "%s requests for %s events, of which %s are bad, %s failed",
        fresh,
        events,
        bad,
        failed);
    holds(
        fresh <= bound(events, bulk, events) + SAMPLE, "%s requests for %s events", fresh, events);
  }

  private static long events(Cost cost, Ledger ledger) {
    return cost.parts.stream().filter(part -> ledger.kind(part).isEvent()).count();
  }

  private void refusedAlone(List<UsageEvent> events, Cost cost) {
    if (events.size() == 1) {
      int times = cost.refusedAlone.merge(events.getFirst(), 1, Integer::sum);
      holds(times <= mostAlone, "%s was refused alone %s times", events.getFirst(), times);
    }
  }

  /** The bad ones of a refused bulk; all of it, where a service refuses what it should take. */
  private static void refused(List<UsageEvent> events, Cost cost) {
    List<UsageEvent> bad =
        events.stream().filter(event -> event.eventName().equals(Kind.REFUSED.word())).toList();
    cost.refused.addAll(bad.isEmpty() ? events : bad);
  }
}
