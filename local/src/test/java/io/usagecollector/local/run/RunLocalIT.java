package io.usagecollector.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.usagecollector.local.FreePort;
import io.usagecollector.testkit.flexprice.FlexpriceStandIn;
import io.usagecollector.testkit.flexprice.StandInOptions;
import io.usagecollector.testkit.flexprice.access.ApiKey;
import io.usagecollector.testkit.flexprice.access.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command itself, as a newcomer types it. */
class RunLocalIT {
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

  private static final Duration DEADLINE = Duration.ofMinutes(3);

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

  private static ProcessBuilder command(String... arguments) {
    var command = new ArrayList<>(List.of(PROJECT.resolve("scripts/run-local").toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true);
  }

  private static Run run(ProcessBuilder command) throws IOException, InterruptedException {
    try (var running = Running.start(command)) {
      assertThat(running.process().waitFor(5, TimeUnit.MINUTES)).as(running.text()).isTrue();
      return new Run(running.process().exitValue(), running.everythingSaid());
    }
  }

  private static Run runLocal(String... arguments) throws IOException, InterruptedException {
    return run(command(arguments));
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

  /**
   * It counts events some time after it has taken them, and has billed for the first run before.
   */
  @Test
  void aServerWithAPastIsProvisionedOverItsPublicApiAndSentTo() throws Exception {
    var delay = Duration.ofSeconds(3);
    try (var server =
        FlexpriceStandIn.start(new StandInOptions().plainHttp().processingDelay(delay))) {
      for (int run = 1; run <= 2; run++) {
        Run sent = runAgainst(server);
        assertThat(sent.status()).as(sent.text()).isZero();
        assertThat(sent.text()).doesNotContain(server.apiKey());
        assertThat(server.requests().events()).isGreaterThanOrEqualTo(run * 50L);
      }
    }
  }

  private static Run runAgainst(FlexpriceStandIn server) throws Exception {
    ProcessBuilder command =
        command("--once", "--count", "50", "--flexprice", server.url().toString(), "--provision");
    command.environment().put("FLEXPRICE_API_KEY", server.apiKey());
    return run(command);
  }

  /** A stop by SIGTERM: a job in the background is started with SIGINT ignored. */
  @Test
  void itKeepsRunningTakesEventsAndStopsCleanly() throws Exception {
    try (var running = Running.start(command("--count", "20"))) {
      await().atMost(DEADLINE).until(() -> running.says(l -> l.contains("Ctrl-C")));
      Run sent = send(running, NEW_CUSTOMER);
      assertThat(sent.text()).contains("sent 1 events");
      await()
          .atMost(DEADLINE)
          .until(() -> running.says(l -> l.matches("received (2[1-9]|[3-9]\\d) .* lag 0")));
      List<ProcessHandle> children = running.process().descendants().toList();
      running.terminate();
      assertThat(running.process().waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(running.everythingSaid()).anyMatch(line -> line.contains("records 21 "));
      assertThat(children).isNotEmpty().noneMatch(ProcessHandle::isAlive);
    }
  }

  @Test
  void aServiceThatIsAwayAtTheStartAndLaterIsWaitedForAndEverythingIsBilled() throws Exception {
    int port = FreePort.pick();
    try (var running = Running.start(against(port, "--count", "20"))) {
      await().atMost(DEADLINE).until(() -> running.says(l -> l.startsWith("billing is away")));
      try (var server = server(port)) {
        await().atMost(DEADLINE).until(() -> running.says(l -> l.contains("Ctrl-C")));
        assertThat(running.says(l -> l.startsWith("billing is back after"))).isTrue();
        assertThat(server.requests().events()).isGreaterThanOrEqualTo(20);
      }
      send(running, NEW_CUSTOMER);
      await().atMost(DEADLINE).until(() -> count(running, "billing is away") == 2);
      try (var server = server(port)) {
        await().atMost(DEADLINE).until(() -> count(running, "billing is back after") == 2);
        await().atMost(DEADLINE).until(() -> server.requests().events() >= 1);
        await()
            .atMost(DEADLINE)
            .until(() -> running.output().getLast().matches("received .* lag 0"));
        running.terminate();
        assertThat(running.process().waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(running.everythingSaid())
            .anyMatch(line -> line.contains("records 21 "))
            .anyMatch(line -> line.contains("The table balances"));
      }
    }
  }

  @Test
  void withOnceAServiceThatStaysAwayEndsItWithASentence() throws Exception {
    Run run = run(against(FreePort.pick(), "--once", "--count", "20", "--patience", "2"));
    assertThat(run.status()).as(run.text()).isEqualTo(1);
    assertThat(run.text()).contains("billing is away", "billing was away for 2 s: giving up");
  }

  private static final String KEY = "sk_01LOCAL";

  private static final String NEW_CUSTOMER =
      "{\"call_id\":\"call_new\",\"customer_id\":\"vapi_cust_999\",\"duration_seconds\":7,"
          + "\"model\":\"gpt-4\",\"timestamp\":\"2025-12-01T10:30:00Z\"}";

  /** What it stored is there again after each of its pauses. */
  private FlexpriceStandIn server(int port) {
    return FlexpriceStandIn.start(
        new StandInOptions()
            .plainHttp()
            .port(port)
            .key(ApiKey.of(KEY, Role.SUPER_ADMIN))
            .data(directory));
  }

  private static ProcessBuilder against(int port, String... arguments) {
    var all = new ArrayList<>(List.of("--flexprice", "http://127.0.0.1:" + port, "--provision"));
    all.addAll(List.of(arguments));
    ProcessBuilder command = command(all.toArray(String[]::new));
    command.environment().put("FLEXPRICE_API_KEY", KEY);
    return command;
  }

  private static long count(Running running, String start) {
    return running.output().stream().filter(line -> line.startsWith(start)).count();
  }

  private static Run send(Running running, String event) throws Exception {
    String example =
        running.output().stream()
            .filter(l -> l.contains("run-local send"))
            .findFirst()
            .orElseThrow();
    String send = "echo '" + event + "'" + example.substring(example.indexOf(" | "));
    return run(new ProcessBuilder("sh", "-c", send).directory(PROJECT.toFile()));
  }
}
