package io.usagecollector.bench.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Prints how long the mapping takes to compile, warm and cold, each with how it was measured. */
public final class CompileReport {
  private CompileReport() {}

  /**
   * Runs it.
   *
   * @param args how many processes of each kind to start
   */
  public static void main(String[] args) throws Exception {
    System.out.printf("compile: %d lines%n", HundredLines.text().lines().count());
    System.out.println(warm());
    cold(Integer.parseInt(args[0])).forEach(System.out::println);
  }

  private static String warm() throws RunnerException {
    var options =
        new OptionsBuilder()
            .include(WarmCompile.class.getName())
            .verbosity(VerboseMode.SILENT)
            .build();
    RunResult result = new Runner(options).runSingle();
    var samples = result.getPrimaryResult().getStatistics();
    return "  warm                     compile %,.2f (%,.2f to %,.2f) ms  (median, 10th to 90th percentile; JMH, %,d calls)"
        .formatted(
            samples.getPercentile(50),
            samples.getPercentile(10),
            samples.getPercentile(90),
            samples.getN());
  }

  /** The kinds take turns, so that a busy moment of the machine meets all of them. */
  static List<String> cold(int starts) throws IOException, InterruptedException {
    var directory = Files.createTempDirectory("compile");
    var cache = directory.resolve("compile.aot");
    try {
      var kinds = List.of(FreshJvm.deployed(), FreshJvm.withAotCache(cache));
      List<List<FreshJvm.Start>> measured = List.of(new ArrayList<>(), new ArrayList<>());
      for (int i = 0; i < starts; i++) {
        for (int kind = 0; kind < kinds.size(); kind++) {
          measured.get(kind).add(kinds.get(kind).start());
        }
      }
      return List.of(line(kinds.get(0), measured.get(0)), line(kinds.get(1), measured.get(1)));
    } finally {
      Files.deleteIfExists(cache);
      Files.delete(directory);
    }
  }

  private static String line(FreshJvm kind, List<FreshJvm.Start> starts) {
    return "  cold, %-18s compile %s ms, whole process %s ms  (median, min to max; %d JVMs)"
        .formatted(
            kind.name(),
            spread(starts, FreshJvm.Start::compileMillis),
            spread(starts, FreshJvm.Start::processMillis),
            starts.size());
  }

  private static String spread(
      List<FreshJvm.Start> starts, ToDoubleFunction<FreshJvm.Start> figure) {
    double[] sorted = starts.stream().mapToDouble(figure).sorted().toArray();
    return "%,.0f (%,.0f to %,.0f)"
        .formatted(sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
  }
}
