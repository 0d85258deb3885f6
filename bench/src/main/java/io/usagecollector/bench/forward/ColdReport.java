package io.usagecollector.bench.forward;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Prints what a fresh process needs for its first events: its start and its compilers included. */
final class ColdReport {
  private static final int RECORDS = 10_000;
  private static final int INVOCATIONS = 20;
  private static final List<Integer> TOLD_AFTER = List.of(1, 5, 10, INVOCATIONS);

  private ColdReport() {}

  /**
   * How a process is started.
   *
   * @param name what the report calls it
   * @param options of its JVM
   */
  private record Kind(String name, List<String> options) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("C1 alone, as Lambda's runtime starts it", List.of("-XX:TieredStopAtLevel=1")),
          new Kind("C1 and C2, the JVM's own default", List.of()));

  /**
   * How far a process is.
   *
   * @param cpuMillis of the whole process since its start
   * @param compilingMillis that its compilers have worked
   */
  private record Stage(long events, long cpuMillis, long compilingMillis) {}

  static int print(Map<String, String> environment, int starts)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("cold");
    try {
      List<String> args = new ArrayList<>(List.of(Integer.toString(RECORDS)));
      for (int i = 0; i < INVOCATIONS; i++) {
        args.add(Files.write(folder.resolve(i + ".json"), Invocation.of(RECORDS, i)).toString());
      }
      List<List<List<Stage>>> processes = KINDS.stream().map(kind -> newList()).toList();
      for (int i = 0; i < starts; i++) {
        for (int kind = 0; kind < KINDS.size(); kind++) {
          processes.get(kind).add(stages(KINDS.get(kind), environment, args));
        }
      }
      tell(processes);
      return 0;
    } finally {
      delete(folder);
    }
  }

  private static List<List<Stage>> newList() {
    return new ArrayList<>();
  }

  private static List<Stage> stages(Kind kind, Map<String, String> environment, List<String> args)
      throws IOException, InterruptedException {
    var java = ForwardBenchmark.java(kind.options(), ColdRounds.class.getName(), args);
    java.environment().putAll(environment);
    var process = java.start();
    List<Stage> stages;
    try (var out = process.inputReader(StandardCharsets.UTF_8)) {
      stages =
          out.lines()
              .filter(line -> line.startsWith(ColdRounds.LINE))
              .map(line -> line.substring(ColdRounds.LINE.length()).split(" "))
              .map(words ->
                  new Stage(
                      Long.parseLong(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2])))
              .toList();
    }
    if (process.waitFor() != 0 || stages.size() != INVOCATIONS) {
      throw new IllegalStateException("a process ended with " + process.exitValue());
    }
    return stages;
  }

  private static void tell(List<List<List<Stage>>> kinds) {
    System.out.printf(
        "forward --cold: %d fresh processes of each kind, %,d records an invocation; median (min to"
            + " max)%n",
        kinds.getFirst().size(), RECORDS);
    for (int kind = 0; kind < KINDS.size(); kind++) {
      System.out.printf("  %s%n", KINDS.get(kind).name());
      for (int after : TOLD_AFTER) {
        print(kinds.get(kind).stream().map(process -> process.get(after - 1)).toList());
      }
    }
  }

  private static void print(List<Stage> stages) {
    System.out.printf(
        "    first %,7d events   %s per CPU-second; CPU-seconds %s, of compilers %s%n",
        stages.getFirst().events(),
        spread(stages, stage -> 1000 * stage.events() / Math.max(1, stage.cpuMillis()), 1, 0),
        spread(stages, Stage::cpuMillis, 1000, 1),
        spread(stages, Stage::compilingMillis, 1000, 1));
  }

  private static String spread(
      List<Stage> stages, ToLongFunction<Stage> figure, int divisor, int digits) {
    long[] sorted = stages.stream().mapToLong(figure).sorted().toArray();
    String number = "%,." + digits + "f";
    return (number + " (" + number + " to " + number + ")")
        .formatted(
            (double) sorted[sorted.length / 2] / divisor,
            (double) sorted[0] / divisor,
            (double) sorted[sorted.length - 1] / divisor);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
