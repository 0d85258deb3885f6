package io.usagecollector.core.delivery.gate;

/** The requests that instances share, as the port promises it; out of reach when told so. */
public final class MemoryBudget implements SharedBudget {
  public boolean away;
  public int asked;
  long next;

  @Override
  public synchronized Portion take(long now, long after) {
    asked++;
    if (away) {
      return new Portion.Away();
    }
    if (now < next) {
      return new Portion.NotBefore(next);
    }
    next = after;
    return new Portion.Taken();
  }
}
