package io.usagecollector.bench.compile;

import com.fasterxml.jackson.core.JsonFactory;
import com.google.re2j.Pattern;
import io.usagecollector.bloblang.Bloblang;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Starts {@link ColdCompile} in processes of its own, each with the options of Lambda's java25: C1
 * and the serial collector.
 *
 * @param name what the report calls it
 * @param options further options of the JVM
 */
record FreshJvm(String name, List<String> options) {
  private static final List<String> LAMBDA = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  /**
   * A start.
   *
   * @param compileMillis from the call of {@code compile} to its return
   * @param processMillis from the start of the process to its end
   */
  record Start(double compileMillis, double processMillis) {}

  /** As the functions are deployed: with the class data archive that the JDK brings. */
  static FreshJvm deployed() {
    return new FreshJvm("as deployed", List.of());
  }

  /** With an AOT cache that one training run writes to a file. */
  static FreshJvm withAotCache(Path cache) throws IOException, InterruptedException {
    new FreshJvm("that writes the AOT cache", List.of("-XX:AOTCacheOutput=" + cache)).start();
    return new FreshJvm("with an AOT cache", List.of("-XX:AOTCache=" + cache, "-XX:AOTMode=on"));
  }

  Start start() throws IOException, InterruptedException {
    long start = System.nanoTime();
    var process = java().start();
    String printed;
    try (var out = process.inputReader(StandardCharsets.UTF_8)) {
      printed = out.readLine();
    }
    if (process.waitFor() != 0 || printed == null) {
      throw new IllegalStateException("the JVM " + name + " ended with " + process.exitValue());
    }
    return new Start(Long.parseLong(printed) / 1e6, (System.nanoTime() - start) / 1e6);
  }

  private ProcessBuilder java() {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(LAMBDA);
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(), ColdCompile.class.getName()));
    // The writing of a cache tells its progress there; the exit code says whether it worked.
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
  }

  /** What a user of the library has on it: this, the library, and what that needs. */
  private static String classPath() {
    return Stream.of(ColdCompile.class, Bloblang.class, Pattern.class, JsonFactory.class)
        .map(type -> Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath()))
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }
}
