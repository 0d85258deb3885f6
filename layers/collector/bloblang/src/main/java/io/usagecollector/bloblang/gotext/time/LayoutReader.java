package io.usagecollector.bloblang.gotext.time;

import io.usagecollector.bloblang.gotext.GoException;
import java.util.List;

/** Reads one text by a layout, with Go's leniences and Go's errors. One use. */
final class LayoutReader {
  private final String layout;
  private final TimeCursor in;
  private final TimeFields fields = new TimeFields();

  /** Both texts with one character a byte. */
  LayoutReader(String layout, String value) {
    this.layout = layout;
    this.in = new TimeCursor(value);
  }

  GoTime read(List<Element> elements) throws GoException {
    for (int i = 0; i < elements.size(); i++) {
      Element element = elements.get(i);
      literal(element);
      if (element.field() == Field.LITERAL) {
        end();
      } else {
        field(element, elements.get(Math.min(i + 1, elements.size() - 1)).field());
      }
    }
    String wrong = fields.complete();
    if (!wrong.isEmpty()) {
      throw failure(": " + wrong);
    }
    return fields.time();
  }

  private void literal(Element element) throws GoException {
    if (!in.skip(element.literal())) {
      throw cannotParse(in.rest(), element.literal());
    }
  }

  private void end() throws GoException {
    if (!in.isAtEnd()) {
      throw failure(": extra text: " + TimeQuote.quoteBytes(in.rest()));
    }
  }

  private void field(Element element, Field next) throws GoException {
    int start = in.at();
    Verdict verdict = one(element, next);
    if (verdict.range() != null) {
      throw failure(": " + verdict.range() + " out of range");
    }
    if (!verdict.ok()) {
      throw cannotParse(in.from(start), element.text());
    }
  }

  private Verdict one(Element element, Field next) {
    return switch (element.field()) {
      case LITERAL -> Verdict.GOOD;
      case LONG_YEAR -> fields.longYear(in);
      case YEAR -> fields.year(in);
      case LONG_MONTH -> fields.month(in.name(Names.MONTHS));
      case MONTH -> fields.month(in.name(Names.SHORT_MONTHS));
      case NUM_MONTH -> fields.numericMonth(in.number(false));
      case ZERO_MONTH -> fields.numericMonth(in.number(true));
      case LONG_WEEKDAY -> Verdict.of(in.name(Names.WEEKDAYS) >= 0);
      case WEEKDAY -> Verdict.of(in.name(Names.SHORT_WEEKDAYS) >= 0);
      case DAY -> fields.day(in.number(false));
      case UNDER_DAY -> fields.day(in.spaces(1).number(false));
      case ZERO_DAY -> fields.day(in.number(true));
      case UNDER_YEAR_DAY -> fields.yearDay(in.spaces(2).longNumber(false));
      case ZERO_YEAR_DAY -> fields.yearDay(in.longNumber(true));
      case HOUR -> fields.hour(in.number(false), 23);
      case HOUR_12 -> fields.hour(in.number(false), 12);
      case ZERO_HOUR_12 -> fields.hour(in.number(true), 12);
      case MINUTE -> fields.minute(in.number(false));
      case ZERO_MINUTE -> fields.minute(in.number(true));
      case SECOND -> second(false, next);
      case ZERO_SECOND -> second(true, next);
      case UPPER_PM -> fields.half(in, "AM", "PM");
      case LOWER_PM -> fields.half(in, "am", "pm");
      case ABBREVIATION -> fields.abbreviation(in);
      case OFFSET -> OffsetReader.read(in, element, fields);
      case FRACTION_ZEROS -> fields.nanos(in, element.text().length());
      case FRACTION_NINES -> in.isFraction() ? fields.nanos(in, in.fractionLength()) : Verdict.GOOD;
    };
  }

  /** A fraction may follow the seconds even where the layout has none. */
  private Verdict second(boolean two, Field next) {
    Verdict verdict = fields.second(in.number(two));
    return verdict.ok() && in.isFraction() && !next.isFraction()
        ? fields.nanos(in, in.fractionLength())
        : verdict;
  }

  private GoException cannotParse(String value, String element) {
    return new GoException(() ->
        "parsing time "
            + TimeQuote.quoteBytes(in.value())
            + " as "
            + TimeQuote.quoteBytes(layout)
            + ": cannot parse "
            + TimeQuote.quoteBytes(value)
            + " as "
            + TimeQuote.quoteBytes(element));
  }

  private GoException failure(String message) {
    return new GoException(() -> "parsing time " + TimeQuote.quoteBytes(in.value()) + message);
  }
}
