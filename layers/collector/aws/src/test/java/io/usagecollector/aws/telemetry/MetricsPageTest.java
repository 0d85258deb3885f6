package io.usagecollector.aws.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MetricsPageTest {
  private static final Path PAGE = Path.of("..", "..", "..", "docs", "metrics.md");

  /** A page that is missing or differs is written anew, and the test fails all the same. */
  @Test
  void thePageInTheDocsIsTheOneTheMetricsPrint() throws IOException {
    String printed = MetricsPage.print();
    String found = Files.exists(PAGE) ? Files.readString(PAGE) : "";
    if (!found.equals(printed)) {
      Files.writeString(PAGE, printed);
    }
    assertThat(found).as("docs/metrics.md: look at what changed, and commit it").isEqualTo(printed);
  }
}
