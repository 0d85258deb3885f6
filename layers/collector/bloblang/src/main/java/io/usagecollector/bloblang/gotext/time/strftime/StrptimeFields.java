package io.usagecollector.bloblang.gotext.time.strftime;

import io.usagecollector.bloblang.gotext.GoException;
import io.usagecollector.bloblang.gotext.time.Civil;
import io.usagecollector.bloblang.gotext.time.GoTime;
import io.usagecollector.bloblang.gotext.time.Zone;
import org.jspecify.annotations.Nullable;

/** The fields strptime has read, and the time they make. */
final class StrptimeFields {
  private static final long YEAR_2000 = 946_684_800;
  private static final int SUNDAY = 0;
  private static final int MONDAY = 1;
  private static final int THURSDAY = 4;

  private long year = 1900;
  private int month = 1;
  private int day;
  private int hour;
  private int minute;
  private int second;
  private int nanos;
  private boolean afternoon;
  private boolean hasIsoYear;
  private int century = -1;
  private int yearDay;
  private int week;
  private int weekStart = -1;
  private int weekday = -1;
  private boolean hasName;
  private boolean hasOffset;
  private Zone zone = Zone.UTC;

  void year(int value) {
    year = value;
  }

  void isoYear(int value) {
    hasIsoYear = true;
    year = value;
  }

  void century(int value) {
    century = value;
  }

  void month(int value) {
    month = value;
  }

  void day(int value) {
    day = value;
  }

  void yearDay(int value) {
    yearDay = value;
  }

  /** 0 is Sunday. */
  void weekday(int value) {
    weekday = value;
  }

  void isoWeek(int value) {
    week(value, THURSDAY, MONDAY);
  }

  void weekFromSunday(int value) {
    week(value, SUNDAY, SUNDAY);
  }

  void weekFromMonday(int value) {
    week(value, MONDAY, MONDAY);
  }

  private void week(int value, int start, int weekdayUnlessSet) {
    week = value;
    weekStart = start;
    weekday = weekday < 0 ? weekdayUnlessSet : weekday;
  }

  void hour(int value) {
    hour = value;
  }

  void afternoon(boolean value) {
    afternoon = value;
  }

  void minute(int value) {
    minute = value;
  }

  void second(int value) {
    second = value;
  }

  void nanos(int value) {
    nanos = value;
  }

  void unix(long seconds) {
    Civil at = Civil.of(seconds);
    year = at.year();
    month = at.month();
    day = at.day();
    hour = at.hour();
    minute = at.minute();
    second = at.second();
  }

  /** A named zone; an offset read before it stays. */
  void zone(Zone named) {
    zone =
        hasOffset ? Zone.fixed(named.abbreviationAt(YEAR_2000), zone.offsetAt(YEAR_2000)) : named;
    hasName = true;
  }

  /** An offset, null for UTC; a name read before it stays. */
  void offset(@Nullable Integer seconds) {
    if (seconds == null) {
      zone = Zone.UTC;
    } else {
      zone = Zone.fixed(hasName ? zone.abbreviationAt(YEAR_2000) : "", seconds);
      hasOffset = true;
    }
  }

  GoTime time() throws GoException {
    hour += afternoon ? 12 : 0;
    year = century < 0 ? year : century * 100L + year % 100;
    if (day != 0) {
      return date(month, day);
    }
    if (yearDay > 0) {
      if (hasIsoYear) {
        throw new GoException("use \"%Y\" to parse non-ISO year for \"%j\"");
      }
      return date(1, yearDay);
    }
    return weekStart < 0 ? date(month, 1) : dateOfWeek();
  }

  private GoTime dateOfWeek() throws GoException {
    if (weekStart == THURSDAY && !hasIsoYear) {
      throw new GoException("use \"%G\" to parse ISO year for \"%V\"");
    }
    if (weekStart != THURSDAY && hasIsoYear) {
      throw new GoException("use \"%Y\" to parse non-ISO year for \"%U\" or \"%W\"");
    }
    int weeks = week + (weekStart > SUNDAY && weekday == SUNDAY ? 1 : 0);
    GoTime before = date(1, -weekStart);
    return before.plusDate(0, 0, weeks * 7L - before.civil().weekday() + weekday);
  }

  private GoTime date(int ofMonth, int ofDay) {
    return GoTime.of(year, ofMonth, ofDay, hour, minute, second, nanos, zone);
  }
}
