package io.usagecollector.core.delivery.gate;

import java.util.Optional;

/** Where instances share nothing. */
record NoSharedCircuit() implements SharedCircuit {
  @Override
  public Optional<Circuit> read() {
    return Optional.empty();
  }

  @Override
  public Swap change(Circuit seen, Circuit next) {
    return new Swap.Away();
  }

  @Override
  public Swap probe(Circuit seen, Circuit next) {
    return new Swap.Away();
  }
}
