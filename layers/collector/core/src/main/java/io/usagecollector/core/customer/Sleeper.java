package io.usagecollector.core.customer;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
public interface Sleeper {
  void sleep(Duration pause) throws InterruptedException;
}
