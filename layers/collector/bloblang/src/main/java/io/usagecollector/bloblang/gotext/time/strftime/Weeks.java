package io.usagecollector.bloblang.gotext.time.strftime;

import io.usagecollector.bloblang.gotext.time.Civil;

/** The week of the year in the three ways that strftime counts it. */
final class Weeks {
  private Weeks() {}

  /** Weeks begin on Sunday; days before the first one are in week 0. */
  static int fromSunday(Civil at) {
    return (at.yearDay() + 6 - at.weekday()) / 7;
  }

  /** Weeks begin on Monday; days before the first one are in week 0. */
  static int fromMonday(Civil at) {
    return (at.yearDay() + 6 - (at.weekday() + 6) % 7) / 7;
  }

  /** ISO 8601: a week belongs to the year of its Thursday. */
  static int isoWeek(Civil at) {
    return (thursday(at).yearDay() - 1) / 7 + 1;
  }

  static long isoYear(Civil at) {
    return thursday(at).year();
  }

  private static Civil thursday(Civil at) {
    int days = 3 - (at.weekday() + 6) % 7;
    return Civil.of(Civil.seconds(at.year(), at.month(), at.day() + days, 0, 0, 0));
  }
}
