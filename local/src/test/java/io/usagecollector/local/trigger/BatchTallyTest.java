package io.usagecollector.local.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BatchTallyTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final BatchTally tally = new BatchTally();

  private static Instant at(long seconds) {
    return START.plusSeconds(seconds);
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  @Test
  void nothingIsCountedAtFirst() {
    assertThat(tally.batches(START)).isEqualTo(Batches.NONE);
  }

  @Test
  void batchesCountByWhatEndedThemAndTheirTimesAddUp() {
    List.of(CutBy.COUNT, CutBy.COUNT, CutBy.PERIOD).forEach(tally::cut);
    tally.ended(at(0), at(2));
    tally.ended(at(1), at(6));
    assertThat(tally.batches(at(6)))
        .isEqualTo(
            new Batches(
                Map.of(CutBy.COUNT, 2L, CutBy.PERIOD, 1L),
                2,
                seconds(7),
                List.of(seconds(2), seconds(5))));
    assertThat(tally.batches(at(6)).cut(CutBy.SIZE)).isZero();
  }

  @Test
  void afterTenMinutesABatchCountsInTheSumsAlone() {
    tally.ended(at(0), at(1));
    tally.ended(at(0), at(2));
    assertThat(tally.batches(at(601)).lately()).containsExactly(seconds(1), seconds(2));
    assertThat(tally.batches(at(602)))
        .isEqualTo(new Batches(Map.of(), 2, seconds(3), List.of(seconds(2))));
  }

  @Test
  void oneByOneTheLastTenThousandAreKept() {
    for (int i = 0; i <= 10_000; i++) {
      tally.ended(START, START.plusNanos(i));
    }
    assertThat(tally.batches(START).ended()).isEqualTo(10_001);
    assertThat(tally.batches(START).lately())
        .hasSize(10_000)
        .startsWith(Duration.ofNanos(1))
        .endsWith(Duration.ofNanos(10_000));
  }
}
