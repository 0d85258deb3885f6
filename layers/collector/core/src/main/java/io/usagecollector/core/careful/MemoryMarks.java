package io.usagecollector.core.careful;

import java.util.List;
import java.util.Optional;

/** Marks where nothing outlives the process: they tell of what threw, and lived on. */
public final class MemoryMarks implements Marks {
  private Optional<Unended> unended = Optional.empty();

  @Override
  public synchronized Optional<Unended> takeUnended() {
    Optional<Unended> taken = unended;
    unended = Optional.empty();
    return taken;
  }

  @Override
  public synchronized void begin(List<String> names) {
    unended = Optional.of(new Unended(names, Optional.empty()));
  }

  @Override
  public synchronized void at(String record) {
    unended = unended.map(batch -> new Unended(batch.names(), Optional.of(record)));
  }

  @Override
  public synchronized void past() {
    unended = unended.map(batch -> new Unended(batch.names(), Optional.empty()));
  }

  @Override
  public synchronized void end() {
    unended = Optional.empty();
  }
}
