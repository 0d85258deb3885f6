package io.usagecollector.local.lambda;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The probe handler as a function zip and two layer zips, laid out like those that are deployed.
 */
final class ProbePackage {
  static final String HANDLER = ProbeHandler.class.getName();

  private ProbePackage() {}

  static FunctionSettings unpack(Path directory, Duration timeout) throws IOException {
    Path function = zip(directory.resolve("function.zip"), Map.of(classFile(), classBytes()));
    Path first = zip(directory.resolve("first.zip"), Map.of("java/lib/b.jar", jar("b.txt")));
    Path second = zip(directory.resolve("second.zip"), Map.of("java/lib/a.jar", jar("a.txt")));
    Path task = FunctionPackage.unpack(function, List.of(first, second), directory.resolve("task"));
    return new FunctionSettings(
        "probe", HANDLER, task, directory, 256, timeout, Map.of("GREETING", "hello"));
  }

  static Path zip(Path file, Map<String, byte[]> entries) throws IOException {
    Files.write(file, zipped(entries));
    return file;
  }

  private static byte[] jar(String content) throws IOException {
    return zipped(Map.of(content, new byte[] {1}));
  }

  private static byte[] zipped(Map<String, byte[]> entries) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var entry : new LinkedHashMap<>(entries).entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static String classFile() {
    return HANDLER.replace('.', '/') + ".class";
  }

  private static byte[] classBytes() throws IOException {
    try (var in = ProbeHandler.class.getResourceAsStream("ProbeHandler.class")) {
      return in.readAllBytes();
    }
  }
}
