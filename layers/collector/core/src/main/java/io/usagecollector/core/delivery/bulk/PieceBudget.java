package io.usagecollector.core.delivery.bulk;

/**
 * How many pieces of refused and failing bulks one batch may cost: 200, and one for each ten of its
 * events. To find one bad event of a thousand takes 24, ten of them 204; where half of them are bad
 * nearly every event would go alone.
 */
public final class PieceBudget {
  public static final int LEAST = 200;
  public static final int SHARE = 10;

  private long events;
  private int pieces;

  /** A bulk goes out; a repeat costs nothing here. */
  public void started(Bulk bulk) {
    if (bulk.failures() > 0) {
      return;
    }
    if (bulk.isFresh()) {
      events += bulk.pending().size();
    } else {
      pieces++;
    }
  }

  /** Whether no other piece may go out. */
  public boolean isSpent() {
    return pieces >= LEAST + events / SHARE;
  }
}
