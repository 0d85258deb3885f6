package io.usagecollector.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is deployed is what is meant to be: the zips' whole lists, and their size. */
class ZipsIT {
  private static final long MEGABYTE = 1_000_000;
  private static final Pattern OUR_JAR =
      Pattern.compile("java/lib/(aws|bloblang|bloblang-formats|core)-\\d[^/]*\\.jar");

  /** As {@code project.build.outputTimestamp} has it. */
  private static final LocalDateTime OUTPUT_TIMESTAMP = LocalDateTime.of(2026, 1, 1, 0, 0);

  private static Path zip(String path) {
    return Checkout.ROOT.resolve(path);
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
          // A folder that a build before has left empty is no class.
          if (at.getName().endsWith(".class")) {
            classes.add(at.getName());
          }
        }
      }
    }
    return classes;
  }

  private static List<String> tree(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  /** When each entry says it was made, those of our own jars too. */
  private static List<LocalDateTime> times(InputStream zip) throws IOException {
    List<LocalDateTime> times = new ArrayList<>();
    try (var open = new ZipInputStream(zip)) {
      for (ZipEntry at = open.getNextEntry(); at != null; at = open.getNextEntry()) {
        times.add(at.getTimeLocal());
        if (OUR_JAR.matcher(at.getName()).matches()) {
          times.addAll(times(new ByteArrayInputStream(open.readAllBytes())));
        }
      }
    }
    return times;
  }

  @ParameterizedTest
  @CsvSource({
    "forward, ForwardHandler",
    "redeliver, RedeliverHandler",
    "archive, ArchiveHandler",
    "ensure, EnsureHandler"
  })
  void aFunctionsZipHoldsItsClassesAndNothingElse(String module, String handler)
      throws IOException {
    String target = "functions/" + module + "/target/";
    List<String> classes =
        tree(Checkout.ROOT.resolve(target + "classes")).stream()
            .filter(name -> name.endsWith(".class"))
            .toList();
    assertThat(files(zip(target + module + ".zip")))
        .isEqualTo(classes)
        .contains("io/usagecollector/" + module + "/" + handler + ".class");
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
        .noneMatch(name -> name.contains("/lint/"))
        .noneMatch(name -> name.matches(".*/(Trial|Tried|Mock|Generate)\\w*\\.class"));
  }

  @Test
  void theLibrariesLayerHoldsTheseJars() throws IOException {
    List<String> expected =
        Files.readAllLines(Path.of("src", "test", "resources", "libraries.txt"));
    assertThat(jars(zip("layers/libraries/target/libraries.zip"))).isEqualTo(expected);
  }

  @Test
  void thePipelineLayerHoldsTheConfigurationAndAllThatLiesBesideIt() throws IOException {
    List<String> beside =
        tree(Checkout.ROOT.resolve("layers/pipeline/pipeline")).stream()
            .map(name -> "pipeline/" + name)
            .toList();
    assertThat(files(zip("layers/pipeline/target/pipeline.zip")))
        .isEqualTo(beside)
        .contains("pipeline/pipeline.yaml");
  }

  /** Otherwise each build would be another version. */
  @Test
  void noEntryTellsWhenItWasMade() throws IOException {
    List<LocalDateTime> times = new ArrayList<>();
    for (String zip :
        List.of(
            "functions/forward",
            "functions/redeliver",
            "functions/archive",
            "functions/ensure",
            "layers/collector",
            "layers/libraries",
            "layers/pipeline")) {
      String name = zip.substring(zip.indexOf('/') + 1);
      times.addAll(times(Files.newInputStream(zip(zip + "/target/" + name + ".zip"))));
    }
    assertThat(times).isNotEmpty().allMatch(OUTPUT_TIMESTAMP::equals);
  }

  @Test
  void theZipsAreSmall() throws IOException {
    assertThat(Files.size(zip("functions/forward/target/forward.zip"))).isLessThan(MEGABYTE / 10);
    assertThat(Files.size(zip("functions/redeliver/target/redeliver.zip")))
        .isLessThan(MEGABYTE / 10);
    assertThat(Files.size(zip("functions/archive/target/archive.zip"))).isLessThan(MEGABYTE / 10);
    assertThat(Files.size(zip("functions/ensure/target/ensure.zip"))).isLessThan(MEGABYTE / 10);
    assertThat(Files.size(zip("layers/collector/target/collector.zip"))).isLessThan(2 * MEGABYTE);
    assertThat(Files.size(zip("layers/libraries/target/libraries.zip"))).isLessThan(21 * MEGABYTE);
  }
}
