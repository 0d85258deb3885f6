package io.usagecollector.bloblang.gotext.time;

import io.usagecollector.bloblang.gotext.GoException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.Map;

/** A zone of the IANA database: rules from the JDK, abbreviations from our own table. */
record Region(String name, ZoneRules rules, Map<String, String> abbreviations) implements Zone {
  private static final long YEAR_3000 = 32_503_680_000L;
  private static final long CYCLE = 146_097L * 86_400;

  /** Names that the JDK leaves out. */
  private static final Map<String, String> LINKS =
      Map.of(
          "EST", "America/Panama",
          "MST", "America/Phoenix",
          "HST", "Pacific/Honolulu",
          "ROC", "Asia/Taipei",
          "GMT+0", "Etc/GMT",
          "GMT-0", "Etc/GMT");

  static Zone find(String name) throws GoException {
    Map<String, String> abbreviations = ZoneAbbreviations.of(name);
    if (abbreviations.isEmpty()) {
      throw new GoException(() -> "unknown time zone " + name);
    }
    ZoneRules rules = ZoneId.of(LINKS.getOrDefault(name, name)).getRules();
    return new Region(name, rules, abbreviations);
  }

  @Override
  public int offsetAt(long unixSeconds) {
    return rules.getOffset(instant(unixSeconds)).getTotalSeconds();
  }

  @Override
  public String abbreviationAt(long unixSeconds) {
    Instant instant = instant(unixSeconds);
    if (rules.previousTransition(instant) == null && !rules.isFixedOffset()) {
      return "LMT";
    }
    int offset = rules.getOffset(instant).getTotalSeconds();
    String standard = Integer.toString(offset);
    String daylight = standard + "d";
    boolean isDaylight = rules.isDaylightSavings(instant);
    String exact = abbreviations.get(isDaylight ? daylight : standard);
    // The JDK calls Ireland's and Morocco's summer daylight time, the tz database their winter.
    return exact != null ? exact : abbreviations.getOrDefault(isDaylight ? standard : daylight, "");
  }

  /** The JDK's calendar ends a billion years off; rules repeat with the calendar's 400 years. */
  private static Instant instant(long unixSeconds) {
    long near =
        unixSeconds > YEAR_3000
            ? YEAR_3000 + (unixSeconds - YEAR_3000) % CYCLE
            : Math.max(unixSeconds, Instant.MIN.getEpochSecond());
    return Instant.ofEpochSecond(near);
  }
}
