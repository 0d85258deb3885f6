package io.usagecollector.simulation.breaks;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.simulation.fault.Trouble;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/**
 * The product and the simulation once more, with one class of them broken: its source is taken as
 * it is today, put wrong, and compiled to stand before the others.
 */
final class BrokenBuild implements AutoCloseable {
  private static final List<Path> SOURCES =
      List.of(Path.of("src/main/java"), Path.of("../layers/collector/core/src/main/java"));

  private final URLClassLoader classes;

  private BrokenBuild(URLClassLoader classes) {
    this.classes = classes;
  }

  static BrokenBuild of(Break broken, Path work) throws IOException {
    Path relative = Path.of("io/usagecollector").resolve(broken.file());
    Path original =
        SOURCES.stream()
            .map(root -> root.resolve(relative))
            .filter(Files::exists)
            .findFirst()
            .orElseThrow();
    Path source = work.resolve("sources").resolve(relative);
    Files.createDirectories(source.getParent());
    Files.writeString(source, broken.applyTo(Files.readString(original)));
    Path compiled = Files.createDirectories(work.resolve("classes"));
    compile(source, compiled);
    List<URL> path = new ArrayList<>(List.of(compiled.toUri().toURL()));
    for (String entry : classPath().split(File.pathSeparator, -1)) {
      path.add(Path.of(entry).toUri().toURL());
    }
    return new BrokenBuild(
        new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader()));
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private static void compile(Path source, Path classes) {
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-nowarn",
                "-cp",
                classPath(),
                "-d",
                classes.toString(),
                source.toString());
    assertThat(status).as("the break still compiles").isZero();
  }

  /**
   * How a seed's world with one trouble ends there under one law: with what broke it, or nothing.
   */
  String failure(String law, Trouble trouble, long seed) throws ReflectiveOperationException {
    return (String)
        classes
            .loadClass("io.usagecollector.simulation.Trial")
            .getMethod("failure", String.class, long.class, String.class)
            .invoke(null, law, seed, trouble.name());
  }

  @Override
  public void close() throws IOException {
    classes.close();
  }
}
