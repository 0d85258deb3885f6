package io.usagecollector.cli.letters;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people read them. */
final class Words {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Words() {}

  /** To the minute, in UTC. */
  static String time(Instant time) {
    return MINUTE.format(time) + " UTC";
  }

  /** {@code 13 d 4 h}, {@code 4 h 5 min}, {@code 5 min}; what is over has none left. */
  static String span(Duration span) {
    if (span.isNegative()) {
      return "none";
    }
    if (span.toDays() > 0) {
      return span.toDays() + " d " + span.toHoursPart() + " h";
    }
    return span.toHours() > 0
        ? span.toHours() + " h " + span.toMinutesPart() + " min"
        : span.toMinutes() + " min";
  }
}
