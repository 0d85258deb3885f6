package io.usagecollector.core.admission;

import io.usagecollector.core.event.UsageEvent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When events took place, to the second: a fraction is dropped, so that a subscription which starts
 * then has begun. Reads what any service takes: hours of one digit, offsets of more than a day.
 */
final class EventTimes {
  private static final Pattern TEXT =
      Pattern.compile(
          "(\\d{4})-(\\d\\d)-(\\d\\d)[Tt](\\d{1,2}):(\\d\\d):(\\d\\d)(?:[.,]\\d+)?"
              + "(?:[Zz]|([+-])(\\d\\d):(\\d\\d))");

  private EventTimes() {}

  /** The earliest; nothing if none of them says one. */
  static Optional<Instant> first(List<UsageEvent> events) {
    return events.stream()
        .flatMap(event -> read(event.timestamp()).stream())
        .min(Instant::compareTo);
  }

  static Optional<Instant> read(String timestamp) {
    Matcher at = TEXT.matcher(timestamp);
    if (!at.matches()) {
      return Optional.empty();
    }
    try {
      LocalDateTime local =
          LocalDateTime.of(
                  number(at, 1), number(at, 2), number(at, 3), number(at, 4), number(at, 5))
              .plusSeconds(number(at, 6));
      long offset = at.group(7) == null ? 0 : number(at, 8) * 3_600L + number(at, 9) * 60L;
      long sign = "-".equals(at.group(7)) ? 1 : -1;
      return Optional.of(local.toInstant(ZoneOffset.UTC).plusSeconds(sign * offset));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(Matcher at, int group) {
    return Integer.parseInt(at.group(group));
  }
}
