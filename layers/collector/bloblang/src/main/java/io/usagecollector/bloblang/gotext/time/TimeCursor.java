package io.usagecollector.bloblang.gotext.time;

import java.util.List;

/**
 * A place in a text being parsed. Readers give a negative number for what does not fit, and then
 * stay put.
 */
public final class TimeCursor {
  public static final int NONE = -1;

  private final String value;
  private int at;

  public TimeCursor(String value) {
    this.value = value;
  }

  String value() {
    return value;
  }

  public int at() {
    return at;
  }

  public boolean isAtEnd() {
    return at == value.length();
  }

  int remaining() {
    return value.length() - at;
  }

  public String rest() {
    return value.substring(at);
  }

  String from(int start) {
    return value.substring(start);
  }

  /** The character so far ahead, or NUL beyond the end. */
  public char peek(int ahead) {
    return at + ahead < value.length() ? value.charAt(at + ahead) : 0;
  }

  public boolean isDigit(int ahead) {
    return peek(ahead) >= '0' && peek(ahead) <= '9';
  }

  boolean startsWith(String text) {
    return value.startsWith(text, at);
  }

  public TimeCursor advance(int count) {
    at += count;
    return this;
  }

  /** Skips up to so many blanks. */
  public TimeCursor spaces(int most) {
    for (int i = 0; i < most && peek(0) == ' '; i++) {
      at++;
    }
    return this;
  }

  /** Skips literal text, a run of blanks for any run; stops where it does not fit. */
  boolean skip(String literal) {
    int i = 0;
    while (i < literal.length()) {
      if (literal.charAt(i) == ' ') {
        if (!isAtEnd() && peek(0) != ' ') {
          return false;
        }
        i = blanksEnd(literal, i);
        at = blanksEnd(value, at);
      } else if (isAtEnd() || peek(0) != literal.charAt(i)) {
        return false;
      } else {
        i++;
        at++;
      }
    }
    return true;
  }

  private static int blanksEnd(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) == ' ') {
      end++;
    }
    return end;
  }

  /** One or two digits, or exactly two. */
  int number(boolean two) {
    if (!isDigit(0) || (two && !isDigit(1))) {
      return NONE;
    }
    return digits(isDigit(1) ? 2 : 1);
  }

  /** One to three digits, or exactly three. */
  int longNumber(boolean three) {
    int count = 0;
    while (count < 3 && isDigit(count)) {
      count++;
    }
    return count == 0 || (three && count < 3) ? NONE : digits(count);
  }

  public int digits(int count) {
    int number = Integer.parseInt(value, at, at + count, 10);
    at += count;
    return number;
  }

  /** The index of a name that stands here in any case. */
  public int name(List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (value.regionMatches(true, at, name, 0, name.length()) && isAscii(name.length())) {
        at += name.length();
        return i;
      }
    }
    return NONE;
  }

  /** The JDK folds ſ and K to ASCII letters. */
  private boolean isAscii(int count) {
    for (int i = 0; i < count; i++) {
      if (peek(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** Whether a point or comma and a digit stand here. */
  boolean isFraction() {
    return (peek(0) == '.' || peek(0) == ',') && isDigit(1);
  }

  /** The length of a fraction with its point. */
  int fractionLength() {
    int length = 1;
    while (isDigit(length)) {
      length++;
    }
    return length;
  }
}
