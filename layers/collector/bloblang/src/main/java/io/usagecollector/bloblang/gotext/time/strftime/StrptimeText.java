package io.usagecollector.bloblang.gotext.time.strftime;

import io.usagecollector.bloblang.gotext.GoException;
import io.usagecollector.bloblang.gotext.Quote;
import io.usagecollector.bloblang.gotext.time.Layout;
import io.usagecollector.bloblang.gotext.time.TimeCursor;
import io.usagecollector.bloblang.gotext.time.Zone;
import java.util.List;

/**
 * What the conversions of strptime read: each takes as much of the text as it stands for.
 *
 * @param in the text; a byte to a char
 */
record StrptimeText(TimeCursor in) {
  /** 1, or -1 behind a minus. */
  int sign() {
    boolean minus = in.peek(0) == '-';
    in.advance(minus ? 1 : 0);
    return minus ? -1 : 1;
  }

  /** The same text behind a blank, if there is one. */
  StrptimeText blank() {
    in.spaces(1);
    return this;
  }

  /** Up to so many digits, at least one. */
  int number(int most, int least, int greatest, char c) throws GoException {
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

  int shortYear(char c) throws GoException {
    int year = number(2, 0, 99, c);
    return year + (year < 69 ? 2000 : 1900);
  }

  int century(char c) throws GoException {
    if (sign() < 0) {
      throw new GoException("negative century is not supported for \"%" + c + "\"");
    }
    return number(2, 0, 99, c);
  }

  /** The place of the name that stands here. */
  int name(List<String> names, char c) throws GoException {
    int index = in.name(names);
    if (index < 0) {
      throw cannotParse(c);
    }
    return index;
  }

  /** Up to 19 digits; beyond int64 they wrap. */
  long unix() throws GoException {
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

  int micros() throws GoException {
    int start = in.at();
    int micros = number(6, 0, 999_999, 'f');
    for (int digits = in.at() - start; digits < 6; digits++) {
      micros *= 10;
    }
    return micros;
  }

  void spaces(char c) throws GoException {
    int start = in.at();
    while (in.peek(0) == ' ' || (in.peek(0) >= '\t' && in.peek(0) <= '\r')) {
      in.advance(1);
    }
    if (in.at() == start) {
      throw new GoException(() -> "expected a space for \"%" + c + "\"");
    }
  }

  Zone zone() throws GoException {
    int length = 0;
    while (in.peek(length) >= 'A' && in.peek(length) <= 'Z') {
      length++;
    }
    String name = in.rest().substring(0, length);
    in.advance(length);
    try {
      return Layout.ABBREVIATION.parse(name).zone();
    } catch (GoException e) {
      throw new GoException(() -> "cannot parse " + Quote.quote(name) + " with \"%Z\"");
    }
  }
}
