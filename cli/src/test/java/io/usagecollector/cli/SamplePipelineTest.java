package io.usagecollector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The tests beside the project's own pipeline, as the documentation shows them. */
class SamplePipelineTest {
  private static final Path LAYER = Path.of("../layers/pipeline");

  @Test
  void itsTestsPassAndRunAllOfIt() {
    Ran ran = Ran.command("test", "--coverage", LAYER.toString());

    assertThat(ran.status()).isZero();
    assertThat(ran.out()).contains("pipeline.yaml: 100% of the statements and branches ran");
  }

  @Test
  void theLayerShipsTheConfigurationAlone() throws Exception {
    try (var shipped = Files.list(LAYER.resolve("pipeline"))) {
      assertThat(shipped).containsExactly(LAYER.resolve("pipeline/pipeline.yaml"));
    }
  }
}
