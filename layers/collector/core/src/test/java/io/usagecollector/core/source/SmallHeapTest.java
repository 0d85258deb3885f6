package io.usagecollector.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A batch passes in a small heap, however much its records unpack to. */
class SmallHeapTest {
  /** What the process printed, its status at the end. */
  private static String run(int bulkBytes) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                SmallHeap.class.getName(),
                Integer.toString(bulkBytes))
            .redirectErrorStream(true)
            .start();
    try {
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
      return printed + "status " + process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void sixHundredRecordsThatUnpackToNineHundredKilobytesPassIn256Megabytes() throws Exception {
    assertThat(run(4_000_000)).endsWith("status 0");
  }

  /**
   * Else the heap would be large enough to hold all of them, and the test above would show nothing.
   */
  @Test
  void whereAllOfThemAreHeldAtOnceTheSameHeapIsTooSmall() throws Exception {
    assertThat(run(Integer.MAX_VALUE)).contains("OutOfMemoryError");
  }
}
