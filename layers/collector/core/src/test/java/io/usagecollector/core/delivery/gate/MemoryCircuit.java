package io.usagecollector.core.delivery.gate;

import java.util.Optional;

/** What instances share, as the port promises it; out of reach when told so. */
public final class MemoryCircuit implements SharedCircuit {
  public boolean away;
  public int reads;
  private Circuit now = Circuit.UNTOUCHED;

  @Override
  public synchronized Optional<Circuit> read() {
    reads++;
    return away ? Optional.empty() : Optional.of(now);
  }

  @Override
  public synchronized Swap change(Circuit seen, Circuit next) {
    return swap(seen.epoch() == now.epoch(), next);
  }

  @Override
  public synchronized Swap probe(Circuit seen, Circuit next) {
    return swap(seen.equals(now), next);
  }

  private Swap swap(boolean unchanged, Circuit next) {
    if (away) {
      return new Swap.Away();
    }
    if (!unchanged) {
      return new Swap.Beaten(now);
    }
    now = next;
    return new Swap.Done();
  }
}
