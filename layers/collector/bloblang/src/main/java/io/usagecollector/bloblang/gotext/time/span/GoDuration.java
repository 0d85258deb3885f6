package io.usagecollector.bloblang.gotext.time.span;

import io.usagecollector.bloblang.gotext.GoException;
import io.usagecollector.bloblang.gotext.time.TimeQuote;

/** Go's {@code time.Duration}: nanoseconds as {@code 1h2m3.5s} and back. */
public final class GoDuration {
  private static final long MAX = Long.MIN_VALUE; // the magnitude 2^63, read as unsigned

  private final String text;
  private int at;

  private GoDuration(String text) {
    this.text = text;
  }

  /**
   * Go's {@code time.ParseDuration}: a sign, then decimal numbers each with a unit of {@code ns us
   * µs ms s m h}, or {@code 0}.
   *
   * @return nanoseconds
   */
  public static long parse(String text) throws GoException {
    return new GoDuration(text).read();
  }

  private long read() throws GoException {
    boolean negative = text.startsWith("-");
    at = negative || text.startsWith("+") ? 1 : 0;
    if (text.length() == at + 1 && text.charAt(at) == '0') {
      return 0;
    }
    if (at == text.length()) {
      throw invalid();
    }
    long sum = 0;
    while (at < text.length()) {
      sum = add(sum, part());
    }
    if (!negative && sum == MAX) {
      throw invalid();
    }
    return negative ? -sum : sum;
  }

  /** Sums of magnitudes up to 2^63. */
  private long add(long sum, long part) throws GoException {
    return limited(sum + part);
  }

  private long limited(long magnitude) throws GoException {
    if (Long.compareUnsigned(magnitude, MAX) > 0) {
      throw invalid();
    }
    return magnitude;
  }

  private long part() throws GoException {
    int start = at;
    long whole = whole();
    boolean digits = at > start;
    Fraction fraction = at < text.length() && text.charAt(at) == '.' ? fraction() : Fraction.NONE;
    if (!digits && fraction.digits() == 0) {
      throw invalid();
    }
    return scale(whole, fraction, unit());
  }

  private long whole() throws GoException {
    long value = 0;
    while (isDigit()) {
      if (value > Long.MAX_VALUE / 10 || value < 0) {
        throw invalid();
      }
      value = limited(value * 10 + text.charAt(at++) - '0');
    }
    return value;
  }

  /** Digits beyond what a long holds are passed over. */
  private Fraction fraction() {
    int start = ++at;
    long value = 0;
    double scale = 1;
    boolean full = false;
    while (isDigit()) {
      long next = value * 10 + text.charAt(at) - '0';
      full |=
          Long.compareUnsigned(value, Long.MAX_VALUE / 10) > 0
              || Long.compareUnsigned(next, MAX) > 0;
      if (!full) {
        value = next;
        scale *= 10;
      }
      at++;
    }
    return new Fraction(value, scale, at - start);
  }

  private boolean isDigit() {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private long unit() throws GoException {
    int start = at;
    while (at < text.length() && text.charAt(at) != '.' && !isDigit()) {
      at++;
    }
    String unit = text.substring(start, at);
    return switch (unit) {
      case "ns" -> 1L;
      case "us", "\u00b5s", "\u03bcs" -> 1_000L;
      case "ms" -> 1_000_000L;
      case "s" -> 1_000_000_000L;
      case "m" -> 60_000_000_000L;
      case "h" -> 3_600_000_000_000L;
      case "" -> throw failure("missing unit in duration ");
      default -> throw failure("unknown unit " + TimeQuote.quote(unit) + " in duration ");
    };
  }

  private long scale(long whole, Fraction fraction, long unit) throws GoException {
    if (Long.compareUnsigned(whole, Long.divideUnsigned(MAX, unit)) > 0) {
      throw invalid();
    }
    return limited(whole * unit + fraction.of(unit));
  }

  private GoException invalid() {
    return failure("invalid duration ");
  }

  private GoException failure(String what) {
    return new GoException(() -> "time: " + what + TimeQuote.quote(text));
  }

  private record Fraction(long value, double scale, int digits) {
    static final Fraction NONE = new Fraction(0, 1, 0);

    /** In floating point, as Go does it. */
    long of(long unit) {
      double digits = value == MAX ? 0x1p63 : value;
      return (long) (digits * (unit / scale));
    }
  }

  /** Go's {@code Duration.String}: {@code 0s}, {@code 1.5µs}, {@code 72h3m0.5s}. */
  public static String format(long nanos) {
    if (nanos == 0) {
      return "0s";
    }
    StringBuilder to = new StringBuilder(25);
    if (nanos < 0) {
      to.append('-');
    }
    // Negative magnitudes hold the minimum too.
    long magnitude = nanos < 0 ? nanos : -nanos;
    if (magnitude > -1_000L) {
      return to.append(-magnitude).append("ns").toString();
    }
    if (magnitude > -1_000_000L) {
      return decimal(to, -magnitude, 3).append("µs").toString();
    }
    if (magnitude > -1_000_000_000L) {
      return decimal(to, -magnitude, 6).append("ms").toString();
    }
    long seconds = -(magnitude / 1_000_000_000L);
    if (seconds >= 3600) {
      to.append(seconds / 3600).append('h');
    }
    if (seconds >= 60) {
      to.append(seconds / 60 % 60).append('m');
    }
    long rest = seconds % 60 * 1_000_000_000L - magnitude % 1_000_000_000L;
    return decimal(to, rest, 9).append('s').toString();
  }

  /** A number with so many places, zeros at the end cut. */
  private static StringBuilder decimal(StringBuilder to, long value, int places) {
    long unit = 1;
    for (int i = 0; i < places; i++) {
      unit *= 10;
    }
    to.append(value / unit);
    long fraction = value % unit;
    if (fraction != 0) {
      String digits = Long.toString(fraction);
      to.append('.').repeat('0', places - digits.length()).append(digits);
      while (to.charAt(to.length() - 1) == '0') {
        to.setLength(to.length() - 1);
      }
    }
    return to;
  }
}
