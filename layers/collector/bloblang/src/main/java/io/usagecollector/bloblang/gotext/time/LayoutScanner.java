package io.usagecollector.bloblang.gotext.time;

import java.util.ArrayList;
import java.util.List;

/** Cuts a Go layout into its elements, in the order Go tries them. */
final class LayoutScanner {
  private static final List<String> OFFSETS = List.of("070000", "07:00:00", "0700", "07:00", "07");

  private final String layout;
  private int from;
  private int at;

  private LayoutScanner(String layout) {
    this.layout = layout;
  }

  /** The last element is the text after all others. */
  static List<Element> scan(String layout) {
    LayoutScanner scanner = new LayoutScanner(layout);
    List<Element> elements = new ArrayList<>();
    while (scanner.at < layout.length()) {
      scanner.next(elements);
    }
    elements.add(new Element(layout.substring(scanner.from), Field.LITERAL, ""));
    return List.copyOf(elements);
  }

  private void next(List<Element> elements) {
    switch (layout.charAt(at)) {
      case 'J' -> name(elements, "January", Field.LONG_MONTH, Field.MONTH);
      case 'M' -> weekdayOrZone(elements);
      case '0' -> zeroPadded(elements);
      case '1' -> plain(elements, has("15") ? 2 : 1, has("15") ? Field.HOUR : Field.NUM_MONTH);
      case '2' -> plain(elements, has("2006") ? 4 : 1, has("2006") ? Field.LONG_YEAR : Field.DAY);
      case '_' -> spacePadded(elements);
      case '3' -> plain(elements, 1, Field.HOUR_12);
      case '4' -> plain(elements, 1, Field.MINUTE);
      case '5' -> plain(elements, 1, Field.SECOND);
      case 'P' -> plain(elements, has("PM") ? 2 : 0, Field.UPPER_PM);
      case 'p' -> plain(elements, has("pm") ? 2 : 0, Field.LOWER_PM);
      case '-', 'Z' -> offset(elements);
      case '.', ',' -> fraction(elements);
      default -> at++;
    }
  }

  /** Adds an element of so many characters; none for zero. */
  private void plain(List<Element> elements, int length, Field field) {
    if (length > 0) {
      elements.add(
          new Element(layout.substring(from, at), field, layout.substring(at, at + length)));
      from = at + length;
    }
    at += Math.max(length, 1);
  }

  private void name(List<Element> elements, String name, Field full, Field brief) {
    if (has(name)) {
      plain(elements, name.length(), full);
    } else {
      plain(elements, has(name.substring(0, 3)) && !lowerCaseAt(at + 3) ? 3 : 0, brief);
    }
  }

  private void weekdayOrZone(List<Element> elements) {
    if (has("MST")) {
      plain(elements, 3, Field.ABBREVIATION);
    } else {
      name(elements, "Monday", Field.LONG_WEEKDAY, Field.WEEKDAY);
    }
  }

  private boolean lowerCaseAt(int index) {
    return index < layout.length() && layout.charAt(index) >= 'a' && layout.charAt(index) <= 'z';
  }

  private void zeroPadded(List<Element> elements) {
    switch (at + 1 < layout.length() ? layout.charAt(at + 1) : ' ') {
      case '1' -> plain(elements, 2, Field.ZERO_MONTH);
      case '2' -> plain(elements, 2, Field.ZERO_DAY);
      case '3' -> plain(elements, 2, Field.ZERO_HOUR_12);
      case '4' -> plain(elements, 2, Field.ZERO_MINUTE);
      case '5' -> plain(elements, 2, Field.ZERO_SECOND);
      case '6' -> plain(elements, 2, Field.YEAR);
      default -> plain(elements, has("002") ? 3 : 0, Field.ZERO_YEAR_DAY);
    }
  }

  private void spacePadded(List<Element> elements) {
    if (has("_2006")) {
      at++;
      plain(elements, 4, Field.LONG_YEAR);
    } else if (has("_2")) {
      plain(elements, 2, Field.UNDER_DAY);
    } else {
      plain(elements, has("__2") ? 3 : 0, Field.UNDER_YEAR_DAY);
    }
  }

  private void offset(List<Element> elements) {
    for (String offset : OFFSETS) {
      if (layout.startsWith(offset, at + 1)) {
        plain(elements, 1 + offset.length(), Field.OFFSET);
        return;
      }
    }
    at++;
  }

  /** A run of zeros or of nines that no other digit follows. */
  private void fraction(List<Element> elements) {
    char digit = at + 1 < layout.length() ? layout.charAt(at + 1) : ' ';
    int end = at + 1;
    while (end < layout.length() && layout.charAt(end) == digit) {
      end++;
    }
    boolean run = (digit == '0' || digit == '9') && !digitAt(end);
    plain(elements, run ? end - at : 0, digit == '0' ? Field.FRACTION_ZEROS : Field.FRACTION_NINES);
  }

  private boolean digitAt(int index) {
    return index < layout.length() && layout.charAt(index) >= '0' && layout.charAt(index) <= '9';
  }

  private boolean has(String text) {
    return layout.startsWith(text, at);
  }
}
