package io.usagecollector.bloblang.json;

import io.usagecollector.bloblang.value.Err;
import java.util.BitSet;

/**
 * What is wrong with a JSON text, in the words of Go's decoder, which mappings can see; without
 * values, where it is wrong. Used only after {@link JsonScanner} said no; it walks the text again,
 * a byte at a time.
 */
final class JsonComplaint {
  private final byte[] b;
  private int at;

  /** Whether the words quote a byte of the text: the one at {@link #at}. */
  private boolean quotes;

  JsonComplaint(byte[] json) {
    this.b = json;
  }

  /** The complaint about a message's text, which must be one value alone. */
  Err text() {
    return err(textWords());
  }

  /** The complaint about the first value of a text, whatever follows. */
  Err value() {
    return err(valueWords());
  }

  private Err err(String words) {
    return Err.of(words, quotes ? "invalid character at byte offset " + at : words);
  }

  private String textWords() {
    String first = valueWords();
    if (!first.isEmpty()) {
      return first;
    }
    String second = valueWords();
    return second.isEmpty() || second.equals("EOF")
        ? "message contains multiple valid documents"
        : second;
  }

  /** Empty if the first value is well formed. */
  private String valueWords() {
    space();
    if (at == b.length) {
      return "EOF";
    }
    BitSet objects = new BitSet();
    int depth = 0;
    boolean due = true;
    while (due || depth > 0) {
      space();
      if (at == b.length) {
        return "unexpected EOF";
      }
      if (due) {
        int c = b[at];
        if (c == '{' || c == '[') {
          if (++depth > JsonScanner.MAX_DEPTH) {
            return "exceeded max depth";
          }
          at++;
          objects.set(depth, c == '{');
          space();
          if (at < b.length && b[at] == (c == '{' ? '}' : ']')) {
            at++;
            depth--;
            due = false;
          } else if (c == '{') {
            String wrong = key("looking for beginning of object key string");
            if (!wrong.isEmpty()) {
              return wrong;
            }
          }
          continue;
        }
        String wrong = scalar(c);
        if (!wrong.isEmpty()) {
          return wrong;
        }
        due = false;
        continue;
      }
      int d = b[at];
      boolean object = objects.get(depth);
      if (d == ',') {
        at++;
        due = true;
        String wrong = object ? key("looking for beginning of object key string") : "";
        if (!wrong.isEmpty()) {
          return wrong;
        }
      } else if (d == (object ? '}' : ']')) {
        at++;
        depth--;
      } else {
        return invalid(object ? "after object key:value pair" : "after array element");
      }
    }
    return "";
  }

  private String key(String context) {
    space();
    if (at == b.length) {
      return "unexpected EOF";
    }
    if (b[at] != '"') {
      return invalid(context);
    }
    String wrong = string();
    if (!wrong.isEmpty()) {
      return wrong;
    }
    space();
    if (at == b.length) {
      return "unexpected EOF";
    }
    if (b[at] != ':') {
      return invalid("after object key");
    }
    at++;
    return "";
  }

  private String scalar(int c) {
    return switch (c) {
      case '"' -> string();
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default ->
          c == '-' || (c >= '0' && c <= '9') ? number() : invalid("looking for beginning of value");
    };
  }

  private String word(String word) {
    for (int i = 0; i < word.length(); i++, at++) {
      if (at == b.length) {
        return "unexpected EOF";
      }
      if (b[at] != word.charAt(i)) {
        return invalid(
            "in literal "
                + word
                + " (expecting "
                + Character.toString(word.charAt(i)).transform(JsonComplaint::quoted)
                + ")");
      }
    }
    return "";
  }

  private String number() {
    if (b[at] == '-') {
      at++;
      if (at == b.length) {
        return "unexpected EOF";
      }
      if (!isDigit()) {
        return invalid("in numeric literal");
      }
    }
    if (b[at] == '0') {
      at++;
    } else {
      digits();
    }
    if (at < b.length && b[at] == '.') {
      at++;
      String wrong = someDigits("after decimal point in numeric literal");
      if (!wrong.isEmpty()) {
        return wrong;
      }
    }
    if (at < b.length && (b[at] | 0x20) == 'e') {
      at++;
      if (at < b.length && (b[at] == '+' || b[at] == '-')) {
        at++;
      }
      return someDigits("in exponent of numeric literal");
    }
    return "";
  }

  private String someDigits(String context) {
    if (at == b.length) {
      return "unexpected EOF";
    }
    if (!isDigit()) {
      return invalid(context);
    }
    digits();
    return "";
  }

  private boolean isDigit() {
    return b[at] >= '0' && b[at] <= '9';
  }

  private void digits() {
    while (at < b.length && isDigit()) {
      at++;
    }
  }

  private String string() {
    at++;
    while (at < b.length) {
      int c = b[at];
      if (c == '"') {
        at++;
        return "";
      }
      if (c >= 0 && c < ' ') {
        return invalid("in string literal");
      }
      at++;
      if (c == '\\') {
        String wrong = escape();
        if (!wrong.isEmpty()) {
          return wrong;
        }
      }
    }
    return "unexpected EOF";
  }

  private String escape() {
    if (at == b.length) {
      return "unexpected EOF";
    }
    int c = b[at];
    if (c == 'u') {
      at++;
      for (int i = 0; i < 4; i++, at++) {
        if (at == b.length) {
          return "unexpected EOF";
        }
        if (Character.digit(b[at], 16) < 0) {
          return invalid("in \\u hexadecimal character escape");
        }
      }
      return "";
    }
    if ("\"\\/bfnrt".indexOf(c) < 0) {
      return invalid("in string escape code");
    }
    at++;
    return "";
  }

  private void space() {
    while (at < b.length && (b[at] == ' ' || b[at] == '\n' || b[at] == '\r' || b[at] == '\t')) {
      at++;
    }
  }

  private String invalid(String context) {
    quotes = true;
    return "invalid character " + quoted(Character.toString(b[at] & 0xFF)) + " " + context;
  }

  /** A byte as Go's decoder quotes it: every byte counts as one character. */
  private static String quoted(String character) {
    int c = character.codePointAt(0);
    return switch (c) {
      case '\'' -> "'\\''";
      case '"' -> "'\"'";
      case '\\' -> "'\\\\'";
      case 7 -> "'\\a'";
      case '\b' -> "'\\b'";
      case '\f' -> "'\\f'";
      case '\n' -> "'\\n'";
      case '\r' -> "'\\r'";
      case '\t' -> "'\\t'";
      case 11 -> "'\\v'";
      default ->
          c < ' ' || c == 0x7F
              ? "'\\x%02x'".formatted(c)
              : (c >= 0x80 && c < 0xA1) || c == 0xAD
                  ? "'\\u%04x'".formatted(c)
                  : "'" + character + "'";
    };
  }
}
