package io.usagecollector.bloblang.gotext.time;

import org.jspecify.annotations.Nullable;

/** The straight way through the usual timestamp; anything unusual is left to the general reader. */
final class Rfc3339 {
  private static final int SECONDS_END = 19;

  private Rfc3339() {}

  /** The time, or null if the text is not plainly one. */
  static @Nullable GoTime parse(String text) {
    if (!hasShape(text)) {
      return null;
    }
    int year = number(text, 0, 4);
    int month = number(text, 5, 2);
    int day = number(text, 8, 2);
    int hour = number(text, 11, 2);
    int minute = number(text, 14, 2);
    int second = number(text, 17, 2);
    boolean fits = year >= 0 && month >= 1 && month <= 12 && day >= 1 && hour >= 0 && hour < 24;
    if (!fits
        || day > Civil.daysIn(year, month)
        || minute < 0
        || minute > 59
        || second < 0
        || second > 59) {
      return null;
    }
    int zoneAt = fractionEnd(text);
    Zone zone = zoneAt < 0 ? null : zone(text, zoneAt);
    if (zone == null) {
      return null;
    }
    long wall = Civil.seconds(year, month, day, hour, minute, second);
    return new GoTime(wall - zone.offsetAt(0), nanos(text, zoneAt), zone);
  }

  private static boolean hasShape(String text) {
    return text.length() > SECONDS_END
        && text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && text.charAt(10) == 'T'
        && text.charAt(13) == ':'
        && text.charAt(16) == ':';
  }

  /** So many digits; negative where one is none. */
  private static int number(String text, int from, int count) {
    int number = 0;
    for (int i = from; i < from + count; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  private static int fractionEnd(String text) {
    int at = SECONDS_END;
    if (text.charAt(at) == '.') {
      at++;
      while (at < text.length() && number(text, at, 1) >= 0) {
        at++;
      }
      return at == SECONDS_END + 1 || at > SECONDS_END + 10 ? -1 : at;
    }
    return at;
  }

  private static int nanos(String text, int end) {
    int nanos = 0;
    for (int i = SECONDS_END + 1; i <= SECONDS_END + 9; i++) {
      nanos = nanos * 10 + (i < end ? text.charAt(i) - '0' : 0);
    }
    return nanos;
  }

  private static @Nullable Zone zone(String text, int at) {
    int rest = text.length() - at;
    if (rest == 1 && text.charAt(at) == 'Z') {
      return Zone.UTC;
    }
    if (rest != 6
        || (text.charAt(at) != '+' && text.charAt(at) != '-')
        || text.charAt(at + 3) != ':') {
      return null;
    }
    int hours = number(text, at + 1, 2);
    int minutes = number(text, at + 4, 2);
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) {
      return null;
    }
    int offset = (hours * 60 + minutes) * 60;
    return offset == 0 ? Zone.UTC : Zone.fixed("", text.charAt(at) == '-' ? -offset : offset);
  }
}
