package io.usagecollector.ensure;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.testkit.lambda.InvocationContext;
import io.usagecollector.testkit.lambda.ServiceName;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The alarms look for the name that the template gives. */
class ServiceNameTest {
  private static final Path TEMPLATE = Path.of("..", "..", "template.yaml");

  @TempDir Path directory;
  private LocalParts parts;

  @BeforeEach
  void start() throws IOException {
    parts = new LocalParts(directory);
  }

  @AfterEach
  void stop() {
    parts.close();
  }

  @Test
  void metricsOfRequestsBearTheNameThatAlarmsLookFor() throws Exception {
    Caller caller = parts.caller();
    assertThat(ServiceName.printedBy(() -> caller.ensure("{\"auth_id\":\"a:b\"}")))
        .containsExactly(ServiceName.inTemplate(TEMPLATE, EnsureHandler.class));
  }

  @Test
  void metricsOfTheSweepBearTheNameThatAlarmsLookFor() throws Exception {
    SweepHandler sweep = parts.sweep();
    assertThat(
            ServiceName.printedBy(() ->
                sweep.handleRequest(
                    InputStream.nullInputStream(),
                    OutputStream.nullOutputStream(),
                    InvocationContext.of("request-1", 20_000))))
        .containsExactly(ServiceName.inTemplate(TEMPLATE, SweepHandler.class));
  }
}
