package io.usagecollector.core.careful;

import java.util.function.UnaryOperator;

/**
 * The port to what is suspected of ending processes. Thread-safe; nothing throws: out of reach, it
 * suspects nobody and keeps nothing.
 */
public interface SuspectStore {
  Suspects read();

  /**
   * Changes it, on top of what others changed meanwhile.
   *
   * @param change may be called again, with what stands by then
   */
  void change(UnaryOperator<Suspects> change);
}
