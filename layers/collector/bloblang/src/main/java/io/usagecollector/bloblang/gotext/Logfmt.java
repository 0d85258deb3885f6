package io.usagecollector.bloblang.gotext;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The engine's own logfmt: {@code level=info msg="hello world" flag}. One use. */
public final class Logfmt {
  private final String text;
  private int at;

  private Logfmt(String text) {
    this.text = text;
  }

  /**
   * Every key with its value, the last one where a key is repeated; a key without {@code =} has
   * none.
   *
   * @throws GoException for a quoted value without its end
   */
  public static Map<String, Optional<String>> parse(String text) throws GoException {
    return new Logfmt(text).read();
  }

  private Map<String, Optional<String>> read() throws GoException {
    Map<String, Optional<String>> values = new LinkedHashMap<>();
    while (at < text.length()) {
      if (isBlank() || text.charAt(at) == '=') {
        at++;
      } else {
        pair(values);
      }
    }
    return values;
  }

  private boolean isBlank() {
    return text.charAt(at) == ' ' || text.charAt(at) == '\t';
  }

  private void pair(Map<String, Optional<String>> values) throws GoException {
    int start = at;
    while (at < text.length() && !isBlank() && text.charAt(at) != '=') {
      at++;
    }
    String key = text.substring(start, at);
    boolean hasValue = at < text.length() && text.charAt(at) == '=';
    at += hasValue ? 1 : 0;
    values.put(key, hasValue ? Optional.of(value(key)) : Optional.empty());
  }

  private String value(String key) throws GoException {
    if (at < text.length() && text.charAt(at) == '"') {
      at++;
      return quoted(key);
    }
    int start = at;
    while (at < text.length() && !isBlank()) {
      at++;
    }
    return text.substring(start, at);
  }

  private String quoted(String key) throws GoException {
    StringBuilder value = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at++);
      if (c == '\\' && at < text.length()) {
        value.append(escaped(text.charAt(at++)));
      } else {
        value.append(c);
      }
    }
    if (at == text.length()) {
      throw new GoException(() -> "logfmt: unterminated quoted value for key " + Quote.quote(key));
    }
    at++;
    return value.toString();
  }

  private static String escaped(char c) {
    int index = "nrtbf".indexOf(c);
    if (index >= 0) {
      return "\n\r\t\b\f".substring(index, index + 1);
    }
    return c == '"' || c == '\\' || c == '/' ? Character.toString(c) : "\\" + c;
  }
}
