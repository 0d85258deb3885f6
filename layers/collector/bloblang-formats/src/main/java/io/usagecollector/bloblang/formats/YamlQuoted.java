package io.usagecollector.bloblang.formats;

import java.util.HexFormat;

/** A text in quotes. */
final class YamlQuoted {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final int BOM = 0xFEFF;

  private YamlQuoted() {}

  /** Its line breaks stand there as they are. */
  static void inSingle(String text, YamlEmitter out, int indent) {
    out.token("'");
    boolean newLine = false;
    for (int c : text.codePoints().toArray()) {
      if (ScalarShape.isBreak(c)) {
        if (!newLine && c == '\n') {
          out.lineFeed();
        }
        out.lineBreak(c);
        newLine = true;
        continue;
      }
      if (newLine) {
        out.indent(indent);
        newLine = false;
      }
      if (c == '\'') {
        out.put('\'');
      }
      out.put(c);
      out.contents();
    }
    out.attached("'");
  }

  /** A text that begins with a byte order mark is escaped as a whole, as in yaml.v3. */
  static void inDouble(String text, YamlEmitter out) {
    boolean all = !text.isEmpty() && text.codePointAt(0) == BOM;
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(c -> {
          if (all || needsEscape(c)) {
            quoted.append('\\').append(escape(c));
          } else {
            quoted.appendCodePoint(c);
          }
        });
    out.token(quoted.append('"').toString());
  }

  private static boolean needsEscape(int c) {
    return !ScalarShape.isPrintable(c) || ScalarShape.isBreak(c) || c == '"' || c == '\\';
  }

  private static String escape(int c) {
    return switch (c) {
      case 0 -> "0";
      case 0x07 -> "a";
      case '\b' -> "b";
      case '\t' -> "t";
      case '\n' -> "n";
      case 0x0B -> "v";
      case '\f' -> "f";
      case '\r' -> "r";
      case 0x1B -> "e";
      case '"' -> "\"";
      case '\\' -> "\\";
      case 0x85 -> "N";
      case 0xA0 -> "_";
      case 0x2028 -> "L";
      case 0x2029 -> "P";
      default -> hex(c);
    };
  }

  private static String hex(int c) {
    if (c <= 0xFF) {
      return "x" + HEX.toHexDigits(c, 2);
    }
    return c <= 0xFFFF ? "u" + HEX.toHexDigits(c, 4) : "U" + HEX.toHexDigits(c, 8);
  }
}
