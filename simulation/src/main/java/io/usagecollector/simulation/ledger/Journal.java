package io.usagecollector.simulation.ledger;

/** Is told what happens, in order, each at the moment it has happened. */
@FunctionalInterface
public interface Journal {
  void tell(Happening happening);
}
