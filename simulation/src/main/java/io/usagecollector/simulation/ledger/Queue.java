package io.usagecollector.simulation.ledger;

/** Which queue. */
public enum Queue {
  DEAD_LETTERS
}
