package io.usagecollector.testkit.flexprice.catalog;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Optional;

/** How long a billing period is. A subscription's first one ends here; nothing rolls it on. */
enum BillingPeriod {
  DAILY(Period.ofDays(1)),
  WEEKLY(Period.ofWeeks(1)),
  MONTHLY(Period.ofMonths(1)),
  QUARTERLY(Period.ofMonths(3)),
  HALF_YEARLY(Period.ofMonths(6)),
  ANNUAL(Period.ofYears(1)),
  ONETIME(Period.ofYears(100));

  private final Period length;

  BillingPeriod(Period length) {
    this.length = length;
  }

  static Optional<BillingPeriod> named(String name) {
    return Arrays.stream(values()).filter(period -> period.name().equals(name)).findFirst();
  }

  /** The end of the first period of an anniversary subscription. */
  Instant anniversary(Instant start, int count) {
    return start.atZone(ZoneOffset.UTC).plus(length.multipliedBy(count)).toInstant();
  }

  /** The next calendar boundary after the start. */
  Instant boundary(Instant start) {
    ZonedDateTime day = start.atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS);
    ZonedDateTime begin =
        switch (this) {
          case DAILY, ONETIME -> day;
          case WEEKLY -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
          case MONTHLY -> day.withDayOfMonth(1);
          case QUARTERLY -> day.withDayOfMonth(1).withMonth(firstMonth(day, 3));
          case HALF_YEARLY -> day.withDayOfMonth(1).withMonth(firstMonth(day, 6));
          case ANNUAL -> day.withDayOfYear(1);
        };
    return begin.plus(length).toInstant();
  }

  private static int firstMonth(ZonedDateTime day, int months) {
    return (day.getMonthValue() - 1) / months * months + 1;
  }
}
