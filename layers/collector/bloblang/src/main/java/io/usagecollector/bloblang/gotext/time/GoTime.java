package io.usagecollector.bloblang.gotext.time;

import java.math.BigInteger;

/**
 * Go's {@code time.Time}: a moment and the zone to show it in. Unlike the JDK's it takes any
 * offset, nameless or named zones, and carries fields over.
 *
 * @param seconds since 1970-01-01T00:00:00Z
 * @param nanos 0 to 999,999,999
 */
public record GoTime(long seconds, int nanos, Zone zone) implements Comparable<GoTime> {
  private static final long BILLION = 1_000_000_000;
  private static final long UNIX_TO_YEAR_ONE = 62_135_596_800L;

  public GoTime {
    if (nanos < 0 || nanos >= BILLION) {
      throw new IllegalArgumentException("nanoseconds out of range: " + nanos);
    }
  }

  /** Go's {@code time.Unix}: nanoseconds may be any number. In the local zone, UTC. */
  public static GoTime ofUnix(long seconds, long nanos) {
    return new GoTime(
        seconds + Math.floorDiv(nanos, BILLION), (int) Math.floorMod(nanos, BILLION), Zone.UTC);
  }

  /** From seconds with a fraction, the fraction cut to whole nanoseconds as Go converts it. */
  public static GoTime ofUnix(double seconds) {
    double whole = seconds < 0 ? Math.ceil(seconds) : Math.floor(seconds);
    return ofUnix(toLong(whole), toLong((seconds - whole) * 1e9));
  }

  /** What does not fit int64 becomes its minimum, as on Go's usual processors. */
  private static long toLong(double value) {
    return value >= -0x1p63 && value < 0x1p63 ? (long) value : Long.MIN_VALUE;
  }

  /**
   * Go's {@code time.Date}: fields outside their range carry over; a wall time that a zone skips or
   * has twice takes the offset Go finds.
   */
  public static GoTime of(
      long year, long month, long day, long hour, long minute, long second, long nanos, Zone zone) {
    long carried = second + Math.floorDiv(nanos, BILLION);
    long wall = Civil.seconds(year, month, day, hour, minute, carried);
    int offset = zone.offsetAt(wall);
    long unix = offset == 0 ? wall : wall - zone.offsetAt(wall - offset);
    return new GoTime(unix, (int) Math.floorMod(nanos, BILLION), zone);
  }

  /** The date and time of day in its zone. */
  public Civil civil() {
    return Civil.of(seconds + offset());
  }

  /** Seconds east of UTC. */
  public int offset() {
    return zone.offsetAt(seconds);
  }

  /** The zone's abbreviation, empty where it has none. */
  public String abbreviation() {
    return zone.abbreviationAt(seconds);
  }

  public GoTime in(Zone other) {
    return new GoTime(seconds, nanos, other);
  }

  public long unixMilli() {
    return seconds * 1_000 + nanos / 1_000_000;
  }

  public long unixMicro() {
    return seconds * 1_000_000 + nanos / 1_000;
  }

  /** Wraps around outside 1677 to 2262, as Go's does. */
  public long unixNano() {
    return seconds * BILLION + nanos;
  }

  /** Go's {@code Add} of a duration in nanoseconds. */
  public GoTime plus(long duration) {
    long sum = nanos + duration % BILLION;
    return new GoTime(
        seconds + duration / BILLION + Math.floorDiv(sum, BILLION),
        (int) Math.floorMod(sum, BILLION),
        zone);
  }

  /**
   * Go's {@code AddDate}: calendar fields are added, then carried over (31 August + 1 month = 1
   * October).
   */
  public GoTime plusDate(long years, long months, long days) {
    Civil at = civil();
    return of(
        at.year() + years,
        at.month() + months,
        at.day() + days,
        at.hour(),
        at.minute(),
        at.second(),
        nanos,
        zone);
  }

  /**
   * Go's {@code Sub}: the nanoseconds since another time, held at the limits of int64. Seconds are
   * counted from year 1, where those of the last years an int64 has wrap round to the far past.
   */
  public long since(GoTime other) {
    BigInteger difference =
        BigInteger.valueOf(seconds + UNIX_TO_YEAR_ONE)
            .subtract(BigInteger.valueOf(other.seconds + UNIX_TO_YEAR_ONE))
            .multiply(BigInteger.valueOf(BILLION))
            .add(BigInteger.valueOf(nanos - other.nanos));
    return difference.bitLength() < Long.SIZE
        ? difference.longValue()
        : difference.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }

  /**
   * Go's {@code Round}: to the nearest multiple since year 1, halves up; unchanged for a duration
   * of 0 or less.
   */
  public GoTime round(long duration) {
    if (duration <= 0) {
      return this;
    }
    long rest = rest(duration);
    return rest < duration - rest ? plus(-rest) : plus(duration - rest);
  }

  private long rest(long duration) {
    long absolute = seconds + UNIX_TO_YEAR_ONE;
    if (BILLION % duration == 0) {
      return nanos % duration;
    }
    if (duration % BILLION == 0) {
      return Math.floorMod(absolute, duration / BILLION) * BILLION + nanos;
    }
    return BigInteger.valueOf(absolute)
        .multiply(BigInteger.valueOf(BILLION))
        .add(BigInteger.valueOf(nanos))
        .mod(BigInteger.valueOf(duration))
        .longValue();
  }

  @Override
  public int compareTo(GoTime other) {
    int bySeconds = Long.compare(seconds, other.seconds);
    return bySeconds != 0 ? bySeconds : Integer.compare(nanos, other.nanos);
  }

  /** Go's {@code %v}: {@code 2006-01-02 15:04:05.999999999 -0700 MST}. */
  @Override
  public String toString() {
    return Layout.STRING.format(this);
  }
}
