package io.usagecollector.bench.forward;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A fresh process: invokes the function with events that another process has written, so that only
 * what the function needs is loaded and compiled. After each invocation it prints how many events
 * there were, the CPU the whole process has used since its start, and the time its compilers have
 * worked, in milliseconds.
 */
public final class ColdRounds {
  static final String LINE = "cold ";

  private ColdRounds() {}

  /**
   * Runs it.
   *
   * @param args records an invocation, then files of one invocation's event each
   */
  public static void main(String[] args) throws IOException {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    var compilers = ManagementFactory.getCompilationMXBean();
    int records = Integer.parseInt(args[0]);
    var function = new MeasuredFunction();
    for (int i = 1; i < args.length; i++) {
      function.invoke(Files.readAllBytes(Path.of(args[i])), "cold-" + i);
      System.out.println(
          LINE
              + (i * records)
              + " "
              + system.getProcessCpuTime() / 1_000_000
              + " "
              + compilers.getTotalCompilationTime());
    }
  }
}
