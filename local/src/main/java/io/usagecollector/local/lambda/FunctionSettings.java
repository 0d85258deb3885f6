package io.usagecollector.local.lambda;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A function as its template sets it.
 *
 * @param name its name, as in its log files
 * @param handler the class that implements {@code RequestStreamHandler}
 * @param directory where its package is unpacked: classes at the root, jars in {@code lib}
 * @param logs where its output goes, a file an instance
 * @param memoryMegabytes as in the template; the heap gets the share of it that AWS gives
 * @param timeout after which an invocation is killed
 * @param environment the template's variables, and no others of this machine
 */
public record FunctionSettings(
    String name,
    String handler,
    Path directory,
    Path logs,
    int memoryMegabytes,
    Duration timeout,
    Map<String, String> environment) {
  /** The managed runtime's share: what the JVM needs besides the heap stays free. */
  private static final double HEAP_SHARE = 0.85;

  public FunctionSettings {
    if (memoryMegabytes < 128 || memoryMegabytes > 10_240) {
      throw new IllegalArgumentException("memory is 128 to 10240 MB, not " + memoryMegabytes);
    }
    if (timeout.compareTo(Duration.ofMinutes(15)) > 0 || !timeout.isPositive()) {
      throw new IllegalArgumentException("a timeout is up to 900 s, not " + timeout);
    }
    environment = Map.copyOf(environment);
  }

  int heapMegabytes() {
    return (int) (memoryMegabytes * HEAP_SHARE);
  }
}
