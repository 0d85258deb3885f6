package io.usagecollector.bloblang.gotext.time;

/** Writes the elements of a layout for one time. */
final class LayoutWriter {
  private final GoTime time;
  private final Civil at;
  private final StringBuilder to;

  LayoutWriter(GoTime time, StringBuilder to) {
    this.time = time;
    this.at = time.civil();
    this.to = to;
  }

  void write(Element element) {
    switch (element.field()) {
      case LITERAL -> {}
      case LONG_YEAR -> padded(at.year(), 4);
      case YEAR -> padded(Math.abs(at.year()) % 100, 2);
      case LONG_MONTH -> to.append(Names.MONTHS.get(at.month() - 1));
      case MONTH -> to.append(Names.SHORT_MONTHS.get(at.month() - 1));
      case NUM_MONTH -> to.append(at.month());
      case ZERO_MONTH -> padded(at.month(), 2);
      case LONG_WEEKDAY -> to.append(Names.WEEKDAYS.get(at.weekday()));
      case WEEKDAY -> to.append(Names.SHORT_WEEKDAYS.get(at.weekday()));
      case DAY -> to.append(at.day());
      case UNDER_DAY -> spaced(at.day(), 2);
      case ZERO_DAY -> padded(at.day(), 2);
      case UNDER_YEAR_DAY -> spaced(at.yearDay(), 3);
      case ZERO_YEAR_DAY -> padded(at.yearDay(), 3);
      case HOUR -> padded(at.hour(), 2);
      case HOUR_12 -> to.append(hour12());
      case ZERO_HOUR_12 -> padded(hour12(), 2);
      case MINUTE -> to.append(at.minute());
      case ZERO_MINUTE -> padded(at.minute(), 2);
      case SECOND -> to.append(at.second());
      case ZERO_SECOND -> padded(at.second(), 2);
      case UPPER_PM -> to.append(at.hour() >= 12 ? "PM" : "AM");
      case LOWER_PM -> to.append(at.hour() >= 12 ? "pm" : "am");
      case ABBREVIATION -> abbreviation();
      case OFFSET -> offset(element);
      case FRACTION_ZEROS, FRACTION_NINES -> fraction(element);
    }
  }

  private int hour12() {
    return at.hour() % 12 == 0 ? 12 : at.hour() % 12;
  }

  private void padded(long number, int width) {
    if (number < 0) {
      to.append('-');
    }
    long magnitude = Math.abs(number);
    long least = 10;
    for (int i = 1; i < width; i++, least *= 10) {
      if (magnitude < least) {
        to.append('0');
      }
    }
    to.append(magnitude);
  }

  private void spaced(int number, int width) {
    String digits = Integer.toString(number);
    to.repeat(' ', width - digits.length()).append(digits);
  }

  private void abbreviation() {
    String name = time.abbreviation();
    if (name.isEmpty()) {
      int minutes = sign(time.offset());
      padded(minutes / 60, 2);
      padded(minutes % 60, 2);
    } else {
      to.append(name);
    }
  }

  /** Writes the sign of an offset and gives its minutes; less than a minute west counts as east. */
  private int sign(int offset) {
    to.append(offset / 60 < 0 ? '-' : '+');
    return Math.abs(offset / 60);
  }

  private void offset(Element element) {
    int offset = time.offset();
    if (element.isZulu() && offset == 0) {
      to.append('Z');
      return;
    }
    int minutes = sign(offset);
    String colon = element.hasColons() ? ":" : "";
    padded(minutes / 60, 2);
    if (element.pairs() > 1) {
      to.append(colon);
      padded(minutes % 60, 2);
    }
    if (element.pairs() > 2) {
      to.append(colon);
      // Go's own quirk: the seconds keep their sign when they are all there is.
      padded(offset / 60 < 0 ? -offset % 60 : offset % 60, 2);
    }
  }

  private void fraction(Element element) {
    int end = to.length();
    to.append(element.text().charAt(0));
    padded(time.nanos(), 9);
    to.setLength(end + Math.min(element.text().length(), 10));
    if (element.field() == Field.FRACTION_NINES) {
      trim(end);
    }
  }

  private void trim(int end) {
    while (to.charAt(to.length() - 1) == '0') {
      to.setLength(to.length() - 1);
    }
    if (to.length() == end + 1) {
      to.setLength(end);
    }
  }
}
