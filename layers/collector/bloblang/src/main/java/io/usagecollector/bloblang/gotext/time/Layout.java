package io.usagecollector.bloblang.gotext.time;

import io.usagecollector.bloblang.gotext.GoException;
import java.util.List;

/** A Go time layout, compiled once to format and parse many times. Immutable. */
public final class Layout {
  /** {@code 2006-01-02T15:04:05.999999999Z07:00}: how timestamps are written everywhere. */
  public static final Layout RFC3339_NANO = compile("2006-01-02T15:04:05.999999999Z07:00");

  static final Layout STRING = compile("2006-01-02 15:04:05.999999999 -0700 MST");

  /** A zone's abbreviation alone. */
  public static final Layout ABBREVIATION = compile("MST");

  private final String text;
  private final List<Element> elements;
  private final String bytes;
  private final List<Element> byteElements;
  private final boolean rfc3339;

  private Layout(String text) {
    this.text = text;
    this.elements = LayoutScanner.scan(text);
    this.bytes = TimeQuote.bytes(text);
    this.byteElements = LayoutScanner.scan(bytes);
    this.rfc3339 =
        text.equals("2006-01-02T15:04:05Z07:00")
            || text.equals("2006-01-02T15:04:05.999999999Z07:00");
  }

  /** Every text is a layout: what stands for nothing stands for itself. */
  public static Layout compile(String layout) {
    return new Layout(layout);
  }

  public String format(GoTime time) {
    StringBuilder to = new StringBuilder(text.length() + 10);
    format(time, to);
    return to.toString();
  }

  public void format(GoTime time, StringBuilder to) {
    LayoutWriter writer = new LayoutWriter(time, to);
    for (Element element : elements) {
      to.append(element.literal());
      writer.write(element);
    }
  }

  /** Go's {@code time.Parse}: UTC where the text names no zone. */
  public GoTime parse(String value) throws GoException {
    GoTime fast = rfc3339 ? Rfc3339.parse(value) : null;
    return fast != null ? fast : new LayoutReader(bytes, TimeQuote.bytes(value)).read(byteElements);
  }

  @Override
  public String toString() {
    return text;
  }
}
