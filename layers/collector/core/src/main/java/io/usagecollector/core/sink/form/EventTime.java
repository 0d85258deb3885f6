package io.usagecollector.core.sink.form;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A timestamp as a service written in Go reads it. Go's {@code time.Time} has a grammar that is
 * wider than RFC 3339 in some places (one-digit hours, a comma before the fraction, offsets up to
 * 24:60) and narrower in others (no lower-case {@code t} and {@code z}, no second 60). What is in
 * its grammar is sent as written; what only RFC 3339 allows is rewritten.
 *
 * @param sent the text to send
 * @param epochSecond the second it names
 * @param rewritten whether the text to send is another than the one written
 */
public record EventTime(String sent, long epochSecond, boolean rewritten) {
  /** Services keep 32 bits of seconds: 2106-02-07T06:28:15Z is the last one. */
  private static final long LAST_SECOND = (1L << 32) - 1;

  private static final int MINUTES_PER_DAY = 24 * 60;

  /**
   * A record's own time is not believed before 2001, ten years before there was Kafka: today's
   * seconds, taken for milliseconds, lie in January 1970.
   */
  private static final long FIRST_RECORD = 978_307_200;

  /** Whether a record can have been produced then. */
  public boolean isPlausibleOfRecord() {
    return epochSecond >= FIRST_RECORD;
  }

  /** Whether 32 bits of seconds hold it: outside of this it wraps around. */
  public boolean fits32Bits() {
    return epochSecond >= 0 && epochSecond <= LAST_SECOND;
  }

  /** The time a text names, or null if neither Go's grammar nor RFC 3339 knows it. */
  public static @Nullable EventTime read(String text) {
    TimestampText parsed = TimestampText.parse(text);
    if (parsed == null) {
      return null;
    }
    return of(text, parsed);
  }

  /** The time a text names in RFC 3339, or null: what only Go's wider grammar knows is none. */
  public static @Nullable EventTime readStrictly(String text) {
    TimestampText parsed = TimestampText.parse(text);
    return parsed == null || !parsed.isRfc3339() ? null : of(text, parsed);
  }

  private static @Nullable EventTime of(String text, TimestampText parsed) {
    boolean foreign = parsed.lowerCase() || parsed.second() == 60;
    return foreign ? rewritten(text, parsed) : new EventTime(text, epochSecond(parsed), false);
  }

  /**
   * A leap second is sent as the second before it, so that it stays in its own minute, day and
   * billing period. It is one only where UTC has them: at the last minute of a day.
   */
  private static @Nullable EventTime rewritten(String text, TimestampText parsed) {
    boolean leap = parsed.second() == 60;
    boolean inPlace = !leap || minuteOfDay(parsed) == MINUTES_PER_DAY - 1;
    if (!parsed.isRfc3339() || !inPlace) {
      return null;
    }
    String upper = text.replace('t', 'T').replace('z', 'Z');
    String sent = leap ? upper.substring(0, 17) + "59" + upper.substring(19) : upper;
    return new EventTime(sent, epochSecond(parsed) - (leap ? 1 : 0), true);
  }

  private static int minuteOfDay(TimestampText parsed) {
    int local = parsed.hour() * 60 + parsed.minute();
    return Math.floorMod(local - parsed.offsetMinutes(), MINUTES_PER_DAY);
  }

  private static long epochSecond(TimestampText parsed) {
    return parsed.epochDay() * 86_400
        + (parsed.hour() * 60L + parsed.minute() - parsed.offsetMinutes()) * 60
        + parsed.second();
  }

  /** A record's own time, in UTC with milliseconds. */
  public static EventTime ofMillis(long millis) {
    long second = Math.floorDiv(millis, 1000L);
    boolean billable = second >= 0 && second <= LAST_SECOND;
    String sent = billable ? text(second, (int) Math.floorMod(millis, 1000L)) : "";
    return new EventTime(sent, second, false);
  }

  private static String text(long second, int millis) {
    LocalDateTime at = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
    var out = new StringBuilder(24).append(at.getYear());
    padded(out.append('-'), at.getMonthValue());
    padded(out.append('-'), at.getDayOfMonth());
    padded(out.append('T'), at.getHour());
    padded(out.append(':'), at.getMinute());
    padded(out.append(':'), at.getSecond());
    padded(out.append('.').append((char) ('0' + millis / 100)), millis % 100);
    return out.append('Z').toString();
  }

  private static void padded(StringBuilder out, int twoDigits) {
    out.append((char) ('0' + twoDigits / 10)).append((char) ('0' + twoDigits % 10));
  }
}
