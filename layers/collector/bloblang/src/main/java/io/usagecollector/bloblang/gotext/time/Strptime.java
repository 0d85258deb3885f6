package io.usagecollector.bloblang.gotext.time;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.usagecollector.bloblang.gotext.GoException;
import io.usagecollector.bloblang.gotext.Quote;
import io.usagecollector.bloblang.gotext.Utf8;
import java.util.List;

/**
 * strptime as {@code itchyny/timefmt-go} has it: {@code %f} are microseconds, what the format
 * leaves out is 1900-01-01 00:00:00 UTC. One use each.
 */
public final class Strptime {
  private static final List<String> HALVES = List.of("AM", "PM");

  private final String source;
  private final String format;
  private final Cursor in;
  private final String pattern;
  private final StrptimeFields fields = new StrptimeFields();
  private int next;

  private Strptime(String source, String format) {
    this.source = source;
    this.format = format;
    this.in = new Cursor(TimeQuote.bytes(source));
    this.pattern = TimeQuote.bytes(format);
  }

  /**
   * The time a text stands for.
   *
   * @throws GoException {@code failed to parse "text" with "format": ...}
   */
  public static GoTime parse(String source, String format) throws GoException {
    return new Strptime(source, format).read();
  }

  private GoTime read() throws GoException {
    try {
      while (next < pattern.length()) {
        element();
      }
      if (!in.isAtEnd()) {
        String rest = Utf8.decode(in.rest().getBytes(ISO_8859_1));
        throw new GoException(() -> "unparsed string " + Quote.quote(rest));
      }
      return fields.time();
    } catch (GoException e) {
      throw new GoException(() ->
          "failed to parse "
              + Quote.quote(source)
              + " with "
              + Quote.quote(format)
              + ": "
              + e.getMessage());
    }
  }

  private void element() throws GoException {
    char c = pattern.charAt(next++);
    if (c != '%') {
      literal(c);
      return;
    }
    if (next == pattern.length()) {
      throw new GoException("stray \"%\"");
    }
    conversion(pattern.charAt(next++));
  }

  private void literal(char c) throws GoException {
    if (in.isAtEnd() || in.peek(0) != c) {
      throw new GoException(() -> "expected " + Quote.quoteRune(c, false));
    }
    in.advance(1);
  }

  private void conversion(char c) throws GoException {
    String composite = Composite.of(c);
    if (!composite.isEmpty()) {
      for (int i = 0; i < composite.length(); i++) {
        part(composite.charAt(i));
      }
    } else if (c == ':') {
      colons();
    } else if (!single(c)) {
      throw new GoException(() -> "unexpected format \"%" + c + "\"");
    }
  }

  private void part(char c) throws GoException {
    if (c == ':' || !single(c)) {
      literal(c);
    }
  }

  private void colons() throws GoException {
    int count = 1;
    while (count < 3 && next < pattern.length() && pattern.charAt(next) == ':') {
      count++;
      next++;
    }
    if (next < pattern.length() && pattern.charAt(next) == 'z') {
      next++;
      fields.offset(new StrptimeOffset(in, count).read());
    } else {
      String colons = ":".repeat(count);
      throw new GoException(() -> "expected 'z' after \"%" + colons + "\"");
    }
  }

  private boolean single(char c) throws GoException {
    switch (c) {
      case 'Y' -> fields.year(sign() * number(4, 0, 9999, c));
      case 'G' -> fields.isoYear(sign() * number(4, 0, 9999, c));
      case 'y' -> fields.year(shortYear(c));
      case 'g' -> fields.isoYear(shortYear(c));
      case 'C' -> century(c);
      case 'm' -> fields.month(number(2, 1, 12, c));
      case 'B' -> fields.month(name(Names.MONTHS, c) + 1);
      case 'b', 'h' -> fields.month(name(Names.SHORT_MONTHS, c) + 1);
      case 'A' -> fields.weekday(name(Names.WEEKDAYS, c));
      case 'a' -> fields.weekday(name(Names.SHORT_WEEKDAYS, c));
      case 'w' -> fields.weekday(number(1, 0, 6, c));
      case 'u' -> fields.weekday(number(1, 1, 7, c) % 7);
      case 'V' -> fields.isoWeek(number(2, 1, 53, c));
      case 'U' -> fields.weekFromSunday(number(2, 0, 53, c));
      case 'W' -> fields.weekFromMonday(number(2, 0, 53, c));
      case 'e' -> fields.day(blank().number(2, 1, 31, c));
      case 'd' -> fields.day(number(2, 1, 31, c));
      case 'j' -> fields.yearDay(number(3, 1, 366, c));
      case 'Z' -> zone();
      case 'z' -> offset();
      case 't', 'n' -> spaces(c);
      case '%' -> literal('%');
      default -> {
        return clock(c);
      }
    }
    return true;
  }

  private boolean clock(char c) throws GoException {
    switch (c) {
      case 'k' -> fields.hour(blank().number(2, 0, 23, c));
      case 'H' -> fields.hour(number(2, 0, 23, c));
      case 'l' -> fields.hour(blank().number(2, 1, 12, c) % 12);
      case 'I' -> fields.hour(number(2, 1, 12, c) % 12);
      case 'P', 'p' -> fields.afternoon(name(HALVES, c) == 1);
      case 'M' -> fields.minute(number(2, 0, 59, c));
      case 'S' -> fields.second(number(2, 0, 60, c));
      case 's' -> fields.unix(sign() * unix());
      case 'f' -> micros();
      default -> {
        return false;
      }
    }
    return true;
  }

  private int sign() {
    boolean minus = in.peek(0) == '-';
    in.advance(minus ? 1 : 0);
    return minus ? -1 : 1;
  }

  private Strptime blank() {
    in.spaces(1);
    return this;
  }

  private int number(int most, int least, int greatest, char c) throws GoException {
    int count = 0;
    while (count < most && in.isDigit(count)) {
      count++;
    }
    int number = count == 0 ? -1 : in.digits(count);
    if (number < least || number > greatest) {
      throw cannotParse(c);
    }
    return number;
  }

  private static GoException cannotParse(char c) {
    return new GoException(() -> "cannot parse \"%" + c + "\"");
  }

  private int shortYear(char c) throws GoException {
    int year = number(2, 0, 99, c);
    return year + (year < 69 ? 2000 : 1900);
  }

  private void century(char c) throws GoException {
    if (sign() < 0) {
      throw new GoException("negative century is not supported for \"%" + c + "\"");
    }
    fields.century(number(2, 0, 99, c));
  }

  private int name(List<String> names, char c) throws GoException {
    int index = in.name(names);
    if (index < 0) {
      throw cannotParse(c);
    }
    return index;
  }

  /** Up to 19 digits; beyond int64 they wrap. */
  private long unix() throws GoException {
    long value = 0;
    int count = 0;
    while (count < 19 && in.isDigit(count)) {
      value = value * 10 + in.peek(count) - '0';
      count++;
    }
    if (count == 0) {
      throw cannotParse('s');
    }
    in.advance(count);
    return value;
  }

  private void micros() throws GoException {
    int start = in.at();
    int micros = number(6, 0, 999_999, 'f');
    for (int digits = in.at() - start; digits < 6; digits++) {
      micros *= 10;
    }
    fields.nanos(micros * 1000);
  }

  private void spaces(char c) throws GoException {
    int start = in.at();
    while (in.peek(0) == ' ' || (in.peek(0) >= '\t' && in.peek(0) <= '\r')) {
      in.advance(1);
    }
    if (in.at() == start) {
      throw new GoException(() -> "expected a space for \"%" + c + "\"");
    }
  }

  private void zone() throws GoException {
    int length = 0;
    while (in.peek(length) >= 'A' && in.peek(length) <= 'Z') {
      length++;
    }
    String name = in.rest().substring(0, length);
    in.advance(length);
    try {
      fields.zone(Layout.ABBREVIATION.parse(name).zone());
    } catch (GoException e) {
      throw new GoException(() -> "cannot parse " + Quote.quote(name) + " with \"%Z\"");
    }
  }

  private void offset() throws GoException {
    fields.offset(new StrptimeOffset(in, 0).read());
  }
}
