package io.usagecollector.core.record;

import io.usagecollector.bloblang.TimeLimit;

/**
 * The time that a record's mappings have. It stays over once it was: a {@code catch} of the
 * pipeline may hide that a mapping was ended by it, but not from the record. Of one thread.
 */
final class RecordTime implements TimeLimit {
  private final TimeLimit limit;
  private boolean over;

  RecordTime(TimeLimit limit) {
    this.limit = limit;
  }

  @Override
  public boolean isOver() {
    over = over || limit.isOver();
    return over;
  }

  /** Whether it was over when it was last looked at. */
  boolean wasOver() {
    return over;
  }

  /** Ends the record's passage if the time is up. */
  void check() {
    if (!limit.equals(TimeLimit.NONE) && isOver()) {
      throw new OutOfTimeException();
    }
  }
}
