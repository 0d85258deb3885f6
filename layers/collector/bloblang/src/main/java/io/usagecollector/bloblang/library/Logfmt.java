package io.usagecollector.bloblang.library;

import io.usagecollector.bloblang.gotext.Quote;
import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Utf8Buffer;
import io.usagecollector.bloblang.value.Value;

/** Reads a logfmt line. One use each. */
final class Logfmt {
  private final Str text;
  private int at;

  Logfmt(Str text) {
    this.text = text;
  }

  Value parse() {
    MapObj fields = new MapObj();
    while (skipBlanks()) {
      Str key = until(true);
      if (key.length() == 0) {
        at++;
      } else if (at >= text.length() || text.byteAt(at) != '=') {
        fields.put(key, Bool.TRUE);
      } else {
        at++;
        Value value = value(key);
        if (value.isErr()) {
          return value;
        }
        fields.put(key, value);
      }
    }
    return fields;
  }

  private boolean skipBlanks() {
    while (at < text.length() && isBlank(text.byteAt(at))) {
      at++;
    }
    return at < text.length();
  }

  private static boolean isBlank(int c) {
    return c == ' ' || c == '\t';
  }

  private Str until(boolean equalsToo) {
    int start = at;
    while (at < text.length()
        && !isBlank(text.byteAt(at))
        && !(equalsToo && text.byteAt(at) == '=')) {
      at++;
    }
    return text.slice(start, at);
  }

  private Value value(Str key) {
    if (at >= text.length() || text.byteAt(at) != '"') {
      return until(false);
    }
    at++;
    Utf8Buffer out = new Utf8Buffer(32);
    while (at < text.length() && text.byteAt(at) != '"') {
      if (text.byteAt(at) == '\\' && at + 1 < text.length()) {
        at++;
        escape(text.byteAt(at), out);
      } else {
        out.put(text.byteAt(at));
      }
      at++;
    }
    if (at >= text.length()) {
      return Err.of(
          "logfmt: unterminated quoted value for key " + Quote.quote(key.toString()),
          "logfmt: unterminated quoted value");
    }
    at++;
    return Str.of(out.toByteArray());
  }

  private static void escape(int c, Utf8Buffer out) {
    switch (c) {
      case '"', '\\', '/' -> out.put(c);
      case 'n' -> out.put('\n');
      case 'r' -> out.put('\r');
      case 't' -> out.put('\t');
      case 'b' -> out.put('\b');
      case 'f' -> out.put('\f');
      default -> out.put('\\').put(c);
    }
  }
}
