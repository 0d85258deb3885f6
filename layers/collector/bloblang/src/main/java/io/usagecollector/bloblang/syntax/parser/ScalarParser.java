package io.usagecollector.bloblang.syntax.parser;

import io.usagecollector.bloblang.syntax.SyntaxException;
import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.FloatNum;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.Null;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import org.jspecify.annotations.Nullable;

/** Scalar literals. They have no word boundary: {@code nullable} begins with the literal null. */
final class ScalarParser {
  private final Scanner in;

  ScalarParser(Scanner in) {
    this.in = in;
  }

  @Nullable Value scalar() throws SyntaxException {
    if (in.skip("true")) {
      return Bool.TRUE;
    }
    if (in.skip("false")) {
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
    if (in.is('"')) {
      return in.quoted();
    }
    if (in.skip("null")) {
      return Null.NULL;
    }
    return null;
  }

  private @Nullable Value number() throws SyntaxException {
    int start = in.at;
    int whole = in.is('-') ? in.at + 1 : in.at;
    int end = digits(whole);
    if (end == whole) {
      return null;
    }
    if (end < in.text.length() && in.text.charAt(end) == '.' && digits(end + 1) > end + 1) {
      in.at = digits(end + 1);
      return decimal(start);
    }
    in.at = end;
    return integer(start, whole);
  }

  private int digits(int from) {
    int end = from;
    while (end < in.text.length() && in.text.charAt(end) >= '0' && in.text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  private Value decimal(int start) throws SyntaxException {
    double value = Double.parseDouble(in.text.substring(start, in.at));
    if (Double.isInfinite(value)) {
      throw in.broken(start, "the number is beyond what a float holds");
    }
    return FloatNum.of(value);
  }

  private Value integer(int start, int whole) throws SyntaxException {
    try {
      long value = Long.parseLong(in.text.substring(whole, in.at));
      return IntNum.of(whole > start ? -value : value);
    } catch (NumberFormatException e) {
      throw in.broken(
          start, "the integer is beyond 9223372036854775807, the largest that can be written");
    }
  }

  private @Nullable Value tripleQuoted() throws SyntaxException {
    if (in.text.length() - in.at < 6 || !in.text.startsWith("\"\"\"", in.at)) {
      return null;
    }
    int end = in.text.indexOf("\"\"\"", in.at + 3);
    if (end < 0) {
      throw in.broken(in.at, "the triple-quoted string never ends");
    }
    Str raw = Str.of(in.text.substring(in.at + 3, end));
    in.at = end + 3;
    return raw;
  }
}
