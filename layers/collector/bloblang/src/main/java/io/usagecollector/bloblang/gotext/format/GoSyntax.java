package io.usagecollector.bloblang.gotext.format;

import io.usagecollector.bloblang.gotext.Quote;
import io.usagecollector.bloblang.gotext.time.Civil;
import io.usagecollector.bloblang.gotext.time.GoTime;
import io.usagecollector.bloblang.gotext.time.Zone;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;

/** A time as Go source. */
final class GoSyntax {
  private GoSyntax() {}

  static String of(GoTime time) {
    Civil at = time.civil();
    String month = Month.of(at.month()).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    String zone =
        time.zone().equals(Zone.UTC)
            ? "time.UTC"
            : "time.Location(" + Quote.quote(time.zone().name()) + ")";
    return "time.Date("
        + at.year()
        + ", time."
        + month
        + ", "
        + at.day()
        + ", "
        + at.hour()
        + ", "
        + at.minute()
        + ", "
        + at.second()
        + ", "
        + time.nanos()
        + ", "
        + zone
        + ")";
  }
}
