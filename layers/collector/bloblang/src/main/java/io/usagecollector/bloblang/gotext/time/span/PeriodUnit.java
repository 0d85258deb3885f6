package io.usagecollector.bloblang.gotext.time.span;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The units of a period, largest first. */
enum PeriodUnit {
  YEAR('Y'),
  MONTH('M'),
  WEEK('W'),
  DAY('D'),
  HOUR('H'),
  MINUTE('M'),
  SECOND('S');

  static final Set<PeriodUnit> DATE = EnumSet.range(YEAR, DAY);
  static final Set<PeriodUnit> TIME = EnumSet.range(HOUR, SECOND);

  private final char letter;

  PeriodUnit(char letter) {
    this.letter = letter;
  }

  char letter() {
    return letter;
  }

  /**
   * The unit of a letter before or after the T; a unit may be named that cannot stand there, or
   * none.
   */
  static @Nullable PeriodUnit of(char letter, boolean afterT) {
    if (letter == 'M') {
      return afterT ? MINUTE : MONTH;
    }
    for (PeriodUnit unit : values()) {
      if (unit.letter == letter) {
        return unit;
      }
    }
    return null;
  }
}
