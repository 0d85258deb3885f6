package io.usagecollector.core.config.yaml;

import io.usagecollector.core.place.Position;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A configuration file's text, made safe for a YAML parser. Upstream puts variables' values into
 * the text before it is parsed, so that a value can change the structure of the file and end up in
 * a parser's error. Here the parser sees a short token in place of each reference, and values go in
 * afterwards: {@code [ ${TOPIC} ]} and {@code ${X:a: b}} work as upstream, no value is ever parsed
 * as YAML by accident, and places lead back to the file as written.
 */
final class SourceText {
  /** Upstream's own pattern: a default may hold one level of {@code ${...}}, taken literally. */
  private static final String REFERENCE = "\\$\\{[0-9A-Za-z_.]+(?::(?:\\$\\{[^}]+}|[^}])*+)?}";

  private static final Pattern MARKED =
      Pattern.compile(
          "(?<escape>\\$\\{(\\{[0-9A-Za-z_.]+(?::(?:\\$\\{[^}]+}|[^}])*+)?})})|(?<ref>"
              + REFERENCE
              + ")|[\\uE000\\uE001]");

  private static final char OPEN = '\uE000';
  private static final char CLOSE = '\uE001';
  private static final Pattern TOKEN = Pattern.compile(OPEN + "([0-9]+)" + CLOSE);

  private record Mark(int parsedStart, int parsedEnd, int writtenStart, WrittenText.Piece piece) {}

  private final String written;
  private final String parsed;
  private final List<Mark> marks;
  private final int[] lineStarts;
  private final boolean astral;

  private SourceText(String written, String parsed, List<Mark> marks) {
    this.written = written;
    this.parsed = parsed;
    this.marks = marks;
    this.lineStarts = lineStarts(written);
    this.astral = parsed.chars().anyMatch(c -> Character.isSurrogate((char) c));
  }

  static SourceText of(String text) {
    String written = text.startsWith("\uFEFF") ? text.substring(1) : text;
    var parsed = new StringBuilder(written.length());
    var marks = new ArrayList<Mark>();
    Matcher matcher = MARKED.matcher(written);
    int copied = 0;
    while (matcher.find()) {
      parsed.append(written, copied, matcher.start());
      int start = parsed.length();
      parsed.append(OPEN).append(marks.size()).append(CLOSE);
      marks.add(new Mark(start, parsed.length(), matcher.start(), piece(matcher)));
      copied = matcher.end();
    }
    parsed.append(written, copied, written.length());
    return new SourceText(written, parsed.toString(), marks);
  }

  private static WrittenText.Piece piece(Matcher matcher) {
    String all = matcher.group();
    if (matcher.group("escape") != null) {
      return new WrittenText.Escaped(all, "$" + matcher.group(2));
    }
    return matcher.group("ref") == null ? new WrittenText.Plain(all) : reference(all);
  }

  private static WrittenText.Reference reference(String all) {
    String inner = all.substring(2, all.length() - 1);
    int colon = inner.indexOf(':');
    @Nullable String otherwise = colon < 0 ? null : inner.substring(colon + 1);
    return new WrittenText.Reference(all, colon < 0 ? inner : inner.substring(0, colon), otherwise);
  }

  /** What the YAML parser is given. */
  String parsed() {
    return parsed;
  }

  /** A parsed value with its references back in it. */
  WrittenText template(String value) {
    var pieces = new ArrayList<WrittenText.Piece>();
    Matcher matcher = TOKEN.matcher(value);
    int copied = 0;
    while (matcher.find()) {
      addPlain(pieces, value.substring(copied, matcher.start()));
      pieces.add(marks.get(Integer.parseInt(matcher.group(1))).piece());
      copied = matcher.end();
    }
    addPlain(pieces, value.substring(copied));
    return new WrittenText(pieces);
  }

  private static void addPlain(List<WrittenText.Piece> pieces, String text) {
    if (!text.isEmpty()) {
      pieces.add(new WrittenText.Plain(text));
    }
  }

  /** The line that a place in the parsed text lies in, as written. */
  WrittenText line(int parsedCodePoint) {
    int at = parsedOffset(parsedCodePoint);
    int end = parsed.indexOf('\n', at);
    return template(
        parsed.substring(parsed.lastIndexOf('\n', at - 1) + 1, end < 0 ? parsed.length() : end));
  }

  /** The place in the file as written of a place in the parsed text. */
  Position position(int parsedCodePoint) {
    return placeOf(offset(parsedCodePoint));
  }

  /** The offset in the file as written of a place in the parsed text. */
  int offset(int parsedCodePoint) {
    return writtenOffset(parsedOffset(parsedCodePoint));
  }

  /** How long the file is, as written. */
  int length() {
    return written.length();
  }

  /** A character of the file as written; past its end, a line break. */
  char at(int offset) {
    return offset < written.length() ? written.charAt(offset) : '\n';
  }

  /** The place of an offset in the file as written. */
  Position placeOf(int writtenOffset) {
    int offset = Math.min(writtenOffset, written.length());
    int found = Arrays.binarySearch(lineStarts, offset);
    int line = found >= 0 ? found : -found - 2;
    return new Position(line + 1, written.codePointCount(lineStarts[line], offset) + 1);
  }

  private int parsedOffset(int codePoint) {
    if (!astral) {
      return Math.min(codePoint, parsed.length());
    }
    int all = parsed.codePointCount(0, parsed.length());
    return parsed.offsetByCodePoints(0, Math.min(codePoint, all));
  }

  private int writtenOffset(int parsedOffset) {
    int shift = 0;
    for (Mark mark : marks) {
      if (parsedOffset < mark.parsedStart()) {
        break;
      }
      if (parsedOffset < mark.parsedEnd()) {
        return mark.writtenStart();
      }
      shift = mark.writtenStart() + mark.piece().written().length() - mark.parsedEnd();
    }
    return parsedOffset + shift;
  }

  private static int[] lineStarts(String text) {
    return IntStream.concat(
            IntStream.of(0),
            IntStream.range(0, text.length()).filter(i -> text.charAt(i) == '\n').map(i -> i + 1))
        .toArray();
  }
}
