package io.usagecollector.core.delivery.bulk;

import io.usagecollector.core.delivery.gate.Gate;
import io.usagecollector.core.sink.FaultKey;
import java.util.HashSet;
import java.util.Set;

/**
 * Tells bad events from a fault that is not theirs, within one invocation. When the service refuses
 * all alike, a bulk, its halves and their halves, and accepts nothing in between, then single
 * events are drawn by lot. When three of them are refused alike too, all the evidence is against
 * the service, or what stands before it: dead-lettering would empty the topic into the queue.
 *
 * <p>One accepted event settles it the other way: then what was refused before it is bad, however
 * many. So bad events among good ones do not hold their batch, and where a batch is all bad but for
 * one event, the lot finds it sooner or later.
 *
 * <p>A bulk too small for three levels is judged by its single events alone; if something was
 * accepted lately, up to {@link Gate#FEW_BAD} of them are believed to be bad themselves.
 */
public final class Suspicion {
  private static final int ENOUGH_ALONE = 3;
  private static final int LEVELS = 3;

  private final Set<FaultKey> faults = new HashSet<>();
  private final Set<Integer> levels = new HashSet<>();
  private int fresh;
  private int freshByName;
  private int halves;
  private boolean large;
  private int alone;
  private boolean accepted;

  /** Something was accepted: what was refused before it tells nothing against the service. */
  public void accepted() {
    accepted = true;
    faults.clear();
    levels.clear();
    fresh = 0;
    freshByName = 0;
    halves = 0;
    large = false;
    alone = 0;
  }

  /** Whether anything was accepted in this invocation. */
  public boolean anyAccepted() {
    return accepted;
  }

  /**
   * Notes a refusal.
   *
   * @param byName whether it names events in the bulk: what is left without them is one piece, not
   *     two, so that its refusal tells as much as that of a piece
   */
  public void refused(Bulk bulk, FaultKey fault, boolean byName) {
    faults.add(fault);
    if (bulk.isSingle()) {
      alone++;
    } else if (byName) {
      levels.add(bulk.level() + 1);
    }
    if (bulk.isFresh()) {
      fresh++;
      freshByName += byName ? 1 : 0;
      large |= bulk.pending().size() > Gate.FEW_BAD;
    }
    if (bulk.level() == 1) {
      halves++;
    }
    levels.add(bulk.level());
  }

  /** Whether nothing was refused since the last acceptance. */
  public boolean isClear() {
    return faults.isEmpty();
  }

  /**
   * Whether the halves of a few bulks were refused alike, and no smaller piece was tried: however
   * many bulks were in flight, to try the halves of all would tell no more.
   */
  public boolean isDeepening() {
    return isAlike() && halves >= 2 * BulkQueue.FEW && !levels.contains(LEVELS - 1);
  }

  /**
   * Whether three levels of halving were refused alike, so that single events are to be tried; or a
   * few bulks by name, whose events that are named leave room for ever more of them.
   *
   * @param lately whether something was accepted before this invocation, not long ago
   */
  public boolean isGrave(boolean lately) {
    return isAlike()
        && (large || !(accepted || lately))
        && (freshByName >= BulkQueue.FEW || isThreeLevelsDeep());
  }

  private boolean isThreeLevelsDeep() {
    return levels.contains(0) && levels.contains(1) && levels.contains(LEVELS - 1);
  }

  /** Whether all that was refused since the last acceptance was refused alike. */
  public boolean isAlike() {
    return faults.size() == 1;
  }

  /**
   * Whether the fault cannot be the events' own.
   *
   * @param lately whether something was accepted before this invocation, not long ago
   */
  public boolean isCertain(boolean lately) {
    if (!isAlike() || alone < ENOUGH_ALONE) {
      return false;
    }
    return isGrave(lately) || fresh > Gate.FEW_BAD || !(accepted || lately);
  }
}
