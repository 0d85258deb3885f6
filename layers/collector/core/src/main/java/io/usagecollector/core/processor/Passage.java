package io.usagecollector.core.processor;

import io.usagecollector.bloblang.Host;

/** One batch's way through the steps: what they may know of the world. Of one thread. */
public interface Passage {
  /** The world of the steps that make the part of this ordinal. */
  Host host(int ordinal);

  /**
   * The world of the steps that only tell of it: they draw from a generator of their own, or the
   * level of the log would decide what the next mapping draws.
   */
  Host logHost(int ordinal);

  /** Where what is measured goes. */
  Measurements measurements();

  /**
   * Told by a step that takes a message apart.
   *
   * @param parts how many messages are made of it
   */
  void tookApart(int parts);
}
