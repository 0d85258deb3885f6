package io.usagecollector.simulation.billing;

import java.util.function.Supplier;

/** The end of a connection that a process holds: what it does and waits for may end with it. */
public interface Connection {
  /** Does something that others see. */
  <T> T effect(String what, Supplier<T> effect);

  /** What the process is called. */
  String holder();

  /** Lets time pass, until then at most. Times are milliseconds since 1970-01-01T00:00:00Z. */
  void waitUntil(long when);
}
