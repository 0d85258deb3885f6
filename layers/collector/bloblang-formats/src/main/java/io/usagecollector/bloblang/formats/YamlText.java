package io.usagecollector.bloblang.formats;

import io.usagecollector.bloblang.gotext.Quote;
import java.util.regex.Pattern;

/**
 * A text as a YAML scalar: unquoted where it can be, in the style yaml.v3 chooses where it cannot.
 */
final class YamlText {
  /** What YAML 1.1 read as a bool, and readers may still. */
  private static final Pattern OLD_BOOL =
      Pattern.compile("y|Y|yes|Yes|YES|on|On|ON|n|N|no|No|NO|off|Off|OFF");

  private static final Pattern OLD_BASE_60 =
      Pattern.compile("[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?");

  /** Unquoted, these would mean something, or end the scalar. */
  private static final Pattern NOT_PLAIN =
      Pattern.compile(
          "(?s)[,\\[\\]{}#&*!|>'\"%@`].*|[-?:](\\s.*)?|.*(: | #|:$).*|\\s.*|.*\\s|---.*|\\.\\.\\..*");

  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\x7F\\x{85}\\x{2028}\\x{2029}\\x{FEFF}]");

  private YamlText() {}

  static String of(String text, int column) {
    if (UNPRINTABLE.matcher(text).find() || text.indexOf('\t') >= 0) {
      return Quote.quote(text);
    }
    if (text.indexOf('\n') >= 0) {
      return literal(text, column);
    }
    if (YamlScalar.isAmbiguous(text) || isOnceAmbiguous(text)) {
      return '"' + text + '"';
    }
    return NOT_PLAIN.matcher(text).matches() ? "'" + text.replace("'", "''") + "'" : text;
  }

  private static boolean isOnceAmbiguous(String text) {
    return OLD_BOOL.matcher(text).matches()
        || OLD_BASE_60.matcher(text).matches()
        || DATE.matcher(text).matches();
  }

  /** Several lines, as they are. */
  private static String literal(String text, int column) {
    if (text.startsWith(" ") || text.startsWith("\n") || text.matches("(?s).*[ ]\n.*|.* ")) {
      return Quote.quote(text);
    }
    String indent = " ".repeat(YamlWriter.below(column));
    boolean ends = text.endsWith("\n");
    String chomp = !ends ? "-" : text.endsWith("\n\n") ? "+" : "";
    String body = ends ? text.substring(0, text.length() - 1) : text;
    StringBuilder block = new StringBuilder("|").append(chomp);
    for (String line : body.split("\n", -1)) {
      block.append('\n').append(line.isEmpty() ? "" : indent).append(line);
    }
    return block.toString();
  }
}
