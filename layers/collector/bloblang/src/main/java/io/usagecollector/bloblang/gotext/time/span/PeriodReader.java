package io.usagecollector.bloblang.gotext.time.span;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.usagecollector.bloblang.gotext.GoException;
import io.usagecollector.bloblang.gotext.LosslessUtf8;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one period. One use. */
final class PeriodReader {
  private final String whole;
  private final String text;
  private final Map<PeriodUnit, PeriodNumber> numbers = new EnumMap<>(PeriodUnit.class);
  private int at;
  private boolean afterT;
  private @Nullable PeriodUnit fraction;

  PeriodReader(String period) {
    whole = period;
    // Byte by byte, as the errors name bytes.
    text = new String(LosslessUtf8.encode(period), ISO_8859_1);
  }

  Period read() throws GoException {
    boolean negative = text.startsWith("-");
    at = negative || text.startsWith("+") ? 1 : 0;
    if (at == text.length()) {
      throw new GoException("cannot parse a blank string as a period");
    }
    if (text.charAt(at++) != 'P') {
      throw failure("expected 'P' period mark at the start");
    }
    while (at < text.length()) {
      part();
    }
    if (numbers.isEmpty()) {
      throw failure("expected 'Y', 'M', 'W', 'D', 'H', 'M', or 'S' designator");
    }
    return Period.of(negative && !isPlainZero(), numbers);
  }

  /** A zero of one digit has no sign; others keep theirs, which changes nothing but their text. */
  private boolean isPlainZero() {
    return numbers.values().stream().allMatch(number -> number.sign() == 0);
  }

  private void part() throws GoException {
    if (text.charAt(at) != 'T') {
      field();
    } else if (afterT) {
      throw failure("'T' designator cannot occur more than once");
    } else {
      afterT = true;
      at++;
    }
  }

  private void field() throws GoException {
    PeriodNumber number = PeriodNumber.parse(digits(), whole);
    char letter = text.charAt(at++);
    PeriodUnit unit = PeriodUnit.of(letter, afterT);
    if (unit == null) {
      throw failure("expected a designator Y, M, W, D, H, or S not '" + letter + "'");
    }
    if (fraction != null && number.sign() != 0) {
      throw failure(
          "'" + fraction.letter() + "' & '" + letter + "' only the last field can have a fraction");
    }
    put(unit, number);
    if (number.scale() > 0) {
      fraction = unit;
    }
  }

  private void put(PeriodUnit unit, PeriodNumber number) throws GoException {
    if (!(afterT ? PeriodUnit.TIME : PeriodUnit.DATE).contains(unit)) {
      throw failure("'" + unit.letter() + "' designator cannot occur here");
    }
    if (numbers.putIfAbsent(unit, number) != null) {
      throw failure("'" + unit.letter() + "' designator cannot occur more than once");
    }
  }

  /** A minus sign, digits and points; a comma counts as a point. */
  private String digits() throws GoException {
    int start = at;
    while (at < text.length() && isNumeric(text.charAt(at), at == start)) {
      at++;
    }
    if (at == text.length()) {
      throw failure("missing designator at the end");
    }
    if (at == start) {
      throw failure("expected a number but found '" + text.charAt(at) + "'");
    }
    return text.substring(start, at).replace(',', '.');
  }

  private static boolean isNumeric(char c, boolean first) {
    return (c >= '0' && c <= '9') || c == '.' || c == ',' || (first && c == '-');
  }

  private GoException failure(String what) {
    return new GoException(() -> whole + ": " + what);
  }
}
