package io.usagecollector.local.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** This process and its children, as the system sees them. */
final class OwnProcess {
  private OwnProcess() {}

  /** Since the start of the command, in seconds, for a person. */
  static String age(Instant now) {
    Instant start =
        Optional.ofNullable(System.getProperty("usagecollector.started"))
            .map(Long::parseLong)
            .map(Instant::ofEpochSecond)
            .or(() -> ProcessHandle.current().info().startInstant())
            .orElse(now);
    return "%.1f s".formatted(Duration.between(start, now).toMillis() / 1000.0);
  }

  /** Resident memory of this process and its children, in MB, where /proc tells. */
  static Optional<Long> residentMegabytes() {
    if (!Files.isReadable(Path.of("/proc/self/status"))) {
      return Optional.empty();
    }
    var own = ProcessHandle.current();
    return Optional.of(
        Stream.concat(Stream.of(own), own.descendants()).mapToLong(OwnProcess::kilobytes).sum()
            / 1024);
  }

  private static long kilobytes(ProcessHandle process) {
    try (Stream<String> lines = Files.lines(Path.of("/proc", "" + process.pid(), "status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0; // It has just ended.
    }
  }
}
