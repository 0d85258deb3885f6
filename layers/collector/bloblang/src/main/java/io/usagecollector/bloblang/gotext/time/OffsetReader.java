package io.usagecollector.bloblang.gotext.time;

import org.jspecify.annotations.Nullable;

/**
 * Reads a numeric offset: a sign and one to three pairs of digits, as the layout's element has
 * them.
 */
final class OffsetReader {
  private OffsetReader() {}

  static Verdict read(TimeCursor in, Element element, TimeFields fields) {
    if (element.isZulu() && in.peek(0) == 'Z') {
      in.advance(1);
      fields.utc();
      return Verdict.GOOD;
    }
    if (in.remaining() < element.text().length()) {
      return Verdict.BAD;
    }
    int step = element.hasColons() ? 3 : 2;
    int[] parts = new int[3];
    boolean fits = true;
    for (int i = 0; i < element.pairs(); i++) {
      int at = 1 + i * step;
      if (element.hasColons() && i > 0 && in.peek(at - 1) != ':') {
        return Verdict.BAD;
      }
      fits &= in.isDigit(at) && in.isDigit(at + 1);
      parts[i] = fits ? (in.peek(at) - '0') * 10 + in.peek(at + 1) - '0' : 0;
    }
    String range = range(parts);
    if (range != null) {
      return Verdict.outOfRange(range);
    }
    return fits
        ? signed(in, element, fields, (parts[0] * 60 + parts[1]) * 60 + parts[2])
        : Verdict.BAD;
  }

  /** Go lets 24 hours, 60 minutes and 60 seconds pass, and names the last that is beyond. */
  private static @Nullable String range(int[] parts) {
    if (parts[2] > 60) {
      return "time zone offset second";
    }
    if (parts[1] > 60) {
      return "time zone offset minute";
    }
    return parts[0] > 24 ? "time zone offset hour" : null;
  }

  private static Verdict signed(TimeCursor in, Element element, TimeFields fields, int offset) {
    char sign = in.peek(0);
    if (sign != '+' && sign != '-') {
      return Verdict.BAD;
    }
    in.advance(element.text().length());
    fields.offset(sign == '-' ? -offset : offset);
    return Verdict.GOOD;
  }
}
