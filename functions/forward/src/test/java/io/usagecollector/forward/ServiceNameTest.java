package io.usagecollector.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.testkit.lambda.InvocationContext;
import io.usagecollector.testkit.lambda.ServiceName;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
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
    byte[] event = Files.readAllBytes(LocalParts.ROOT.resolve("events/msk-not-json.json"));
    try (LocalParts parts = new LocalParts(directory)) {
      ForwardHandler handler = parts.handler();
      assertThat(
              ServiceName.printedBy(() ->
                  handler.handleRequest(
                      new ByteArrayInputStream(event),
                      new ByteArrayOutputStream(),
                      InvocationContext.of("request-1", 20_000))))
          .containsExactly(ServiceName.inTemplate(TEMPLATE, ForwardHandler.class));
    }
  }
}
