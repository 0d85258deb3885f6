package io.usagecollector.core.sink.form;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a timestamp's text, in the union of Go's grammar and RFC 3339's.
 *
 * @param second 0 to 60
 * @param lowerCase whether a {@code t} or {@code z} is in it
 * @param goOnly whether something is in it that RFC 3339 does not know
 */
record TimestampText(
    long epochDay,
    int hour,
    int minute,
    int second,
    int offsetMinutes,
    boolean lowerCase,
    boolean goOnly) {

  boolean isRfc3339() {
    return !goOnly;
  }

  /** The parts, or null if the text is in neither grammar. */
  static @Nullable TimestampText parse(String text) {
    return new Parser(text).parse();
  }

  /** One pass over the text; a part that does not fit makes {@code valid} false. */
  private static final class Parser {
    private final String text;
    private int at;
    private boolean valid = true;
    private boolean lowerCase;
    private boolean goOnly;

    Parser(String text) {
      this.text = text;
    }

    @Nullable TimestampText parse() {
      int year = digits(4);
      expect('-');
      int month = within(1, 12, digits(2));
      expect('-');
      int day = digits(2);
      letter('T');
      int hour = within(0, 23, hour());
      expect(':');
      int minute = within(0, 59, digits(2));
      expect(':');
      int second = within(0, 60, digits(2));
      fraction();
      int offset = offset();
      if (!valid
          || at != text.length()
          || day < 1
          || day > YearMonth.of(year, month).lengthOfMonth()) {
        return null;
      }
      long epochDay = LocalDate.of(year, month, day).toEpochDay();
      return new TimestampText(epochDay, hour, minute, second, offset, lowerCase, goOnly);
    }

    private int digits(int count) {
      int number = 0;
      for (int i = 0; i < count; i++) {
        valid &= isDigit(at);
        number = valid ? number * 10 + text.charAt(at) - '0' : 0;
        at++;
      }
      return number;
    }

    private boolean isDigit(int index) {
      return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private int within(int least, int most, int number) {
      valid &= number >= least && number <= most;
      return valid ? number : least;
    }

    private boolean isNext(char c) {
      return at < text.length() && text.charAt(at) == c;
    }

    private void expect(char c) {
      valid &= isNext(c);
      at++;
    }

    private void letter(char upper) {
      char lower = (char) (upper + ('a' - 'A'));
      lowerCase |= isNext(lower);
      valid &= isNext(upper) || isNext(lower);
      at++;
    }

    private int hour() {
      boolean single = isDigit(at) && !isDigit(at + 1);
      goOnly |= single;
      return digits(single ? 1 : 2);
    }

    private void fraction() {
      if ((isNext('.') || isNext(',')) && isDigit(at + 1)) {
        goOnly |= isNext(',');
        do {
          at++;
        } while (isDigit(at));
      }
    }

    private int offset() {
      if (!isNext('+') && !isNext('-')) {
        letter('Z');
        return 0;
      }
      int sign = isNext('-') ? -1 : 1;
      at++;
      int hours = within(0, 24, digits(2));
      expect(':');
      int minutes = within(0, 60, digits(2));
      goOnly |= hours > 23 || minutes > 59;
      return sign * (hours * 60 + minutes);
    }
  }
}
