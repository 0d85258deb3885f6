package io.usagecollector.core.delivery.pace;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
public interface Sleeper {
  void sleep(Duration pause) throws InterruptedException;
}
