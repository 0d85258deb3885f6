package io.usagecollector.testkit.flexprice.ingest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * Go's {@code time.Time} in JSON: {@code 2006-01-02T15:04:05[fraction](Z|+hh:mm)} as {@code
 * time.Parse(time.RFC3339)} reads it, which is not quite RFC 3339. Accepted beyond it: a comma
 * before the fraction, a one-digit hour, offsets up to {@code +24:60}. Refused within it:
 * lower-case {@code t} and {@code z}, second 60. Fractions are cut after nine digits.
 */
public final class GoTimestamp {
  private static final int NANO_DIGITS = 9;

  private final String text;
  private int at;

  private GoTimestamp(String text) {
    this.text = text;
  }

  /** Reads a whole timestamp; the instant may lie in the years -1 to 10000. */
  public static Instant parse(String text) throws MalformedBody {
    return new GoTimestamp(text).instant();
  }

  private Instant instant() throws MalformedBody {
    int year = digits(4);
    expect('-');
    int month = inRange(digits(2), 1, 12);
    expect('-');
    int day = digits(2);
    expect('T');
    int hour = inRange(oneOrTwoDigits(), 0, 23);
    expect(':');
    int minute = inRange(digits(2), 0, 59);
    expect(':');
    int second = inRange(digits(2), 0, 59);
    int nanos = fraction();
    int offset = offset();
    if (at != text.length() || day < 1 || day > YearMonth.of(year, month).lengthOfMonth()) {
      throw refused();
    }
    long local =
        LocalDate.of(year, month, day).atTime(hour, minute, second).toEpochSecond(ZoneOffset.UTC);
    return Instant.ofEpochSecond(local - offset, nanos);
  }

  private int fraction() throws MalformedBody {
    if (!(at + 1 < text.length() && isFractionMark(text.charAt(at)) && isDigit(at + 1))) {
      return 0;
    }
    at++;
    int nanos = 0;
    int seen = 0;
    for (; isDigit(at); at++, seen++) {
      if (seen < NANO_DIGITS) {
        nanos = nanos * 10 + (text.charAt(at) - '0');
      }
    }
    for (; seen < NANO_DIGITS; seen++) {
      nanos *= 10;
    }
    return nanos;
  }

  private int offset() throws MalformedBody {
    char sign = at < text.length() ? text.charAt(at) : ' ';
    at++;
    if (sign == 'Z') {
      return 0;
    }
    if (sign != '+' && sign != '-') {
      throw refused();
    }
    int hours = inRange(digits(2), 0, 24);
    expect(':');
    int minutes = inRange(digits(2), 0, 60);
    int seconds = (hours * 60 + minutes) * 60;
    return sign == '-' ? -seconds : seconds;
  }

  private int oneOrTwoDigits() throws MalformedBody {
    return digits(isDigit(at + 1) ? 2 : 1);
  }

  private int digits(int count) throws MalformedBody {
    int value = 0;
    for (int i = 0; i < count; i++, at++) {
      if (!isDigit(at)) {
        throw refused();
      }
      value = value * 10 + (text.charAt(at) - '0');
    }
    return value;
  }

  private void expect(char literal) throws MalformedBody {
    if (at >= text.length() || text.charAt(at) != literal) {
      throw refused();
    }
    at++;
  }

  private int inRange(int value, int low, int high) throws MalformedBody {
    if (value < low || value > high) {
      throw refused();
    }
    return value;
  }

  private boolean isDigit(int index) {
    return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }

  private static boolean isFractionMark(char c) {
    return c == '.' || c == ',';
  }

  private static MalformedBody refused() {
    return new MalformedBody("not a timestamp in the server's grammar");
  }
}
