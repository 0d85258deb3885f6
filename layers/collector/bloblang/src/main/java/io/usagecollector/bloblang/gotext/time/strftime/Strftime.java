package io.usagecollector.bloblang.gotext.time.strftime;

import io.usagecollector.bloblang.gotext.LosslessUtf8;
import io.usagecollector.bloblang.gotext.time.Civil;
import io.usagecollector.bloblang.gotext.time.GoTime;
import io.usagecollector.bloblang.gotext.time.Names;

/**
 * strftime as {@code itchyny/timefmt-go} has it: {@code %f} are microseconds, flags {@code - _ 0 ^
 * #} and a width may stand before a conversion, unknown ones are kept as they are. One use each.
 */
public final class Strftime {
  private static final int MOST_COLUMNS = 1024;

  private final GoTime time;
  private final Civil at;
  private final String format;
  private final StringBuilder to;
  private int next;
  private int start;
  private Padding padding = Padding.DEFAULT;
  private boolean upper;
  private boolean swap;

  private Strftime(GoTime time, String format) {
    this.time = time;
    this.at = time.civil();
    this.format = format;
    this.to = new StringBuilder(format.length() * 2 + 16);
  }

  public static String format(GoTime time, String format) {
    Strftime printer = new Strftime(time, format);
    printer.all();
    return printer.to.toString();
  }

  private void all() {
    while (next < format.length()) {
      int percent = format.indexOf('%', next);
      if (percent < 0) {
        to.append(format, next, format.length());
        return;
      }
      to.append(format, next, percent);
      start = percent;
      next = percent + 1;
      directive();
    }
  }

  private void directive() {
    padding = Padding.DEFAULT;
    upper = false;
    swap = false;
    while (next < format.length() && modifier(format.charAt(next))) {}
    if (next == format.length()) {
      raw(next, padding.width());
    } else {
      conversion(format.charAt(next++));
    }
  }

  /**
   * Takes a flag or a width; answers whether there was one. A flag at the very end changes nothing.
   */
  private boolean modifier(char c) {
    if (next + 1 == format.length() && "-_0^#".indexOf(c) >= 0) {
      next++;
      return true;
    }
    switch (c) {
      case '-' -> padding = padding.with('\0');
      case '_' -> padding = padding.with(' ');
      case '0' -> padding = padding.with('0');
      case '^' -> upper = true;
      case '#' -> swap = true;
      case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> {
        width();
        return true;
      }
      default -> {
        return false;
      }
    }
    next++;
    return true;
  }

  private void width() {
    int columns = 0;
    while (next < format.length() && format.charAt(next) >= '0' && format.charAt(next) <= '9') {
      columns = Math.min(columns * 10 + format.charAt(next) - '0', MOST_COLUMNS);
      next++;
    }
    padding = padding.width(columns);
  }

  /** The directive as it was written. */
  private void raw(int end, int columns) {
    String text = format.substring(start, end);
    to.append(
        new Padding(padding.fill(), padding.asked(), columns)
            .word(text, LosslessUtf8.length(text)));
  }

  private void conversion(char c) {
    String composite = Composite.of(c);
    if (c == ':') {
      colons();
    } else if (!composite.isEmpty()) {
      swap &= "c+vr".indexOf(c) < 0;
      composite.chars().forEach(part -> part((char) part));
    } else if (!single(c)) {
      raw(next - 1, padding.width() - 1);
      to.append(c);
    }
  }

  private void part(char c) {
    padding = Padding.DEFAULT;
    if (!single(c)) {
      to.append(c);
    }
  }

  private boolean single(char c) {
    switch (c) {
      case 'Y' -> to.append(padding.or(4).number(at.year()));
      case 'y' -> to.append(padding.atLeast(2).number(Math.abs(at.year() % 100)));
      case 'C' -> century();
      case 'G' -> to.append(padding.or(4).number(Weeks.isoYear(at)));
      case 'g' -> to.append(padding.atLeast(2).number(Math.abs(Weeks.isoYear(at) % 100)));
      case 'm' -> to.append(padding.atLeast(2).number(at.month()));
      case 'B' -> word(Names.MONTHS.get(at.month() - 1));
      case 'b', 'h' -> word(Names.SHORT_MONTHS.get(at.month() - 1));
      case 'A' -> word(Names.WEEKDAYS.get(at.weekday()));
      case 'a' -> word(Names.SHORT_WEEKDAYS.get(at.weekday()));
      case 'w' -> to.append(padding.number(at.weekday()));
      case 'u' -> to.append(padding.number(at.weekday() == 0 ? 7 : at.weekday()));
      case 'V' -> to.append(padding.atLeast(2).number(Weeks.isoWeek(at)));
      case 'U' -> to.append(padding.atLeast(2).number(Weeks.fromSunday(at)));
      case 'W' -> to.append(padding.atLeast(2).number(Weeks.fromMonday(at)));
      case 'e' -> to.append(padding.orBlank().atLeast(2).number(at.day()));
      case 'd' -> to.append(padding.atLeast(2).number(at.day()));
      case 'j' -> to.append(padding.atLeast(3).number(at.yearDay()));
      case 'Z' -> zone();
      case 'z' -> offset(0);
      case 't' -> plain("\t");
      case 'n' -> plain("\n");
      case '%' -> plain("%");
      default -> {
        return clock(c);
      }
    }
    return true;
  }

  private boolean clock(char c) {
    int hour12 = at.hour() % 12 == 0 ? 12 : at.hour() % 12;
    switch (c) {
      case 'k' -> to.append(padding.orBlank().atLeast(2).number(at.hour()));
      case 'H' -> to.append(padding.atLeast(2).number(at.hour()));
      case 'l' -> to.append(padding.orBlank().atLeast(2).number(hour12));
      case 'I' -> to.append(padding.atLeast(2).number(hour12));
      case 'P' -> {
        swap = !(upper || swap);
        half();
      }
      case 'p' -> half();
      case 'M' -> to.append(padding.atLeast(2).number(at.minute()));
      case 'S' -> to.append(padding.atLeast(2).number(at.second()));
      case 's' -> to.append(padding.orBlank().number(time.seconds()));
      case 'f' -> to.append(padding.or(6).number(time.nanos() / 1000));
      default -> {
        return false;
      }
    }
    return true;
  }

  private void half() {
    word(at.hour() < 12 ? "AM" : "PM");
  }

  /** The years -99 to -1 are in the century -0. */
  private void century() {
    long century = at.year() / 100;
    boolean minusZero = at.year() < 0 && century == 0;
    to.append(padding.atLeast(2).number(minusZero ? -1 : century));
    if (minusZero) {
      to.setCharAt(to.length() - 1, '0');
    }
  }

  private void plain(String text) {
    to.append(padding.word(text, text.length()));
  }

  private void word(String text) {
    String cased = text;
    if (swap && text.length() > 1 && text.charAt(1) < 'a') {
      cased = mapped(text, 0xFF, 0x20);
    } else if (swap || upper) {
      cased = mapped(text, 0x5F, 0);
    }
    to.append(padding.word(cased, text.length()));
  }

  private static String mapped(String text, int and, int or) {
    StringBuilder mapped = new StringBuilder(text.length());
    text.chars().forEach(c -> mapped.append((char) ((c & and) | or)));
    return mapped.toString();
  }

  private void zone() {
    String name = time.abbreviation();
    if (name.isEmpty()) {
      offset(0);
    } else {
      word(name);
    }
  }

  /** {@code %:z}, {@code %::z}, {@code %:::z}; anything else after colons is no directive. */
  private void colons() {
    int count = 1;
    while (next < format.length() && format.charAt(next) == ':') {
      count++;
      next++;
    }
    boolean isOffset = next < format.length() && format.charAt(next) == 'z';
    if (isOffset && count <= 3) {
      next++;
      offset(count);
    } else {
      next += isOffset ? 1 : 0;
      raw(next, padding.width());
    }
  }

  private void offset(int colons) {
    to.append(StrftimeOffset.text(time.offset(), colons, padding));
  }
}
