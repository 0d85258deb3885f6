package io.usagecollector.bloblang.gotext.time.strftime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.usagecollector.bloblang.gotext.GoException;
import io.usagecollector.bloblang.gotext.LosslessUtf8;
import io.usagecollector.bloblang.gotext.Quote;
import io.usagecollector.bloblang.gotext.time.GoTime;
import io.usagecollector.bloblang.gotext.time.Names;
import io.usagecollector.bloblang.gotext.time.TimeCursor;
import io.usagecollector.bloblang.gotext.time.TimeQuote;
import java.util.List;

/**
 * strptime as {@code itchyny/timefmt-go} has it: {@code %f} are microseconds, what the format
 * leaves out is 1900-01-01 00:00:00 UTC. One use each.
 */
public final class Strptime {
  private static final List<String> HALVES = List.of("AM", "PM");

  private final String source;
  private final String format;
  private final TimeCursor in;
  private final StrptimeText text;
  private final String pattern;
  private final StrptimeFields fields = new StrptimeFields();
  private int next;

  private Strptime(String source, String format) {
    this.source = source;
    this.format = format;
    this.in = new TimeCursor(TimeQuote.bytes(source));
    this.text = new StrptimeText(in);
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
        String rest = LosslessUtf8.decode(in.rest().getBytes(ISO_8859_1));
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
      case 'Y' -> fields.year(text.sign() * text.number(4, 0, 9999, c));
      case 'G' -> fields.isoYear(text.sign() * text.number(4, 0, 9999, c));
      case 'y' -> fields.year(text.shortYear(c));
      case 'g' -> fields.isoYear(text.shortYear(c));
      case 'C' -> fields.century(text.century(c));
      case 'm' -> fields.month(text.number(2, 1, 12, c));
      case 'B' -> fields.month(text.name(Names.MONTHS, c) + 1);
      case 'b', 'h' -> fields.month(text.name(Names.SHORT_MONTHS, c) + 1);
      case 'A' -> fields.weekday(text.name(Names.WEEKDAYS, c));
      case 'a' -> fields.weekday(text.name(Names.SHORT_WEEKDAYS, c));
      case 'w' -> fields.weekday(text.number(1, 0, 6, c));
      case 'u' -> fields.weekday(text.number(1, 1, 7, c) % 7);
      case 'V' -> fields.isoWeek(text.number(2, 1, 53, c));
      case 'U' -> fields.weekFromSunday(text.number(2, 0, 53, c));
      case 'W' -> fields.weekFromMonday(text.number(2, 0, 53, c));
      case 'e' -> fields.day(text.blank().number(2, 1, 31, c));
      case 'd' -> fields.day(text.number(2, 1, 31, c));
      case 'j' -> fields.yearDay(text.number(3, 1, 366, c));
      case 'Z' -> fields.zone(text.zone());
      case 'z' -> fields.offset(new StrptimeOffset(in, 0).read());
      case 't', 'n' -> text.spaces(c);
      case '%' -> literal('%');
      default -> {
        return clock(c);
      }
    }
    return true;
  }

  private boolean clock(char c) throws GoException {
    switch (c) {
      case 'k' -> fields.hour(text.blank().number(2, 0, 23, c));
      case 'H' -> fields.hour(text.number(2, 0, 23, c));
      case 'l' -> fields.hour(text.blank().number(2, 1, 12, c) % 12);
      case 'I' -> fields.hour(text.number(2, 1, 12, c) % 12);
      case 'P', 'p' -> fields.afternoon(text.name(HALVES, c) == 1);
      case 'M' -> fields.minute(text.number(2, 0, 59, c));
      case 'S' -> fields.second(text.number(2, 0, 60, c));
      case 's' -> fields.unix(text.sign() * text.unix());
      case 'f' -> fields.nanos(text.micros() * 1000);
      default -> {
        return false;
      }
    }
    return true;
  }
}
