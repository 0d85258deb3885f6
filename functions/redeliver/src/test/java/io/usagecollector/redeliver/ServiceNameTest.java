package io.usagecollector.redeliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.testkit.lambda.ServiceName;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The alarms look for the name that the template gives. */
class ServiceNameTest {
  private static final Path TEMPLATE = Path.of("..", "..", "template.yaml");

  @TempDir Path directory;

  @Test
  void metricsBearTheNameThatAlarmsLookFor() throws Exception {
    byte[] event = Files.readAllBytes(LocalParts.ROOT.resolve("events/sqs/no-letter.json"));
    try (LocalParts parts = new LocalParts(directory)) {
      RedeliverHandler handler = parts.handler();
      assertThat(ServiceName.printedBy(() -> Trigger.invoke(handler, event)))
          .containsExactly(ServiceName.inTemplate(TEMPLATE, RedeliverHandler.class));
    }
  }
}
