package io.usagecollector.bloblang.gotext.time.span;

import io.usagecollector.bloblang.gotext.GoException;
import io.usagecollector.bloblang.gotext.time.GoTime;
import java.util.EnumMap;
import java.util.Map;

/**
 * An ISO 8601 period, {@code P1Y2M3W4DT5H6M7.8S}, as {@code rickb777/period} reads it: a sign
 * before the P and before any number, a fraction in the last number only, weeks beside other units.
 */
public final class Period {
  private static final long NANOS_PER_DAY = 86_400_000_000_000L;
  private static final long DAY_E9 = 1_000_000_000L;
  private static final long MONTH_E9 = 30_436_875_000L;
  private static final long YEAR_E9 = 365_242_500_000L;

  private final boolean negative;
  private final Map<PeriodUnit, PeriodNumber> numbers;

  private Period(boolean negative, Map<PeriodUnit, PeriodNumber> numbers) {
    this.negative = negative;
    this.numbers = numbers;
  }

  /** Reads a period, or says in the library's words what is wrong. */
  public static Period parse(String text) throws GoException {
    return new PeriodReader(text).read();
  }

  /** The sign moves before the P: that of the largest unit that is not zero. */
  static Period of(boolean negative, Map<PeriodUnit, PeriodNumber> numbers) {
    for (PeriodNumber number : numbers.values()) {
      if (number.sign() != 0) {
        return number.sign() > 0 ? new Period(negative, numbers) : flipped(negative, numbers);
      }
    }
    return new Period(negative, numbers);
  }

  private static Period flipped(boolean negative, Map<PeriodUnit, PeriodNumber> numbers) {
    Map<PeriodUnit, PeriodNumber> flipped = new EnumMap<>(PeriodUnit.class);
    numbers.forEach((unit, number) -> flipped.put(unit, number.negated()));
    return new Period(!negative, flipped);
  }

  /** The period the other way. */
  public Period negated() {
    return new Period(!negative, numbers);
  }

  /**
   * About how many nanoseconds: a year is 365.2425 days, a month a twelfth of it, a day 24 hours.
   * Wraps around beyond 292 years, as Go's does.
   */
  public long nanos() {
    long days =
        number(PeriodUnit.DAY).times(DAY_E9)
            + number(PeriodUnit.WEEK).times(7 * DAY_E9)
            + number(PeriodUnit.MONTH).times(MONTH_E9)
            + number(PeriodUnit.YEAR).times(YEAR_E9);
    long sum = days * (NANOS_PER_DAY / DAY_E9) + timeOfDay();
    return negative ? -sum : sum;
  }

  private long timeOfDay() {
    return number(PeriodUnit.HOUR).times(3_600_000_000_000L)
        + number(PeriodUnit.MINUTE).times(60_000_000_000L)
        + number(PeriodUnit.SECOND).times(1_000_000_000L);
  }

  /**
   * A time this much later: by the calendar where years, months, weeks and days are whole, else by
   * {@link #nanos}.
   */
  public GoTime addTo(GoTime time) {
    if (!hasWholeDate()) {
      return time.plus(nanos());
    }
    int sign = negative ? -1 : 1;
    long days = 7 * number(PeriodUnit.WEEK).whole() + number(PeriodUnit.DAY).whole();
    return time.plusDate(
            sign * number(PeriodUnit.YEAR).whole(),
            sign * number(PeriodUnit.MONTH).whole(),
            sign * days)
        .plus(sign * timeOfDay());
  }

  private boolean hasWholeDate() {
    boolean any = false;
    for (PeriodUnit unit : PeriodUnit.DATE) {
      any |= number(unit).sign() != 0;
      if (number(unit).scale() > 0) {
        return false;
      }
    }
    return any;
  }

  private PeriodNumber number(PeriodUnit unit) {
    return numbers.getOrDefault(unit, PeriodNumber.ZERO);
  }
}
