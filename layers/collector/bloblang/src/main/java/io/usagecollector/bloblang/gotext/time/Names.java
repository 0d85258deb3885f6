package io.usagecollector.bloblang.gotext.time;

import java.util.List;

/** English names, as Go has them. */
public final class Names {
  public static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");
  public static final List<String> WEEKDAYS =
      List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday");
  public static final List<String> SHORT_MONTHS =
      MONTHS.stream().map(name -> name.substring(0, 3)).toList();
  public static final List<String> SHORT_WEEKDAYS =
      WEEKDAYS.stream().map(name -> name.substring(0, 3)).toList();

  private Names() {}
}
