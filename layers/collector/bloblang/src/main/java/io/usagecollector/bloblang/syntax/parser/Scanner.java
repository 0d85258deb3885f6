package io.usagecollector.bloblang.syntax.parser;

import io.usagecollector.bloblang.syntax.Source;
import io.usagecollector.bloblang.syntax.SyntaxException;
import io.usagecollector.bloblang.value.Str;
import org.jspecify.annotations.Nullable;

/** A place in the text, and the smallest things the grammar is made of. */
final class Scanner {
  final Source source;
  final String text;
  int at;

  /** How far any alternative got, and what it wanted there: the error to show if all fail. */
  private int deepest = -1;

  private String wanted = "";

  Scanner(Source source) {
    this.source = source;
    this.text = source.text();
  }

  SyntaxException broken(int offset, String message) {
    return new SyntaxException(source, offset, message);
  }

  /** Notes that something was wanted here, and answers no. */
  boolean miss(String what) {
    if (at > deepest) {
      deepest = at;
      wanted = what;
    } else if (at == deepest && !wanted.contains(what)) {
      wanted = wanted + " or " + what;
    }
    return false;
  }

  /** The error of the alternative that got furthest. */
  SyntaxException deepestMiss() {
    int offset = Math.max(deepest, 0);
    String found = offset >= text.length() ? "the end of the mapping" : "`" + firstOf(offset) + "`";
    return broken(offset, "expected " + wanted + ", found " + found);
  }

  private String firstOf(int offset) {
    int end = text.offsetByCodePoints(offset, 1);
    char first = text.charAt(offset);
    if (first == '\n' || first == '\r') {
      return "line break";
    }
    while (end < text.length() && end < offset + 20 && isWord(text.charAt(end)) && isWord(first)) {
      end++;
    }
    return text.substring(offset, end);
  }

  boolean atEnd() {
    return at >= text.length();
  }

  boolean is(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  boolean take(char c) {
    if (is(c)) {
      at++;
      return true;
    }
    return miss("`" + c + "`");
  }

  boolean takeWord(String word) {
    if (text.startsWith(word, at)) {
      at += word.length();
      return true;
    }
    return miss("`" + word + "`");
  }

  /** Takes the word if it is here; if not, nothing was wanted. */
  boolean skip(String word) {
    boolean here = text.startsWith(word, at);
    at += here ? word.length() : 0;
    return here;
  }

  void must(char c) throws SyntaxException {
    if (!take(c)) {
      throw deepestMiss();
    }
  }

  /** Spaces and tabs, if any. */
  void blanks() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
  }

  /** Spaces and tabs, at least one. */
  boolean someBlanks() {
    int before = at;
    blanks();
    return at > before || miss("whitespace");
  }

  /** A line break, with or without a comment before it. */
  boolean newline() {
    int i = at;
    if (is('#')) {
      i = text.indexOf('\n', at);
      if (i < 0) {
        return miss("a line break after the comment");
      }
    } else if (is('\r')) {
      i++;
    }
    if (i < text.length() && text.charAt(i) == '\n') {
      at = i + 1;
      return true;
    }
    return miss("line break");
  }

  /** Any mix of spaces, tabs, line breaks and comments. */
  void space() {
    do {
      blanks();
    } while ((is('#') || is('\r') || is('\n')) && newline());
  }

  /** A comma and the space after it; line breaks may follow it, not precede it. */
  boolean comma() {
    int before = at;
    blanks();
    if (take(',')) {
      space();
      return true;
    }
    at = before;
    return false;
  }

  /** {@code else if} and a blank. */
  boolean elseIf() {
    int start = at;
    space();
    if (skip("else if") && someBlanks()) {
      return true;
    }
    at = start;
    return false;
  }

  /** {@code else}. */
  boolean otherwise() {
    int start = at;
    space();
    if (skip("else")) {
      return true;
    }
    at = start;
    return false;
  }

  static boolean isWord(char c) {
    return isSnake(c) || (c >= 'A' && c <= 'Z');
  }

  static boolean isSnake(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  }

  /** Letters, digits and underscores, at least one. */
  @Nullable String ident() {
    int end = at;
    while (end < text.length() && isWord(text.charAt(end))) {
      end++;
    }
    return takeUpTo(end);
  }

  /** Lower-case letters, digits and underscores, at least one. */
  @Nullable String snake() {
    int end = at;
    while (end < text.length() && isSnake(text.charAt(end))) {
      end++;
    }
    return takeUpTo(end);
  }

  private @Nullable String takeUpTo(int end) {
    if (end == at) {
      return null;
    }
    String taken = text.substring(at, end);
    at = end;
    return taken;
  }

  /** A quoted string, or null if there is no quote here. */
  @Nullable Str quoted() throws SyntaxException {
    if (!is('"')) {
      miss("quoted string");
      return null;
    }
    int start = at + 1;
    int i = start;
    while (i < text.length() && text.charAt(i) != '"') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    if (i >= text.length()) {
      throw broken(at, "the quoted string never ends");
    }
    Str unescaped = Quoted.unescape(source, start, i);
    at = i + 1;
    return unescaped;
  }

  /** A bare or quoted name, or null. */
  @Nullable Str name() throws SyntaxException {
    String bare = ident();
    if (bare != null) {
      return Str.of(bare);
    }
    return is('"') ? quoted() : null;
  }
}
