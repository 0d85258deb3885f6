package io.usagecollector.bloblang.syntax.parser;

import io.usagecollector.bloblang.syntax.Source;
import io.usagecollector.bloblang.syntax.SyntaxException;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Utf8Buffer;

/**
 * Reads the inside of a quoted string by Go's rules: {@code \xHH} and octal escapes make raw bytes,
 * {@code \/} and {@code \'} are errors.
 */
final class Quoted {
  private static final String SIMPLE = "abfnrtv\\\"";
  private static final int[] SIMPLE_VALUES = {7, '\b', '\f', '\n', '\r', '\t', 11, '\\', '"'};

  private final Source source;
  private final String text;
  private final int end;
  private final Utf8Buffer out = new Utf8Buffer(32);
  private int at;

  private Quoted(Source source, int start, int end) {
    this.source = source;
    this.text = source.text();
    this.at = start;
    this.end = end;
  }

  /** Unescapes the text between two offsets, quotes not included. */
  static Str unescape(Source source, int start, int end) throws SyntaxException {
    return new Quoted(source, start, end).run();
  }

  private Str run() throws SyntaxException {
    while (at < end) {
      int c = text.codePointAt(at);
      if (c == '\n') {
        throw broken(
            "a quoted string must end on its line; use \\n, or triple quotes for text of many lines");
      }
      if (c == '\\') {
        escape();
      } else {
        out.putRune(c);
        at += Character.charCount(c);
      }
    }
    return out.toStr();
  }

  private void escape() throws SyntaxException {
    char c = at + 1 < end ? text.charAt(at + 1) : ' ';
    int simple = SIMPLE.indexOf(c);
    if (simple >= 0) {
      out.put(SIMPLE_VALUES[simple]);
      at += 2;
      return;
    }
    switch (c) {
      case 'x' -> out.put(number(at + 2, 2, 16));
      case 'u' -> out.putRune(rune(4));
      case 'U' -> out.putRune(rune(8));
      case '0', '1', '2', '3' -> out.put(number(at + 1, 3, 8));
      default ->
          throw broken("failed to unescape quoted string contents: `\\" + c + "` is no escape");
    }
  }

  private int rune(int digits) throws SyntaxException {
    int value = number(at + 2, digits, 16);
    if (value < 0 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) {
      throw broken(
          "failed to unescape quoted string contents: no such character; write one beyond \\uFFFF as \\U0001F600");
    }
    return value;
  }

  private int number(int from, int digits, int radix) throws SyntaxException {
    long value = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = i < end ? Character.digit(text.charAt(i), radix) : -1;
      if (digit < 0 || text.charAt(i) > 'f') {
        throw broken(
            "failed to unescape quoted string contents: the escape needs " + digits + " digits");
      }
      value = value * radix + digit;
    }
    at = from + digits;
    return (int) value;
  }

  private SyntaxException broken(String message) {
    return new SyntaxException(source, at, message);
  }
}
