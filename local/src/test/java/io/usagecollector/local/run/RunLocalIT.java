package io.usagecollector.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command itself, as a newcomer types it. */
class RunLocalIT {
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

  @TempDir Path directory;

  private record Run(int status, List<String> output) {
    String text() {
      return String.join("\n", output);
    }

    /** The rows of the final table. */
    List<String> table() {
      return output.stream().filter(line -> line.matches(" +(vapi_cust_\\d+|total) .*")).toList();
    }
  }

  private static Run runLocal(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(PROJECT.resolve("scripts/run-local").toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> output = process.inputReader().lines().toList();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return new Run(process.exitValue(), output);
  }

  @Test
  void aReplayAddsNothingToTheBill() throws Exception {
    String data = directory.toString();
    Run first = runLocal("--once", "--count", "5000", "--data", data);
    assertThat(first.status()).as(first.text()).isZero();
    assertThat(first.text()).contains("produced 5,000 events", "The table balances");
    assertThat(first.text()).as("piped output has no control codes").doesNotContain("\u001b");
    assertThat(first.table()).hasSize(11);

    Run again = runLocal("--once", "--replay", "--data", data);
    assertThat(again.status()).as(again.text()).isZero();
    assertThat(again.text()).contains("replaying the topic's 5,000 records");
    assertThat(again.table()).isEqualTo(first.table());
  }

  @Test
  void theHandlerRunsInTheToolsOwnJvmToo() throws Exception {
    Run run = runLocal("--once", "--count", "200", "--in-process");
    assertThat(run.status()).as(run.text()).isZero();
    assertThat(run.text()).contains("accepted 200", "The table balances");
  }
}
