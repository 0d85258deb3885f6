package io.usagecollector.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.usagecollector.aws.assembly.Variables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies beside the configuration is shipped with it, and read by the function. */
class PipelineLayerTest {
  private static final Path ASSEMBLY =
      Path.of("..", "..", "layers", "pipeline", "src", "assembly", "layer.xml");

  @TempDir Path opt;

  @Test
  void theLayerTakesTheConfigurationsWholeFolder() throws IOException {
    assertThat(Files.readString(ASSEMBLY))
        .containsOnlyOnce("<directory>${project.basedir}/pipeline</directory>")
        .containsOnlyOnce("<outputDirectory>pipeline</outputDirectory>")
        .doesNotContain("<include>", "<exclude>");
  }

  @Test
  void theFunctionLoadsAConfigurationThatImportsFromAnUnpackedLayer() throws IOException {
    Path file = opt.resolve("pipeline/pipeline.yaml");
    Files.createDirectories(opt.resolve("pipeline/maps"));
    Files.writeString(
        file,
        """
        pipeline:
          processors:
            - mapping: |
                import "./maps/x.blobl"
                root.event_name = this.name.apply("shout")
        output: {flexprice: {api_key: k}}
        """);
    Files.writeString(
        opt.resolve("pipeline/maps/x.blobl"), "map shout { root = this.uppercase() }\n");
    var environment =
        new Variables(
            Map.of(
                "PIPELINE_FILE",
                file.toString(),
                "RETRY_QUEUE_URL",
                "http://127.0.0.1/queue",
                "DEAD_LETTER_QUEUE_URL",
                "http://127.0.0.1/queue"));
    assertThatCode(() ->
            Wiring.forwarder(
                environment,
                () -> {
                  throw new AssertionError("no client is asked for yet");
                }))
        .doesNotThrowAnyException();
  }
}
