package io.usagecollector.bloblang.gotext.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.bloblang.gotext.GoException;
import java.time.Instant;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class GoTimeTest {
  @Test
  void secondsWithAFractionAreCut() {
    assertThat(GoTime.ofUnix(1764585000.5))
        .isEqualTo(new GoTime(1764585000, 500_000_000, Zone.UTC));
    assertThat(GoTime.ofUnix(-1.25)).isEqualTo(new GoTime(-2, 750_000_000, Zone.UTC));
    assertThat(GoTime.ofUnix(1e300).seconds()).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void datesCarryOver() {
    GoTime august = GoTime.of(2024, 8, 31, 1, 2, 3, 4, Zone.UTC);
    assertThat(august.plusDate(0, 1, 0)).hasToString("2024-10-01 01:02:03.000000004 +0000 UTC");
    assertThat(august.plusDate(0, -20, -31)).hasToString("2022-11-30 01:02:03.000000004 +0000 UTC");
    assertThat(GoTime.of(2023, 14, 0, 25, -1, 0, -1, Zone.UTC))
        .hasToString("2024-02-01 00:58:59.999999999 +0000 UTC");
  }

  @Test
  void aWallTimeThatAZoneSkipsMovesBackHere() throws GoException {
    Zone zone = Zone.load("America/New_York");
    assertThat(GoTime.of(2024, 3, 10, 2, 30, 0, 0, zone))
        .hasToString("2024-03-10 01:30:00 -0500 EST");
    assertThat(GoTime.of(2024, 11, 3, 1, 30, 0, 0, zone))
        .hasToString("2024-11-03 01:30:00 -0400 EDT");
  }

  @Test
  void roundsHalvesUpFromYearOne() {
    GoTime time = GoTime.of(2020, 8, 14, 5, 54, 30, 0, Zone.UTC);
    assertThat(time.round(60_000_000_000L)).hasToString("2020-08-14 05:55:00 +0000 UTC");
    assertThat(time.round(7 * 86_400_000_000_000L)).hasToString("2020-08-17 00:00:00 +0000 UTC");
    assertThat(time.plus(1).round(7)).hasToString("2020-08-14 05:54:30 +0000 UTC");
    assertThat(time.round(0)).isEqualTo(time);
  }

  @Test
  void differencesStayWithinInt64() {
    GoTime now = GoTime.ofUnix(1_700_000_000, 5);
    assertThat(now.since(GoTime.ofUnix(1_699_999_999, 7))).isEqualTo(999_999_998);
    assertThat(now.since(GoTime.ofUnix(-62_135_596_800L, 0))).isEqualTo(Long.MAX_VALUE);
    assertThat(GoTime.ofUnix(-62_135_596_800L, 0).since(now)).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void zonesAreFoundByTheirExactName() throws GoException {
    assertThat(Zone.load("Local")).isEqualTo(Zone.UTC);
    assertThat(Zone.load("EST").offsetAt(0)).isEqualTo(-18_000);
    assertThatThrownBy(() -> Zone.load("america/new_york"))
        .hasMessage("unknown time zone america/new_york");
    assertThatThrownBy(() -> Zone.load("+01:00")).hasMessage("unknown time zone +01:00");
    assertThatThrownBy(() -> Zone.load("../UTC")).hasMessage("time: invalid location name");
  }

  @Test
  void zonesKeepTheirRulesForever() throws GoException {
    GoTime july = GoTime.of(3_000_000_024L, 7, 1, 0, 0, 0, 0, Zone.load("Europe/Berlin"));
    assertThat(july).hasToString("3000000024-07-01 00:00:00 +0200 CEST");
  }

  @Property
  void theCalendarIsTheJdks(
      @ForAll @LongRange(min = -62_167_219_200L, max = 253_402_300_799L) long seconds) {
    var expected = Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC);
    Civil at = GoTime.ofUnix(seconds, 0).civil();
    assertThat(at)
        .isEqualTo(
            new Civil(
                expected.getYear(),
                expected.getMonthValue(),
                expected.getDayOfMonth(),
                expected.getHour(),
                expected.getMinute(),
                expected.getSecond(),
                expected.getDayOfYear(),
                expected.getDayOfWeek().getValue() % 7));
    assertThat(Civil.seconds(at.year(), at.month(), at.day(), at.hour(), at.minute(), at.second()))
        .isEqualTo(seconds);
  }
}
