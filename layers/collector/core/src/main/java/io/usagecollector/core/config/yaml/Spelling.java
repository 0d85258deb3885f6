package io.usagecollector.core.config.yaml;

import io.usagecollector.core.place.Position;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/**
 * How a scalar is spelled in its file: the way back from a character of its text. YAML folds line
 * breaks, takes indents off and reads escapes, but leaves all that is no blank where it was; so the
 * two are walked along side by side, and only blanks differ.
 */
final class Spelling implements YamlNode.Places {
  /** After a backslash, what spells a blank or, at a line's end, nothing. */
  private static final String BLANK_ESCAPES = "\n\r \tntrvfLP";

  private final SourceText source;
  private final String text;
  private final ScalarStyle style;
  private final int start;

  /**
   * @param node the offset in the file at which the scalar begins, its anchor and tag included
   * @param text what it says, its references as written
   */
  Spelling(SourceText source, int node, String text, ScalarStyle style) {
    this.source = source;
    this.text = text;
    this.style = style;
    this.start = content(node);
  }

  @Override
  public Position at(int offset) {
    int end = Math.min(offset, text.length());
    int at = start;
    for (int i = 0; i < end; i += Character.charCount(text.codePointAt(i))) {
      at = after(spelled(at, i), i);
    }
    return source.placeOf(spelled(at, end));
  }

  private int content(int node) {
    int at = node;
    while (source.at(at) == '&' || source.at(at) == '!') {
      at = blanks(word(at));
    }
    return switch (style) {
      case PLAIN -> at;
      case SINGLE_QUOTED, DOUBLE_QUOTED, JSON_SCALAR_STYLE -> at + 1;
      case LITERAL, FOLDED -> line(at);
    };
  }

  private int word(int from) {
    int at = from;
    while (at < source.length() && !Character.isWhitespace(source.at(at))) {
      at++;
    }
    return at;
  }

  private int blanks(int from) {
    int at = from;
    while (at < source.length() && Character.isWhitespace(source.at(at))) {
      at++;
    }
    return at;
  }

  /** The start of the next line. */
  private int line(int from) {
    int at = from;
    while (at < source.length() && source.at(at) != '\n') {
      at++;
    }
    return Math.min(at + 1, source.length());
  }

  private boolean isBlank(int i) {
    return i >= text.length() || Character.isWhitespace(text.charAt(i));
  }

  /** Where a character of the text is spelled, looked for from a place in the file on. */
  private int spelled(int from, int i) {
    int at = from;
    while (!isBlank(i) && at < source.length() && spellsBlank(at)) {
      at += width(at);
    }
    return at;
  }

  private int after(int at, int i) {
    return isBlank(i) && !spellsBlank(at) ? at : at + width(at);
  }

  private boolean spellsBlank(int at) {
    return isEscape(at)
        ? BLANK_ESCAPES.indexOf(source.at(at + 1)) >= 0
        : Character.isWhitespace(source.at(at));
  }

  private boolean isEscape(int at) {
    boolean escapes = style == ScalarStyle.DOUBLE_QUOTED || style == ScalarStyle.JSON_SCALAR_STYLE;
    return escapes && source.at(at) == '\\';
  }

  /** How many characters of the file spell one of the text. */
  private int width(int at) {
    if (!isEscape(at)) {
      boolean quote = style == ScalarStyle.SINGLE_QUOTED && source.at(at) == '\'';
      return quote || Character.isHighSurrogate(source.at(at)) ? 2 : 1;
    }
    return switch (source.at(at + 1)) {
      case 'x' -> 4;
      case 'u' -> 6;
      case 'U' -> 10;
      default -> 2;
    };
  }
}
