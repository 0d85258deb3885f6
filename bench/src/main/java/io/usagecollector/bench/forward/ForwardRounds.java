package io.usagecollector.bench.forward;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import io.usagecollector.forward.ForwardHandler;
import io.usagecollector.testkit.lambda.InvocationContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The measured process: whole invocations of the forward function, round after round. */
public final class ForwardRounds {
  private static final int PLENTY_OF_TIME_MILLIS = 120_000;

  private static final String ALL_ACCEPTED = "{\"batchItemFailures\":[]}";

  private final ForwardHandler handler = new ForwardHandler();
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
    var out = new ByteArrayOutputStream();
    long cpu = system.getProcessCpuTime();
    long wall = System.nanoTime();
    long bytes = threads.getTotalThreadAllocatedBytes();
    handler.handleRequest(
        new ByteArrayInputStream(event),
        out,
        InvocationContext.of("round-" + number, PLENTY_OF_TIME_MILLIS));
    var round =
        new Round(
            (system.getProcessCpuTime() - cpu) / 1e9,
            (System.nanoTime() - wall) / 1e9,
            threads.getTotalThreadAllocatedBytes() - bytes);
    requireAccepted(out.toString(StandardCharsets.UTF_8));
    return round;
  }

  private static void requireAccepted(String answer) {
    if (!answer.equals(ALL_ACCEPTED)) {
      throw new IllegalStateException("not every record was accepted: " + answer);
    }
  }

  private void print(Round[] rounds) {
    System.out.printf(
        "forward: %d records an invocation, %d rounds after warm-up; median (min to max)%n",
        records, rounds.length);
    line("events per CPU-second", rounds, round -> records / round.cpuSeconds());
    line("events per second", rounds, round -> records / round.wallSeconds());
    line("bytes allocated per event", rounds, round -> round.allocatedBytes() / records);
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
