package io.usagecollector.core.customer.flexprice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StartTest {
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00.5Z");

  private static Instant at(String text) {
    return Instant.parse(text);
  }

  private static Start start(String firstEvent, String lastEnd) {
    return Start.of(
        Optional.of(firstEvent).filter(t -> !t.isEmpty()).map(Instant::parse),
        NOW,
        Optional.of(lastEnd).filter(t -> !t.isEmpty()).map(Instant::parse));
  }

  @Test
  void itIsTheSecondOfTheFirstEventOrOfNow() {
    assertThat(start("2026-05-01T00:00:00.999Z", "").at()).isEqualTo(at("2026-05-01T00:00:00Z"));
    assertThat(start("", "").at()).isEqualTo(at("2026-06-01T12:00:00Z"));
    assertThat(start("2027-01-01T00:00:00Z", "").at()).isEqualTo(at("2026-06-01T12:00:00Z"));
    assertThat(start("1969-12-31T23:59:59.5Z", "").at()).isEqualTo(at("1969-12-31T23:59:59Z"));
  }

  @Test
  void itIsNeverBeforeTheEndOfWhatBilledBefore() {
    assertThat(start("2026-01-01T00:00:00Z", "2026-05-01T00:00:00.001Z").at())
        .isEqualTo(at("2026-05-01T00:00:01Z"));
    assertThat(start("2026-01-01T00:00:00Z", "2026-05-01T00:00:00Z").at())
        .isEqualTo(at("2026-05-01T00:00:00Z"));
    assertThat(start("2026-05-02T00:00:00Z", "2026-05-01T00:00:00Z").at())
        .isEqualTo(at("2026-05-02T00:00:00Z"));
  }

  @Test
  void theSoonerOfItAndADraftsCountsButNeverBeforeThatEnd() {
    Start start = start("2026-05-02T00:00:00Z", "2026-05-01T00:00:00Z");
    assertThat(start.orSooner(at("2026-05-03T00:00:00Z"))).isEqualTo(at("2026-05-02T00:00:00Z"));
    assertThat(start.orSooner(at("2026-05-01T06:00:00Z"))).isEqualTo(at("2026-05-01T06:00:00Z"));
    assertThat(start.orSooner(at("2026-04-01T00:00:00Z"))).isEqualTo(at("2026-05-01T00:00:00Z"));
  }
}
