package io.usagecollector.local.chaos;

import io.usagecollector.local.poller.PollerFaults;
import io.usagecollector.local.trigger.TriggerFaults;
import io.usagecollector.testkit.fault.CannedAnswer;
import io.usagecollector.testkit.fault.Fault;
import io.usagecollector.testkit.flexprice.fault.FlexpriceErrors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/**
 * What goes wrong, and in which order: a pure function of the seed. Every kind of fault is in every
 * plan; the seed says when, how often, and beside what. All of it is finite, so that calm follows.
 *
 * @param seed it was made of
 * @param strikes what the billing service does wrong
 * @param sends what becomes of the first requests that send messages to a queue
 * @param kills after how many requests to the billing service the functions are killed
 * @param trigger how unkind the mapping for Kafka is
 * @param poller how unkind the mapping for SQS is
 */
public record ChaosPlan(
    long seed,
    List<Strike> strikes,
    List<SendFault> sends,
    List<Integer> kills,
    TriggerFaults trigger,
    PollerFaults poller) {
  private static final Duration HANG = Duration.ofSeconds(2);
  private static final int SENDS_OF_EACH_KIND = 3;
  private static final int POISON = 3;
  private static final int REQUESTS_OF_POISON = 12;
  private static final int KILLS = 3;
  private static final int REQUESTS_BETWEEN_KILLS = 12;

  public ChaosPlan {
    strikes = List.copyOf(strikes);
    sends = List.copyOf(sends);
    kills = List.copyOf(kills);
  }

  public static ChaosPlan of(long seed) {
    var random = new Random(seed);
    return new ChaosPlan(
        seed,
        strikes(random),
        sends(random),
        kills(random),
        new TriggerFaults(
            0.1 + 0.2 * random.nextDouble(), 0.9, 0.5, 0.2 + 0.3 * random.nextDouble(), 0.5, false),
        new PollerFaults(0.1 + 0.2 * random.nextDouble(), 0.8));
  }

  /**
   * Some of the events, by the seed: a bulk that holds one is answered 500, for so many requests.
   *
   * @param events ids, in any order
   */
  public List<Poison> poison(Collection<String> events) {
    var picked = new ArrayList<>(new TreeSet<>(events));
    Collections.shuffle(picked, new Random(seed));
    return picked.stream()
        .limit(POISON)
        .map(id ->
            new Poison(id, REQUESTS_OF_POISON, Fault.answers(FlexpriceErrors.internalError())))
        .toList();
  }

  private static List<Fault> everyFault() {
    return List.of(
        Fault.answers(FlexpriceErrors.throttled()),
        Fault.answers(FlexpriceErrors.throttledFor(Duration.ofSeconds(1))),
        Fault.answers(FlexpriceErrors.internalError()),
        Fault.answers(FlexpriceErrors.internalError()).afterStored(),
        Fault.answers(FlexpriceErrors.emptyInternalError()),
        Fault.answers(CannedAnswer.badGateway()),
        Fault.answers(CannedAnswer.unavailable()),
        Fault.answers(CannedAnswer.gatewayTimeout()).afterStored(),
        Fault.resets(),
        Fault.resets().afterStored(),
        Fault.stalls(HANG),
        Fault.stalls(HANG).afterStored(),
        Fault.cutsBody(7));
  }

  private static List<Strike> strikes(Random random) {
    var faults = new ArrayList<>(everyFault());
    Collections.shuffle(faults, random);
    return faults.stream()
        .map(fault -> new Strike(random.nextInt(3), 1 + random.nextInt(2), fault))
        .toList();
  }

  private static List<SendFault> sends(Random random) {
    var sends = new ArrayList<SendFault>();
    for (int i = 0; i < SENDS_OF_EACH_KIND; i++) {
      sends.addAll(List.of(SendFault.values()));
    }
    Collections.shuffle(sends, random);
    return sends;
  }

  private static List<Integer> kills(Random random) {
    var kills = new ArrayList<Integer>();
    int at = 0;
    for (int i = 0; i < KILLS; i++) {
      at += 1 + random.nextInt(REQUESTS_BETWEEN_KILLS);
      kills.add(at);
    }
    return kills;
  }
}
