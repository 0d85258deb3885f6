package io.usagecollector.bench.forward;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The measured process: whole invocations of the forward function, round after round. */
public final class ForwardRounds {
  private final MeasuredFunction function = new MeasuredFunction();
  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final int records;

  private ForwardRounds(int records) {
    this.records = records;
  }

  private record Round(double cpuSeconds, double wallSeconds, double allocatedBytes) {}

  /**
   * Runs it.
   *
   * @param args records an invocation, warm-up rounds, measured rounds
   */
  public static void main(String[] args) throws IOException {
    int records = Integer.parseInt(args[0]);
    int warmups = Integer.parseInt(args[1]);
    int rounds = Integer.parseInt(args[2]);
    var bench = new ForwardRounds(records);
    for (int i = 0; i < warmups; i++) {
      bench.round(i);
    }
    var measured = new Round[rounds];
    try (var profile = new Profile()) {
      for (int i = 0; i < rounds; i++) {
        measured[i] = bench.round(warmups + i);
      }
      bench.print(measured);
      profile.print();
    }
  }

  private Round round(int number) throws IOException {
    byte[] event = Invocation.of(records, number);
    long cpu = system.getProcessCpuTime();
    long wall = System.nanoTime();
    long bytes = threads.getTotalThreadAllocatedBytes();
    function.invoke(event, "round-" + number);
    return new Round(
        (system.getProcessCpuTime() - cpu) / 1e9,
        (System.nanoTime() - wall) / 1e9,
        threads.getTotalThreadAllocatedBytes() - bytes);
  }

  private void print(Round[] rounds) {
    System.out.printf(
        "forward: %d records an invocation, %d rounds after warm-up; median (min to max)%n",
        records, rounds.length);
    // The clock of a process's CPU ticks in hundredths of a second, which a sum outlives.
    System.out.printf(
        "  %-26s %,12.0f%n",
        "events per CPU-second", records * rounds.length / sum(rounds, Round::cpuSeconds));
    line("the same by rounds", rounds, round -> records / round.cpuSeconds());
    line("events per second", rounds, round -> records / round.wallSeconds());
    line("bytes allocated per event", rounds, round -> round.allocatedBytes() / records);
  }

  private static double sum(Round[] rounds, ToDoubleFunction<Round> figure) {
    return Arrays.stream(rounds).mapToDouble(figure).sum();
  }

  private static void line(String name, Round[] rounds, ToDoubleFunction<Round> figure) {
    double[] sorted = Arrays.stream(rounds).mapToDouble(figure).sorted().toArray();
    System.out.printf(
        "  %-26s %,12.0f  (%,.0f to %,.0f)%n",
        name, median(sorted), sorted[0], sorted[sorted.length - 1]);
  }

  private static double median(double[] sorted) {
    return IntStream.of((sorted.length - 1) / 2, sorted.length / 2)
        .mapToDouble(i -> sorted[i])
        .average()
        .orElseThrow();
  }
}
