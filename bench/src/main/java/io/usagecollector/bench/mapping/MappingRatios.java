package io.usagecollector.bench.mapping;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

/**
 * The engines of {@link MappingBenchmark} by turns in one process, by the CPU time of their one
 * thread: what else runs on the machine costs all of them alike, so the ratios hold where events a
 * second do not.
 */
public final class MappingRatios {
  private static final int WARMUPS = 40;
  private static final int ROUNDS = 60;
  private static final long TURN_NANOS = 50_000_000;
  private static final int BATCH = 100;

  /** What an engine does with one event. */
  private interface Engine {
    byte[] run() throws IOException;
  }

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final MappingBenchmark benchmark = new MappingBenchmark();
  private long bytesOut;

  private MappingRatios(Program program) throws Exception {
    benchmark.program = program;
    benchmark.compile();
  }

  /**
   * Runs it and prints a line of a table.
   *
   * @param args the name of a {@link Program}
   */
  public static void main(String[] args) throws Exception {
    var program = Program.valueOf(args[0].toUpperCase(Locale.ROOT));
    System.out.println(new MappingRatios(program).line(program));
  }

  private String line(Program program) throws IOException {
    double[] ours = new double[ROUNDS];
    double[] jackson = new double[ROUNDS];
    double[] jslt = new double[ROUNDS];
    for (int i = -WARMUPS; i < ROUNDS; i++) {
      int round = Math.max(i, 0);
      ours[round] = nanos(benchmark::bloblang);
      jackson[round] = nanos(benchmark::jacksonRoundTrip) / ours[round];
      jslt[round] = program.hasJslt() ? nanos(benchmark::jslt) / ours[round] : 0;
    }
    return "| %s | %,.0f | %,d | %s | %s |"
        .formatted(
            program.name().toLowerCase(Locale.ROOT),
            1e9 / percentile(ours, 50),
            allocated(),
            spread(jackson),
            program.hasJslt() ? spread(jslt) : "no such program");
  }

  /** CPU time of one event, by a turn of many. */
  private double nanos(Engine engine) throws IOException {
    long start = threads.getCurrentThreadCpuTime();
    long events = 0;
    long spent;
    do {
      for (int i = 0; i < BATCH; i++) {
        bytesOut += engine.run().length;
      }
      events += BATCH;
      spent = threads.getCurrentThreadCpuTime() - start;
    } while (spent < TURN_NANOS);
    return (double) spent / events;
  }

  private long allocated() {
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < BATCH * BATCH; i++) {
      bytesOut += benchmark.bloblang().length;
    }
    return (threads.getCurrentThreadAllocatedBytes() - before) / (BATCH * BATCH);
  }

  private static String spread(double[] ratios) {
    return "%.2f (%.2f to %.2f)"
        .formatted(percentile(ratios, 50), percentile(ratios, 10), percentile(ratios, 90));
  }

  private static double percentile(double[] values, int percent) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(values.length - 1) * percent / 100];
  }
}
