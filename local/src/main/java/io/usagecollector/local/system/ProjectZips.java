package io.usagecollector.local.system;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The zips that are deployed, as the build left them.
 *
 * @param forward the forward function's own
 * @param redeliver the redeliver function's own
 * @param ensure the ensure function's own
 * @param layers the layers with Java in them
 * @param pipeline the layer with the shipped configuration
 */
public record ProjectZips(
    Path forward, Path redeliver, Path ensure, List<Path> layers, Path pipeline) {
  public ProjectZips {
    layers = List.copyOf(layers);
    Stream.concat(Stream.of(forward, redeliver, ensure, pipeline), layers.stream())
        .forEach(ProjectZips::requireThere);
  }

  public static ProjectZips of(Path project) {
    Path layers = project.resolve("layers");
    return new ProjectZips(
        project.resolve("functions/forward/target/forward.zip"),
        project.resolve("functions/redeliver/target/redeliver.zip"),
        project.resolve("functions/ensure/target/ensure.zip"),
        List.of(
            layers.resolve("collector/target/collector.zip"),
            layers.resolve("libraries/target/libraries.zip")),
        layers.resolve("pipeline/target/pipeline.zip"));
  }

  private static void requireThere(Path zip) {
    if (!Files.isRegularFile(zip)) {
      throw new IllegalStateException(
          zip + " is not there: start with scripts/run-local, which builds what is missing");
    }
  }
}
