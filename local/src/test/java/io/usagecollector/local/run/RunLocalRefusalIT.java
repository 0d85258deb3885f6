package io.usagecollector.local.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be meant is refused with status 2 and a sentence, before anything starts. */
class RunLocalRefusalIT {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private int run(String... arguments) {
    var terminal = new Screen(new PrintStream(out, true, UTF_8), false, false);
    return RunLocal.execute(new RunLocal(Map.of(), terminal, Path.of("..")), arguments);
  }

  private String said() {
    return out.toString(UTF_8);
  }

  @Test
  void aReplayNeedsKeptData() {
    assertThat(run("--replay")).isEqualTo(2);
    assertThat(said()).contains("--data DIR");
  }

  @Test
  void provisioningIsForARealServer() {
    assertThat(run("--provision")).isEqualTo(2);
    assertThat(said()).contains("--flexprice URL");
  }

  @Test
  void aRealServerNeedsAKey(@TempDir Path directory) {
    assertThat(run("--flexprice", "https://flexprice.test", "--data", directory.toString()))
        .isEqualTo(2);
    assertThat(said()).contains("set FLEXPRICE_API_KEY");
  }

  @Test
  void anEventsFileMustBeThere(@TempDir Path directory) {
    assertThat(run("--events", directory.resolve("none.jsonl").toString())).isEqualTo(2);
    assertThat(said()).contains("none.jsonl");
  }

  @Test
  void anUnknownOptionIsNamed() {
    assertThat(run("--no-such-option")).isEqualTo(2);
  }

  @Test
  void aConfigurationWithATypoIsRefusedWithItsPlace(@TempDir Path directory) throws IOException {
    Path config = directory.resolve("mine.yaml");
    Files.writeString(config, "pipelin:\n  processors: []\n");
    assertThat(run("--config", config.toString(), "--data", directory.toString())).isEqualTo(2);
    assertThat(said()).contains("mine.yaml:1:1");
  }
}
