package io.usagecollector.bloblang.gotext.time;

/** What an element of a layout stands for. */
enum Field {
  LITERAL,
  LONG_MONTH,
  MONTH,
  NUM_MONTH,
  ZERO_MONTH,
  LONG_WEEKDAY,
  WEEKDAY,
  DAY,
  UNDER_DAY,
  ZERO_DAY,
  UNDER_YEAR_DAY,
  ZERO_YEAR_DAY,
  HOUR,
  HOUR_12,
  ZERO_HOUR_12,
  MINUTE,
  ZERO_MINUTE,
  SECOND,
  ZERO_SECOND,
  LONG_YEAR,
  YEAR,
  UPPER_PM,
  LOWER_PM,
  ABBREVIATION,
  OFFSET,
  FRACTION_ZEROS,
  FRACTION_NINES;

  boolean isFraction() {
    return this == FRACTION_ZEROS || this == FRACTION_NINES;
  }
}
