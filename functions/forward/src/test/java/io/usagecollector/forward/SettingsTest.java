package io.usagecollector.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.aws.assembly.DeliverySettings;
import io.usagecollector.aws.assembly.Variables;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static final String QUEUE = "DEAD_LETTER_QUEUE_URL";
  private static final String RETRIES = "RETRY_QUEUE_URL";

  private static Settings settings(Map<String, String> environment) {
    return Settings.from(new Variables(environment));
  }

  private static DeliverySettings delivery(Map<String, String> environment) {
    return DeliverySettings.of("forward", new Variables(environment));
  }

  @Test
  void whatIsNotSetHasADefaultThatLosesNothing() {
    Map<String, String> environment = Map.of(QUEUE, "q", RETRIES, "r", "STREAM_ID", " ");
    assertThat(settings(environment))
        .isEqualTo(
            new Settings(delivery(environment), Optional.empty(), new PartialResponses.Never()));
  }

  @Test
  void allCanBeSet() {
    Map<String, String> environment =
        Map.of(
            QUEUE,
            "q",
            RETRIES,
            "r",
            "STREAM_ID",
            "s",
            "PIPELINE_FILE",
            "p",
            "PARTIAL_RESPONSES",
            "true",
            "QUANTITY_PROPERTIES",
            "a, b");
    assertThat(settings(environment))
        .isEqualTo(
            new Settings(delivery(environment), Optional.of("s"), new PartialResponses.Always()));
  }

  @Test
  void aMissingQueueAndAnUnclearSwitchAreRefused() {
    assertThatThrownBy(() -> settings(Map.of())).hasMessageStartingWith(QUEUE + " is not set");
    assertThatThrownBy(() -> settings(Map.of(QUEUE, "q", RETRIES, "r", "PARTIAL_RESPONSES", "yes")))
        .hasMessageStartingWith("PARTIAL_RESPONSES must be true or false");
  }
}
