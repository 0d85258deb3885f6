package io.usagecollector.local.poller;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PollerSettingsTest {
  private static void isRefused(int batchSize, Duration window, int concurrency, String why) {
    assertThatThrownBy(() -> new PollerSettings(batchSize, window, concurrency, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  @Test
  void whatAwsRefusesIsRefused() {
    isRefused(0, Duration.ZERO, 2, "1 to 10000");
    isRefused(10_001, Duration.ofSeconds(1), 2, "1 to 10000");
    isRefused(11, Duration.ZERO, 2, "needs a window");
    isRefused(10, Duration.ofMillis(500), 2, "whole seconds");
    isRefused(10, Duration.ofSeconds(301), 2, "whole seconds");
    isRefused(10, Duration.ZERO, 1, "2 to 1000");
    isRefused(10, Duration.ZERO, 1_001, "2 to 1000");
  }
}
