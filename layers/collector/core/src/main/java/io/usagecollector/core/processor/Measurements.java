package io.usagecollector.core.processor;

/**
 * The port to whoever collects what processors {@code metric} measure. A record that is mapped
 * again is measured again. Thread-safe.
 */
@FunctionalInterface
public interface Measurements {
  /** Nobody collects them. */
  Measurements NONE = _ -> {};

  void take(Measurement measurement);
}
