package io.usagecollector.bloblang.gotext.time;

/**
 * A date and time of day on a wall, in the proleptic Gregorian calendar.
 *
 * @param month 1 to 12
 * @param yearDay 1 to 366
 * @param weekday 0 (Sunday) to 6
 */
public record Civil(
    long year, int month, int day, int hour, int minute, int second, int yearDay, int weekday) {
  private static final long DAY = 86_400;
  private static final int ERA = 146_097;

  /** Seconds from the beginning of Go's calendar, the year -292277022399, to 1970. */
  private static final long BEGINNING = 9_223_371_966_579_724_800L;

  private static final int[] BEFORE_MONTH = {
    0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365
  };

  /** The date at so many seconds after 1970-01-01 00:00:00 on the same wall. */
  public static Civil of(long seconds) {
    // Unsigned, so that the moments before Go's own beginning come out after its end, as they do
    // there.
    long absolute = seconds + BEGINNING;
    long days = Long.divideUnsigned(absolute, DAY) - BEGINNING / DAY;
    int time = (int) Long.remainderUnsigned(absolute, DAY);
    // Years counted from March put the leap day last.
    long shifted = days + 719_468;
    long era = Math.floorDiv(shifted, ERA);
    int dayOfEra = Math.floorMod(shifted, ERA);
    int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    int dayFromMarch = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int monthFromMarch = (5 * dayFromMarch + 2) / 153;
    int month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
    long year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
    int day = dayFromMarch - (153 * monthFromMarch + 2) / 5 + 1;
    int yearDay = daysBefore(year, month) + day;
    int weekday = Math.floorMod(days + 4, 7);
    return new Civil(year, month, day, time / 3600, time / 60 % 60, time % 60, yearDay, weekday);
  }

  /**
   * Seconds after 1970-01-01 00:00:00 on the same wall; fields outside their range carry over, as
   * in Go's {@code time.Date}.
   */
  public static long seconds(long year, long month, long day, long hour, long minute, long second) {
    long y = year + Math.floorDiv(month - 1, 12);
    int m = Math.floorMod(month - 1, 12) + 1;
    long days = daysToYear(y) + daysBefore(y, m) + day - 1;
    return days * DAY + hour * 3600 + minute * 60 + second;
  }

  private static long daysToYear(long year) {
    long before = year - 1;
    long leaps = Math.floorDiv(before, 4) - Math.floorDiv(before, 100) + Math.floorDiv(before, 400);
    return 365 * before + leaps - 719_162;
  }

  static boolean isLeap(long year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  static int daysIn(long year, int month) {
    return daysBefore(year, month + 1) - daysBefore(year, month);
  }

  /** Days of the year before a month; 13 for the whole year. */
  static int daysBefore(long year, int month) {
    return BEFORE_MONTH[month - 1] + (month > 2 && isLeap(year) ? 1 : 0);
  }
}
