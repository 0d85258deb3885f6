package io.usagecollector.bloblang.syntax.parser;

import com.google.re2j.Pattern;

/**
 * Finds where to go on after a broken statement: the next line that can only begin a statement. It
 * rather overlooks one than that it takes a part of what is broken for one, since that would invent
 * errors. In time linear in the text, whatever the text.
 */
final class Resumption {
  private static final String NAME = "(?:\\w+|\"(?:[^\"\\\\]|\\\\.)*\")";

  /** Where no expression holds what looks like this, whatever is open around it. */
  private static final Pattern BINDING =
      Pattern.compile(
          ("[ \t]*(?:import[ \t]+\"|map[ \t]+N[ \t]*\\{"
                  + "|(?:let[ \t]+N|meta(?:[ \t]+N)?|\\w+(?:\\.N)*)[ \t]*=(?:[^=>]|$))")
              .replace("N", NAME));

  private static final Pattern IF = Pattern.compile("[ \t]*if[ \t]");
  private static final Pattern BLOCKS = Pattern.compile("(?:if|map)[ \t]");
  private static final String OPENERS = "([{";
  private static final String CLOSERS = ")]}";
  private static final String CONTINUING = "+-*/%&|=!<>,.([{:";

  private final String text;

  /** Whether the broken statement may hold others, in braces. */
  private final boolean blocks;

  /** The brackets that are open, and how many of each kind. */
  private final StringBuilder open = new StringBuilder();

  private final int[] kinds = new int[OPENERS.length()];
  private int at;

  /** The last character that is neither blank nor in a comment. */
  private char last = ' ';

  private Resumption(String text, int broken) {
    this.text = text;
    this.at = broken;
    this.blocks = looksLike(BLOCKS);
  }

  /** The place after the statement that begins at an offset and is broken; perhaps the end. */
  static int after(String text, int broken) {
    return new Resumption(text, broken).find();
  }

  private int find() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\n') {
        at++;
        if (beginsStatement()) {
          return at;
        }
      } else {
        pass(c);
      }
    }
    return at;
  }

  private boolean beginsStatement() {
    if (looksLike(BINDING)) {
      return !blocks || kinds[OPENERS.indexOf('{')] == 0;
    }
    return open.isEmpty() && CONTINUING.indexOf(last) < 0 && looksLike(IF);
  }

  private boolean looksLike(Pattern pattern) {
    return pattern.matcher(text.substring(at, endOfLine(at))).lookingAt();
  }

  private void pass(char c) {
    if (c == '#') {
      at = endOfLine(at);
      return;
    }
    if (c == '"') {
      string();
    } else if (OPENERS.indexOf(c) >= 0) {
      open.append(c);
      kinds[OPENERS.indexOf(c)]++;
    } else if (CLOSERS.indexOf(c) >= 0) {
      close(CLOSERS.indexOf(c));
    }
    last = c == ' ' || c == '\t' || c == '\r' ? last : c;
    at++;
  }

  /** Closes a bracket and what was left open inside it. */
  private void close(int kind) {
    int before = kinds[kind];
    while (kinds[kind] > 0 && kinds[kind] == before) {
      int top = open.length() - 1;
      kinds[OPENERS.indexOf(open.charAt(top))]--;
      open.setLength(top);
    }
  }

  /** Goes to the last quote of a string; to the end of the line if it has none. */
  private void string() {
    if (text.startsWith("\"\"\"", at)) {
      int end = text.indexOf("\"\"\"", at + 3);
      at = end < 0 ? text.length() : end + 2;
      return;
    }
    int i = at + 1;
    int limit = endOfLine(at);
    while (i < limit && text.charAt(i) != '"') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    at = i < limit ? i : limit - 1;
  }

  private int endOfLine(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }
}
