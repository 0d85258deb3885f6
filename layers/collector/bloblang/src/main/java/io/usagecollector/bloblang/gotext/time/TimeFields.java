package io.usagecollector.bloblang.gotext.time;

import org.jspecify.annotations.Nullable;

/** The fields read so far, and the time they make. */
final class TimeFields {
  private static final int UNSET = -1;

  private int year;
  private int month = UNSET;
  private int day = UNSET;
  private int yearDay = UNSET;
  private int hour;
  private int minute;
  private int second;
  private int nanos;
  private boolean pm;
  private boolean am;
  private @Nullable Zone zone;
  private int offset = UNSET;
  private String name = "";

  Verdict longYear(TimeCursor in) {
    if (in.remaining() < 4 || !(in.isDigit(0) && in.isDigit(1) && in.isDigit(2) && in.isDigit(3))) {
      return Verdict.BAD;
    }
    year = in.digits(4);
    return Verdict.GOOD;
  }

  /** Two characters that make a number: a sign and a digit do too. */
  Verdict year(TimeCursor in) {
    boolean signed = in.peek(0) == '+' || in.peek(0) == '-';
    if (!(signed || in.isDigit(0)) || !in.isDigit(1)) {
      return Verdict.BAD;
    }
    int number =
        in.peek(0) == '-'
            ? -in.advance(1).digits(1)
            : signed ? in.advance(1).digits(1) : in.digits(2);
    year = number + (number >= 69 ? 1900 : 2000);
    return Verdict.GOOD;
  }

  Verdict month(int index) {
    month = index + 1;
    return Verdict.of(index >= 0);
  }

  Verdict numericMonth(int number) {
    month = number;
    return number < 0 ? Verdict.BAD : range("month", number >= 1 && number <= 12);
  }

  /** Any day of two digits: whether the month has it shows at the end. */
  Verdict day(int number) {
    day = number;
    return Verdict.of(number >= 0);
  }

  Verdict yearDay(int number) {
    yearDay = number;
    return Verdict.of(number >= 0);
  }

  Verdict hour(int number, int most) {
    hour = number;
    return number < 0 ? Verdict.BAD : range("hour", number <= most);
  }

  Verdict minute(int number) {
    minute = number;
    return number < 0 ? Verdict.BAD : range("minute", number < 60);
  }

  Verdict second(int number) {
    second = number;
    return number < 0 ? Verdict.BAD : range("second", number < 60);
  }

  private static Verdict range(String what, boolean fits) {
    return fits ? Verdict.GOOD : Verdict.outOfRange(what);
  }

  Verdict half(TimeCursor in, String morning, String afternoon) {
    pm |= in.startsWith(afternoon);
    am |= in.startsWith(morning);
    boolean fits = in.startsWith(afternoon) || in.startsWith(morning);
    in.advance(fits ? 2 : 0);
    return Verdict.of(fits);
  }

  /** A fraction of so many characters, its point included; digits beyond nanoseconds are cut. */
  Verdict nanos(TimeCursor in, int length) {
    if (in.remaining() < length || (in.peek(0) != '.' && in.peek(0) != ',')) {
      return Verdict.BAD;
    }
    boolean signed = in.peek(1) == '+' || in.peek(1) == '-';
    int value = 0;
    for (int i = signed ? 2 : 1; i < Math.min(length, 10); i++) {
      if (!in.isDigit(i)) {
        return Verdict.BAD;
      }
      value = value * 10 + in.peek(i) - '0';
    }
    if (signed && length < 3) {
      return Verdict.BAD;
    }
    if (in.peek(1) == '-' && value > 0) {
      return Verdict.outOfRange("fractional second");
    }
    for (int i = length; i < 10; i++) {
      value *= 10;
    }
    nanos = value;
    in.advance(length);
    return Verdict.GOOD;
  }

  Verdict abbreviation(TimeCursor in) {
    if (in.startsWith("UTC")) {
      in.advance(3);
      zone = Zone.UTC;
      return Verdict.GOOD;
    }
    int length = AbbreviationReader.length(in);
    name = in.rest().substring(0, length);
    in.advance(length);
    return Verdict.of(length > 0);
  }

  void utc() {
    zone = Zone.UTC;
  }

  void offset(int seconds) {
    offset = seconds;
  }

  /** Settles the date; answers what is wrong with it, or nothing. */
  String complete() {
    if (pm && hour < 12) {
      hour += 12;
    } else if (am && hour == 12) {
      hour = 0;
    }
    String wrong = yearDay >= 0 ? settleYearDay() : "";
    if (!wrong.isEmpty()) {
      return wrong;
    }
    month = month < 0 ? 1 : month;
    day = day < 0 ? 1 : day;
    return day < 1 || day > Civil.daysIn(year, month) ? "day out of range" : "";
  }

  private String settleYearDay() {
    if (yearDay < 1 || yearDay > (Civil.isLeap(year) ? 366 : 365)) {
      return "day-of-year out of range";
    }
    int m = 1;
    while (Civil.daysBefore(year, m + 1) < yearDay) {
      m++;
    }
    int d = yearDay - Civil.daysBefore(year, m);
    if (month >= 0 && month != m) {
      return "day-of-year does not match month";
    }
    if (day >= 0 && day != d) {
      return "day-of-year does not match day";
    }
    month = m;
    day = d;
    return "";
  }

  GoTime time() {
    GoTime wall = GoTime.of(year, month, day, hour, minute, second, nanos, Zone.UTC);
    if (zone != null) {
      return wall;
    }
    if (offset != UNSET) {
      boolean local = offset == 0 && (name.isEmpty() || name.equals("UTC"));
      return new GoTime(
          wall.seconds() - offset, nanos, local ? Zone.UTC : Zone.fixed(name, offset));
    }
    // A name alone tells no offset; Go takes the number after GMT, but leaves the moment as it is.
    return name.isEmpty() ? wall : wall.in(Zone.fixed(name, AbbreviationReader.offset(name)));
  }
}
