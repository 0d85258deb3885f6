package io.usagecollector.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.local.lambda.FunctionPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The class path of the child is that of the zips, file by file. */
class FunctionClassPathIT {
  private static final ProjectZips ZIPS =
      ProjectZips.of(Path.of("..").toAbsolutePath().normalize());

  @TempDir Path directory;

  @Test
  void theUnpackedFunctionHoldsWhatTheZipsHoldAndNothingElse() throws IOException {
    Path task = FunctionPackage.unpack(ZIPS.forward(), ZIPS.layers(), directory.resolve("task"));
    var expected = new TreeMap<String, Long>();
    addEntries(ZIPS.forward(), "", "", expected);
    for (Path layer : ZIPS.layers()) {
      addEntries(layer, "java/lib/", "lib/", expected);
    }
    assertThat(checksums(task)).isEqualTo(expected);
    assertThat(expected.keySet()).contains("io/usagecollector/forward/ForwardHandler.class");
  }

  @Test
  void theLayersHoldJarsAloneAndNoJarIsInTwoOfThem() throws IOException {
    var jars = new ArrayList<String>();
    for (Path layer : ZIPS.layers()) {
      var entries = new TreeMap<String, Long>();
      addEntries(layer, "", "", entries);
      assertThat(entries.keySet()).allMatch(name -> name.matches("java/lib/[^/]+\\.jar"));
      jars.addAll(entries.keySet());
    }
    assertThat(jars).doesNotHaveDuplicates().anyMatch(name -> name.contains("/core-"));
  }

  private static void addEntries(Path zip, String under, String to, Map<String, Long> into)
      throws IOException {
    try (var file = new ZipFile(zip.toFile())) {
      for (ZipEntry entry : List.copyOf(file.stream().map(ZipEntry.class::cast).toList())) {
        if (!entry.isDirectory() && entry.getName().startsWith(under)) {
          into.put(to + entry.getName().substring(under.length()), entry.getCrc());
        }
      }
    }
  }

  private static Map<String, Long> checksums(Path directory) throws IOException {
    var checksums = new TreeMap<String, Long>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        var crc = new CRC32();
        crc.update(Files.readAllBytes(file));
        checksums.put(directory.relativize(file).toString(), crc.getValue());
      }
    }
    return checksums;
  }
}
