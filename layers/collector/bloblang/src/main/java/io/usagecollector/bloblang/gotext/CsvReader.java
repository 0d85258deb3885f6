package io.usagecollector.bloblang.gotext;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Go's {@code encoding/csv}: every record must have as many fields as the first; empty lines are
 * none. One use.
 */
public final class CsvReader {
  private final String text;
  private final String delimiter;
  private final boolean lazyQuotes;
  private final List<List<String>> records = new ArrayList<>();
  private int next;
  private int lineNumber;
  private String line = "";

  /** How much of the line is read. */
  private int at;

  private CsvReader(byte[] bytes, String delimiter, boolean lazyQuotes) {
    this.text = LosslessUtf8.bytesAsText(bytes);
    this.delimiter = delimiter;
    this.lazyQuotes = lazyQuotes;
  }

  /**
   * All records.
   *
   * @param delimiter one character between fields
   * @param lazyQuotes whether a quote may stand in an unquoted field, and a lone one in a quoted
   *     field
   * @throws GoException in Go's words, with line and column (in bytes)
   */
  public static List<List<String>> read(byte[] bytes, int delimiter, boolean lazyQuotes)
      throws GoException {
    boolean fits =
        delimiter != 0
            && "\"\r\n\uFFFD".indexOf(delimiter) < 0
            && !LosslessUtf8.isSurrogate(delimiter);
    if (!fits) {
      throw new GoException("csv: invalid field or comment delimiter");
    }
    String bytesOfDelimiter =
        LosslessUtf8.bytesAsText(LosslessUtf8.encode(Character.toString(delimiter)));
    CsvReader reader = new CsvReader(bytes, bytesOfDelimiter, lazyQuotes);
    reader.all();
    return reader.records;
  }

  private void all() throws GoException {
    while (nextLine()) {
      if (newlineLength() < line.length()) {
        int start = lineNumber;
        List<String> fields = record();
        if (!records.isEmpty() && fields.size() != records.getFirst().size()) {
          throw new GoException(() -> "record on line " + start + ": wrong number of fields");
        }
        records.add(fields);
      }
    }
  }

  /** Takes the next line with its newline, CR LF as LF; false at the end. */
  private boolean nextLine() {
    line = "";
    at = 0;
    if (next == text.length()) {
      return false;
    }
    int newline = text.indexOf('\n', next);
    int end = newline < 0 ? text.length() : newline + 1;
    line = text.substring(next, end);
    next = end;
    lineNumber++;
    if (newline < 0 && line.endsWith("\r")) {
      line = line.substring(0, line.length() - 1);
    } else if (line.endsWith("\r\n")) {
      line = line.substring(0, line.length() - 2) + "\n";
    }
    return true;
  }

  private int newlineLength() {
    return line.endsWith("\n") ? 1 : 0;
  }

  private List<String> record() throws GoException {
    List<String> fields = new ArrayList<>();
    Place place = new Place(lineNumber);
    boolean more = true;
    while (more) {
      StringBuilder field = new StringBuilder();
      more = line.startsWith("\"", at) ? quoted(field, place) : plain(field, place);
      fields.add(LosslessUtf8.textOfBytes(field.toString()));
    }
    return fields;
  }

  /** Takes an unquoted field; answers whether another follows. */
  private boolean plain(StringBuilder field, Place place) throws GoException {
    int end = line.indexOf(delimiter, at);
    String content = line.substring(at, end >= 0 ? end : line.length() - newlineLength());
    int quote = content.indexOf('"');
    if (!lazyQuotes && quote >= 0) {
      throw failure(place, lineNumber, place.column + quote, "bare \" in non-quoted-field");
    }
    field.append(content);
    if (end >= 0) {
      take(end - at + delimiter.length(), place);
    }
    return end >= 0;
  }

  private void take(int count, Place place) {
    at += count;
    place.column += count;
  }

  /** Takes a quoted field, over several lines if need be; answers whether another follows. */
  private boolean quoted(StringBuilder field, Place place) throws GoException {
    take(1, place);
    Boolean more = null;
    while (more == null) {
      int quote = line.indexOf('"', at);
      if (quote >= 0) {
        field.append(line, at, quote);
        take(quote - at + 1, place);
        more = afterQuote(field, place);
      } else {
        more = lineEnd(field, place);
      }
    }
    return more;
  }

  /** What a quote inside a quoted field means; null if the field goes on. */
  private @Nullable Boolean afterQuote(StringBuilder field, Place place) throws GoException {
    if (line.startsWith("\"", at)) {
      field.append('"');
      take(1, place);
      return null;
    }
    if (line.startsWith(delimiter, at)) {
      take(delimiter.length(), place);
      return true;
    }
    if (newlineLength() == line.length() - at) {
      return false;
    }
    if (!lazyQuotes) {
      throw failure(
          place, lineNumber, place.column - 1, "extraneous or missing \" in quoted-field");
    }
    field.append('"');
    return null;
  }

  /** A quoted field goes on in the next line, unless there is none. */
  private @Nullable Boolean lineEnd(StringBuilder field, Place place) throws GoException {
    if (at < line.length()) {
      field.append(line, at, line.length());
      place.column += line.length() - at;
      if (nextLine() && !line.isEmpty()) {
        place.line++;
        place.column = 1;
      }
      return null;
    }
    if (!lazyQuotes) {
      throw failure(place, place.line, place.column, "extraneous or missing \" in quoted-field");
    }
    return false;
  }

  private static GoException failure(Place place, int line, int column, String what) {
    String record = place.start == line ? "" : "record on line " + place.start + "; ";
    return new GoException(
        record + "parse error on line " + line + ", column " + column + ": " + what);
  }

  /** Where reading stands. */
  private static final class Place {
    private final int start;
    private int line;
    private int column = 1;

    private Place(int start) {
      this.start = start;
      this.line = start;
    }
  }
}
