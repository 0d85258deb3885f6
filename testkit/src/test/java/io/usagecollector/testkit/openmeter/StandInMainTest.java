package io.usagecollector.testkit.openmeter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.testkit.client.HttpCalls;
import io.usagecollector.testkit.openmeter.client.OpenMeterAccess;
import io.usagecollector.testkit.openmeter.contract.StandInOnly;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

@StandInOnly("starts the stand-in as a process")
class StandInMainTest {
  @Test
  void itSaysWhereItListensAndEndsWithItsInput() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                StandInMain.class.getName(),
                "--plain",
                "--token",
                "spat_given")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      Map<String, String> said = readUntilReady(process);
      assertThat(said).containsEntry("token", "spat_given").doesNotContainKey("trust-store");
      URI konnect = URI.create(said.get("url") + "/v3/openmeter");
      OpenMeterAccess access = new OpenMeterAccess(konnect, Optional.of(said.get("token")));
      try (HttpCalls calls = access.calls(SSLContext.getDefault())) {
        assertThat(calls.get("/plans").status()).isEqualTo(200);
      }
      process.getOutputStream().close();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void anUnknownOptionIsNamed() {
    assertThatThrownBy(() -> StandInMain.options(List.of("--fast")))
        .hasMessage("unknown option --fast");
    assertThatThrownBy(() -> StandInMain.options(List.of("--port")))
        .hasMessage("--port needs a value");
  }

  private static Map<String, String> readUntilReady(Process process) throws IOException {
    Map<String, String> said = new HashMap<>();
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    for (String line = lines.readLine();
        line != null && !line.equals("ready");
        line = lines.readLine()) {
      String[] parts = line.split("=", 2);
      said.put(parts[0], parts[1]);
    }
    return said;
  }
}
