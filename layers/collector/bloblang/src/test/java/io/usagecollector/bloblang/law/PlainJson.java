package io.usagecollector.bloblang.law;

import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.ListArr;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Null;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.TextNum;
import io.usagecollector.bloblang.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The plainest reader of JSON that follows RFC 8259 and, where that leaves a choice, Go: everything
 * is read at once into a tree, the last of two equal keys wins, text that is no UTF-8 becomes
 * U+FFFD. It shares nothing with the product's reader.
 */
final class PlainJson {
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  /** One char a byte, so that a place in the text is a place in the bytes. */
  private final String text;

  private int at;

  private PlainJson(byte[] json) {
    this.text = new String(json, StandardCharsets.ISO_8859_1);
  }

  private static final class NoJson extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** The tree; empty if the bytes are no JSON text. */
  static Optional<Value> read(byte[] json) {
    PlainJson reader = new PlainJson(json);
    try {
      Value value = reader.value();
      reader.space();
      return reader.at == reader.text.length() ? Optional.of(value) : Optional.empty();
    } catch (NoJson e) {
      return Optional.empty();
    }
  }

  private Value value() {
    space();
    return switch (peek()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> Str.of(string());
      case 't' -> word("true", Bool.TRUE);
      case 'f' -> word("false", Bool.FALSE);
      case 'n' -> word("null", Null.NULL);
      default -> number();
    };
  }

  private Value object() {
    MapObj object = new MapObj();
    at++;
    space();
    if (peek() != '}') {
      do {
        space();
        if (peek() != '"') {
          throw new NoJson();
        }
        Str key = Str.of(string());
        space();
        take(':');
        object.put(key, value());
      } while (another());
    }
    take('}');
    return object;
  }

  private Value array() {
    ListArr array = ListArr.withCapacity(0);
    at++;
    space();
    if (peek() != ']') {
      do {
        array.add(value());
      } while (another());
    }
    take(']');
    return array;
  }

  private boolean another() {
    space();
    boolean comma = peek() == ',';
    at += comma ? 1 : 0;
    return comma;
  }

  private Value word(String word, Value value) {
    if (!text.startsWith(word, at)) {
      throw new NoJson();
    }
    at += word.length();
    return value;
  }

  private Value number() {
    Matcher matcher = NUMBER.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      throw new NoJson();
    }
    at = matcher.end();
    return TextNum.of(matcher.group());
  }

  private String string() {
    StringBuilder out = new StringBuilder();
    at++;
    while (peek() != '"') {
      if (peek() < ' ') {
        throw new NoJson();
      }
      out.append(peek() == '\\' ? escape() : rune());
    }
    at++;
    // A surrogate without its other half is none of Unicode's characters.
    return out.toString()
        .replaceAll(
            "(?<![\\ud800-\\udbff])[\\udc00-\\udfff]|[\\ud800-\\udbff](?![\\udc00-\\udfff])",
            "\ufffd");
  }

  private String escape() {
    at++;
    char c = peek();
    at++;
    int simple = "\"\\/bfnrt".indexOf(c);
    if (simple >= 0) {
      return "\"\\/\b\f\n\r\t".substring(simple, simple + 1);
    }
    if (c != 'u' || at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9a-fA-F]+")) {
      throw new NoJson();
    }
    at += 4;
    return Character.toString((char) Integer.parseInt(text.substring(at - 4, at), 16));
  }

  /** A character of one to four bytes; U+FFFD for a byte that begins none. */
  private String rune() {
    for (int length = 1; length <= 4 && at + length <= text.length(); length++) {
      byte[] bytes = text.substring(at, at + length).getBytes(StandardCharsets.ISO_8859_1);
      String decoded = new String(bytes, StandardCharsets.UTF_8);
      if (Arrays.equals(decoded.getBytes(StandardCharsets.UTF_8), bytes)) {
        at += length;
        return decoded;
      }
    }
    at++;
    return "\ufffd";
  }

  private void space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() {
    if (at >= text.length()) {
      throw new NoJson();
    }
    return text.charAt(at);
  }

  private void take(char c) {
    if (peek() != c) {
      throw new NoJson();
    }
    at++;
  }
}
