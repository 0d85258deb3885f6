package io.usagecollector.bloblang.formats;

/** A text as a block of lines, as they are. */
final class YamlBlock {
  private YamlBlock() {}

  static void write(String text, YamlEmitter out, int indent) {
    out.token("|" + indentSign(text) + chomping(text));
    out.startLines();
    boolean newLine = true;
    for (int c : text.codePoints().toArray()) {
      if (ScalarShape.isBreak(c)) {
        out.lineBreak(c);
        newLine = true;
        continue;
      }
      if (newLine) {
        out.indent(indent);
        newLine = false;
      }
      out.put(c);
      out.contents();
    }
  }

  /** How far the lines are indented, where the first does not show it. */
  private static String indentSign(String text) {
    int first = text.codePointAt(0);
    return first == ' ' || ScalarShape.isBreak(first) ? "" + YamlWriter.INDENT : "";
  }

  /** What becomes of the breaks at its end: none, one or several are there. */
  private static String chomping(String text) {
    int last = text.codePointBefore(text.length());
    if (!ScalarShape.isBreak(last)) {
      return "-";
    }
    boolean several =
        text.length() == 1 || ScalarShape.isBreak(text.codePointBefore(text.length() - 1));
    return several ? "+" : "";
  }
}
