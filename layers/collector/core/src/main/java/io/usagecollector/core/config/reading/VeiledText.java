package io.usagecollector.core.config.reading;

import io.usagecollector.core.config.key.KeyTable;
import io.usagecollector.core.config.key.SecretName;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A configuration's text as it may be shown: what may be a secret is veiled, character by
 * character, so that places stay where they are. It reads lines, not YAML, since it is shown where
 * the file is no YAML as well; and of what it is not sure of it shows nothing.
 */
public final class VeiledText {
  /** A word that may be a key, and what parts it from its value. */
  private static final Pattern KEY =
      Pattern.compile(
          "(?<word>[\\p{L}\\p{N}_.-]+)[\"']?(?:\\s*[:=](?=\\s|$|[^/])|\\s+(?=\\S))\\s*");

  private static final Pattern REFERENCE =
      Pattern.compile("[\"']?\\$\\{[0-9A-Za-z_.]+}[\"']?\\s*(#.*)?");

  /** What says how the lines below are to be read, and holds nothing of them. */
  private static final Pattern BLOCK = Pattern.compile("[|>][-+0-9]{0,2}\\s*");

  /** Fields that hold Bloblang: names in it are the event's. */
  private static final Set<String> MAPPINGS =
      Set.of(
          "mapping",
          "bloblang",
          "mutation",
          "check",
          "request_map",
          "result_map",
          "fields_mapping");

  private static final Set<String> ENDS = Set.of("input", "output", "output_resources");

  /** Lines deeper than this belong to a value that is veiled, or to a mapping; -1 for neither. */
  private int below = -1;

  private boolean veils;
  private boolean valueFollows;
  private char quote;

  /** Whether the lines are those of an input or an output, whose unknown keys may be anything. */
  private boolean ofAnEnd;

  private int processors = -1;

  private VeiledText() {}

  /** The text, line for line. */
  public static String of(String text) {
    var veiled = new VeiledText();
    var lines = new StringBuilder(text.length());
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      int next = end < 0 ? text.length() : end;
      lines.append(veiled.line(text.substring(start, next)));
      if (end >= 0) {
        lines.append('\n');
      }
      start = next + 1;
    }
    return lines.toString();
  }

  private String line(String line) {
    int indent = indent(line);
    if (indent == line.length()) {
      return line;
    }
    if (quote != 0) {
      return veiled(line, closed(line) ? line.length() : 0, indent);
    }
    if (below >= 0 && (indent > below || valueFollows)) {
      valueFollows = false;
      return veils ? stars(line, indent) : line;
    }
    below = -1;
    valueFollows = false;
    if (indent <= processors) {
      processors = -1;
    }
    return keys(line, indent);
  }

  /** Within a text in quotes: veiled to its end. */
  private String veiled(String line, int ends, int indent) {
    if (ends > 0) {
      quote = 0;
    }
    return stars(line, indent);
  }

  private boolean closed(String line) {
    return line.indexOf(quote) >= 0;
  }

  private String keys(String line, int indent) {
    Matcher key = KEY.matcher(line);
    int from = indent;
    while (key.find(from)) {
      String word = key.group("word");
      int column = key.start("word");
      enter(word, column, indent);
      if (MAPPINGS.contains(word)) {
        below = column;
        veils = false;
        return line;
      }
      if (isVeiled(word)) {
        return value(line, key.end(), column);
      }
      from = key.end();
    }
    return line;
  }

  private void enter(String word, int column, int indent) {
    if (column == 0) {
      ofAnEnd = ENDS.contains(word);
    }
    if (word.equals("processors") && processors < 0) {
      processors = indent;
    }
  }

  private boolean isVeiled(String word) {
    return SecretName.isNear(word)
        || (ofAnEnd && processors < 0 && !KeyTable.STANDARD.knowsSomewhere(word));
  }

  private String value(String line, int start, int column) {
    String value = line.substring(start);
    if (REFERENCE.matcher(value).matches()) {
      return line;
    }
    below = column;
    veils = true;
    valueFollows = value.isBlank();
    if (BLOCK.matcher(value).matches()) {
      return line;
    }
    if (value.startsWith("\"") || value.startsWith("'")) {
      quote = value.indexOf(value.charAt(0), 1) < 0 ? value.charAt(0) : 0;
    }
    return stars(line, start);
  }

  private static String stars(String line, int from) {
    return line.substring(0, from) + "*".repeat(Math.max(0, line.length() - from));
  }

  private static int indent(String line) {
    int at = 0;
    while (at < line.length() && (Character.isWhitespace(line.charAt(at)) || isDash(line, at))) {
      at++;
    }
    return at;
  }

  private static boolean isDash(String line, int at) {
    return line.charAt(at) == '-' && at + 1 < line.length() && line.charAt(at + 1) == ' ';
  }
}
