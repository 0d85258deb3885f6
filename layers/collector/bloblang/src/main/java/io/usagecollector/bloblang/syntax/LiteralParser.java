package io.usagecollector.bloblang.syntax;

import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.FloatNum;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.Null;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import org.jspecify.annotations.Nullable;

/** Scalar literals. They have no word boundary: {@code nullable} begins with the literal null. */
class LiteralParser extends Scanner {
  LiteralParser(Source source) {
    super(source);
  }

  final @Nullable Value scalar() throws SyntaxException {
    if (text.startsWith("true", at)) {
      at += 4;
      return Bool.TRUE;
    }
    if (text.startsWith("false", at)) {
      at += 5;
      return Bool.FALSE;
    }
    Value number = number();
    if (number != null) {
      return number;
    }
    Value raw = tripleQuoted();
    if (raw != null) {
      return raw;
    }
    if (is('"')) {
      return quoted();
    }
    if (text.startsWith("null", at)) {
      at += 4;
      return Null.NULL;
    }
    return null;
  }

  private @Nullable Value number() throws SyntaxException {
    int start = at;
    int whole = is('-') ? at + 1 : at;
    int end = digits(whole);
    if (end == whole) {
      return null;
    }
    if (end < text.length() && text.charAt(end) == '.' && digits(end + 1) > end + 1) {
      at = digits(end + 1);
      return decimal(start);
    }
    at = end;
    return integer(start, whole);
  }

  private int digits(int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  private Value decimal(int start) throws SyntaxException {
    double value = Double.parseDouble(text.substring(start, at));
    if (Double.isInfinite(value)) {
      throw broken(start, "the number is beyond what a float holds");
    }
    return FloatNum.of(value);
  }

  private Value integer(int start, int whole) throws SyntaxException {
    try {
      long value = Long.parseLong(text.substring(whole, at));
      return IntNum.of(whole > start ? -value : value);
    } catch (NumberFormatException e) {
      throw broken(
          start, "the integer is beyond 9223372036854775807, the largest that can be written");
    }
  }

  private @Nullable Value tripleQuoted() throws SyntaxException {
    if (text.length() - at < 6 || !text.startsWith("\"\"\"", at)) {
      return null;
    }
    int end = text.indexOf("\"\"\"", at + 3);
    if (end < 0) {
      throw broken(at, "the triple-quoted string never ends");
    }
    Str raw = Str.of(text.substring(at + 3, end));
    at = end + 3;
    return raw;
  }

  /** A quoted string, or null if there is no quote here. */
  final @Nullable Str quoted() throws SyntaxException {
    if (!is('"')) {
      miss("quoted string");
      return null;
    }
    int start = at + 1;
    int i = start;
    while (i < text.length() && text.charAt(i) != '"') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    if (i >= text.length()) {
      throw broken(at, "the quoted string never ends");
    }
    Str unescaped = Quoted.unescape(source, start, i);
    at = i + 1;
    return unescaped;
  }
}
