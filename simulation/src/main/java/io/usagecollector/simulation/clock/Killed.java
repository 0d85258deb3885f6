package io.usagecollector.simulation.clock;

/** Ends a task where it stands: a process that is killed runs no handler, so nobody catches it. */
public final class Killed extends Error {
  private static final long serialVersionUID = 1L;

  public Killed(String where) {
    super(where, null, false, false);
  }
}
