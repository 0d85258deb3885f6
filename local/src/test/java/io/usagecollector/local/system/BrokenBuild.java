package io.usagecollector.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.local.lambda.FunctionPackage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;

/**
 * A jar with classes of the product that are broken on purpose, to stand first on the function's
 * class path. The sources lie in {@code src/test/breaks}, outside of the tests' own class path, and
 * are compiled against the very jars that are deployed.
 */
final class BrokenBuild {
  private static final Path SOURCES = Path.of("src/test/breaks");

  private BrokenBuild() {}

  static Path jar(String name, ProjectZips zips, Path work) throws IOException {
    Path jars = FunctionPackage.unpack(zips.forward(), zips.layers(), work.resolve("product"));
    Path classes = Files.createDirectories(work.resolve("classes"));
    compile(files(SOURCES.resolve(name), ".java"), files(jars.resolve("lib"), ".jar"), classes);
    return pack(classes, work.resolve(name + ".jar"));
  }

  private static void compile(List<Path> sources, List<Path> jars, Path classes) {
    String classPath =
        jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    var arguments =
        new ArrayList<>(List.of("-proc:none", "-cp", classPath, "-d", classes.toString()));
    sources.forEach(source -> arguments.add(source.toString()));
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(status).as("the break still compiles against the product").isZero();
  }

  private static Path pack(Path classes, Path jar) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (Path file : files(classes, ".class")) {
        zip.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
        zip.write(Files.readAllBytes(file));
        zip.closeEntry();
      }
    }
    return jar;
  }

  private static List<Path> files(Path directory, String suffix) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    }
  }
}
