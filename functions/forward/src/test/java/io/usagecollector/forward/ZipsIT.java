package io.usagecollector.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** What is deployed is what is meant to be: the zips' whole lists, and their size. */
class ZipsIT {
  private static final long MEGABYTE = 1_000_000;

  private static Path zip(String path) {
    return LocalParts.ROOT.resolve(path);
  }

  private static List<String> files(Path zip) throws IOException {
    try (ZipFile open = new ZipFile(zip.toFile())) {
      return open.stream()
          .filter(entry -> !entry.isDirectory())
          .map(ZipEntry::getName)
          .sorted()
          .toList();
    }
  }

  /** The jars of a layer, without versions: a new version is no other jar. */
  private static List<String> jars(Path zip) throws IOException {
    return files(zip).stream()
        .map(name -> name.replaceFirst("^java/lib/(.+?)-\\d[^/]*\\.jar$", "$1"))
        .sorted()
        .toList();
  }

  /** The classes in a layer's jars. */
  private static List<String> classes(Path zip) throws IOException {
    var classes = new ArrayList<String>();
    try (ZipFile open = new ZipFile(zip.toFile())) {
      for (ZipEntry jar : open.stream().filter(entry -> !entry.isDirectory()).toList()) {
        var inner = new ZipInputStream(open.getInputStream(jar));
        for (ZipEntry at = inner.getNextEntry(); at != null; at = inner.getNextEntry()) {
          classes.add(at.getName());
        }
      }
    }
    return classes;
  }

  @Test
  void theFunctionsZipHoldsItsClassesAndNothingElse() throws IOException {
    Path classes = Path.of("target", "classes");
    try (Stream<Path> tree = Files.walk(classes)) {
      List<String> expected =
          tree.filter(Files::isRegularFile)
              .map(file -> classes.relativize(file).toString().replace('\\', '/'))
              .filter(name -> name.endsWith(".class"))
              .sorted()
              .toList();
      assertThat(files(Path.of("target", "forward.zip")))
          .isEqualTo(expected)
          .contains("io/usagecollector/forward/ForwardHandler.class");
    }
  }

  @Test
  void theCollectorLayerHoldsOurJars() throws IOException {
    assertThat(jars(zip("layers/collector/target/collector.zip")))
        .containsExactly("aws", "bloblang", "bloblang-formats", "core");
  }

  @Test
  void nothingThatOnlyCommandsUseIsDeployed() throws IOException {
    assertThat(classes(zip("layers/collector/target/collector.zip")))
        .anyMatch(name -> name.startsWith("io/usagecollector/core/config/"))
        .noneMatch(name -> name.startsWith("io/usagecollector/tooling/"))
        .noneMatch(name -> name.matches(".*/(Trial|Tried|Mock|Generate)\\w*\\.class"));
  }

  @Test
  void theLibrariesLayerHoldsTheseJars() throws IOException {
    List<String> expected =
        Files.readAllLines(Path.of("src", "test", "resources", "libraries.txt"));
    assertThat(jars(zip("layers/libraries/target/libraries.zip"))).isEqualTo(expected);
  }

  @Test
  void thePipelineLayerHoldsTheConfiguration() throws IOException {
    assertThat(files(zip("layers/pipeline/target/pipeline.zip")))
        .containsExactly("pipeline/pipeline.yaml");
  }

  @Test
  void theZipsAreSmall() throws IOException {
    assertThat(Files.size(Path.of("target", "forward.zip"))).isLessThan(MEGABYTE / 10);
    assertThat(Files.size(zip("layers/collector/target/collector.zip"))).isLessThan(2 * MEGABYTE);
    assertThat(Files.size(zip("layers/libraries/target/libraries.zip"))).isLessThan(14 * MEGABYTE);
  }
}
