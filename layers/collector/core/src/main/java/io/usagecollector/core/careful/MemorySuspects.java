package io.usagecollector.core.careful;

import java.util.function.UnaryOperator;

/** Counts where nothing outlives the process. */
public final class MemorySuspects implements SuspectStore {
  private Suspects suspects = Suspects.NONE;

  @Override
  public synchronized Suspects read() {
    return suspects;
  }

  @Override
  public synchronized void change(UnaryOperator<Suspects> change) {
    suspects = change.apply(suspects);
  }
}
