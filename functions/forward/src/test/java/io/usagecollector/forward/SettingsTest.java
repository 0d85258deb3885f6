package io.usagecollector.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static final String QUEUE = "DEAD_LETTER_QUEUE_URL";

  @Test
  void whatIsNotSetHasADefaultThatLosesNothing() {
    assertThat(Settings.from(Map.of(QUEUE, "q", "STREAM_ID", " ")))
        .isEqualTo(
            new Settings(
                Path.of("/opt/pipeline/pipeline.yaml"),
                "q",
                Optional.empty(),
                new PartialResponses.Never(),
                Optional.empty()));
  }

  @Test
  void allCanBeSet() {
    assertThat(
            Settings.from(
                Map.of(
                    QUEUE,
                    "q",
                    "STREAM_ID",
                    "s",
                    "PIPELINE_FILE",
                    "p",
                    "PARTIAL_RESPONSES",
                    "true",
                    "QUANTITY_PROPERTIES",
                    "a, b")))
        .isEqualTo(
            new Settings(
                Path.of("p"),
                "q",
                Optional.of("s"),
                new PartialResponses.Always(),
                Optional.of("a, b")));
  }

  @Test
  void aMissingQueueAndAnUnclearSwitchAreRefused() {
    assertThatThrownBy(() -> Settings.from(Map.of())).hasMessageStartingWith(QUEUE + " is not set");
    assertThatThrownBy(() -> Settings.from(Map.of(QUEUE, "q", "PARTIAL_RESPONSES", "yes")))
        .hasMessageStartingWith("PARTIAL_RESPONSES must be true or false");
  }
}
