package io.usagecollector.core.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.event.UsageEvent;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A subscription starts no later than the first event: so each time that a service takes is read.
 */
class EventTimesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-01-31T10:30:59Z           | 2026-01-31T10:30:59Z",
        "2026-01-31T10:30:59.999999999Z | 2026-01-31T10:30:59Z",
        "2026-01-31T10:30:59,5Z         | 2026-01-31T10:30:59Z",
        "2026-01-31T9:30:00Z            | 2026-01-31T09:30:00Z",
        "2026-01-31T10:30:00+05:30      | 2026-01-31T05:00:00Z",
        "2026-01-31T10:30:00-05:30      | 2026-01-31T16:00:00Z",
        "2026-01-31T10:30:00+24:00      | 2026-01-30T10:30:00Z",
        "2016-12-31t23:59:60z           | 2017-01-01T00:00:00Z",
      })
  void isTheSecondItNames(String text, Instant expected) {
    assertThat(EventTimes.read(text)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({"''", "soon", "2026-02-30T00:00:00Z", "2026-01-31T10:30:00", "2026-01-31T25:00:00Z"})
  void whatIsNoTimeIsNone(String text) {
    assertThat(EventTimes.read(text)).isEmpty();
  }

  @Test
  void theEarliestOfSeveralCounts() {
    List<UsageEvent> events =
        Stream.of("2026-01-31T10:00:00Z", "soon", "2026-01-31T10:00:00+01:00")
            .map(time -> new UsageEvent("id", time, "customer", "name", new byte[0]))
            .toList();
    assertThat(EventTimes.first(events)).contains(Instant.parse("2026-01-31T09:00:00Z"));
  }
}
