package io.usagecollector.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.testkit.lambda.ServiceName;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The alarms look for the name that the template gives. */
class ServiceNameTest {
  private static final Path TEMPLATE = Path.of("..", "..", "template.yaml");

  @Test
  void metricsBearTheNameThatAlarmsLookFor() throws Exception {
    assertThat(ServiceName.printedBy(() -> new LocalParts().run()))
        .containsExactly(ServiceName.inTemplate(TEMPLATE, ArchiveHandler.class));
  }
}
