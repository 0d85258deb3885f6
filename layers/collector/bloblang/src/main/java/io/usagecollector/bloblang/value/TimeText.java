package io.usagecollector.bloblang.value;

import java.time.ZonedDateTime;

/** RFC 3339 as Go prints it, and as JSON carries timestamps. */
final class TimeText {
  private TimeText() {}

  static String rfc3339(ZonedDateTime at) {
    StringBuilder out = new StringBuilder(35);
    padded(out, at.getYear(), 4).append('-');
    padded(out, at.getMonthValue(), 2).append('-');
    padded(out, at.getDayOfMonth(), 2).append('T');
    padded(out, at.getHour(), 2).append(':');
    padded(out, at.getMinute(), 2).append(':');
    padded(out, at.getSecond(), 2);
    fraction(out, at.getNano());
    zone(out, at.getOffset().getTotalSeconds());
    return out.toString();
  }

  private static void fraction(StringBuilder out, int nano) {
    if (nano == 0) {
      return;
    }
    padded(out.append('.'), nano, 9);
    while (out.charAt(out.length() - 1) == '0') {
      out.setLength(out.length() - 1);
    }
  }

  private static void zone(StringBuilder out, int offset) {
    if (offset == 0) {
      out.append('Z');
      return;
    }
    out.append(offset < 0 ? '-' : '+');
    int minutes = Math.abs(offset / 60);
    padded(out, minutes / 60, 2).append(':');
    padded(out, minutes % 60, 2);
  }

  private static StringBuilder padded(StringBuilder out, int number, int width) {
    String digits = Integer.toString(Math.abs(number));
    if (number < 0) {
      out.append('-');
    }
    return out.repeat('0', Math.max(0, width - digits.length())).append(digits);
  }
}
