package io.usagecollector.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.usagecollector.local.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command while it is watched from outside, and while everything around it misbehaves. */
class MonitoredRunIT {
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
  private static final Duration DEADLINE = Duration.ofMinutes(3);

  private final HttpClient client = HttpClient.newHttpClient();
  private final int port = FreePort.pick();

  @AfterEach
  void close() {
    client.close();
  }

  private Running start(String... arguments) throws IOException {
    var command = new ArrayList<>(List.of(PROJECT.resolve("scripts/run-local").toString()));
    command.addAll(List.of("--http-port", "" + port));
    command.addAll(List.of(arguments));
    return Running.start(new ProcessBuilder(command));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static void awaitEnd(Running running) throws InterruptedException {
    assertThat(running.process().waitFor(5, TimeUnit.MINUTES)).as(running.text()).isTrue();
  }

  @Test
  void probesAndMetricsAreServedWhileItRuns() throws Exception {
    try (var running = start("--count", "40")) {
      await().atMost(DEADLINE).until(() -> running.says(line -> line.contains("Ctrl-C")));
      assertThat(get("/ping").body()).isEqualTo("pong");
      assertThat(get("/ready").body()).isEqualTo("OK");
      String metrics = get("/metrics").body();
      assertThat(metrics)
          .containsPattern("(?m)^input_received\\{[^}]*path=\"root.input\"} (4\\d|[5-9]\\d)$")
          .containsPattern("(?m)^benthos_output_sent_total\\{[^}]*} (4\\d|[5-9]\\d)$")
          .contains("\nusage_collector_lag 0\n", "\nusage_collector_retry_queue_messages 0\n");
      assertThat(get("/stats").body()).contains("# TYPE output_sent counter");
    }
  }

  /** What functions print of their batches is known apart from the trigger that is asked. */
  @Test
  void batchesAndTheirLatenciesAreThoseThatForwardWasInvokedWith(@TempDir Path data)
      throws Exception {
    try (var running = start("--count", "400", "--data", data.toString())) {
      await().atMost(DEADLINE).until(() -> running.says(line -> line.contains("Ctrl-C")));
      String metrics = get("/metrics").body();
      long batches = invocations(data);
      assertThat(batches).isPositive();
      assertThat(values(metrics, "batch_created{").sum()).isEqualTo(batches);
      assertThat(values(metrics, "input_latency_ns_count{").sum()).isEqualTo(batches);
      assertThat(values(metrics, "input_latency_ns_sum{").sum()).isPositive();
      assertThat(values(metrics, "input_latency_ns{").boxed()).hasSize(3).isSorted();
      assertThat(get("/version").body())
          .matches("\\{\"version\":\"" + version() + "\", \"built\":\"20[-0-9T:]*Z\"}");
    }
  }

  private static LongStream values(String metrics, String start) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(start))
        .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)));
  }

  private static long invocations(Path data) throws IOException {
    long lines = 0;
    try (var logs = Files.newDirectoryStream(data.resolve("logs"), "forward-*.log")) {
      for (Path log : logs) {
        lines +=
            Files.readAllLines(log).stream()
                .filter(line -> line.contains("\"_aws\"") && line.contains("\"Received\":"))
                .count();
      }
    }
    return lines;
  }

  /** The project's, which is the first that its file names. */
  private static String version() throws IOException {
    String pom = Files.readString(PROJECT.resolve("pom.xml"));
    return pom.substring(pom.indexOf("<version>") + 9, pom.indexOf("</version>"));
  }

  @Test
  void aRunGoesOnWhereThePortIsTaken() throws Exception {
    try (var taken = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"));
        var running = start("--once", "--count", "20")) {
      awaitEnd(running);
      assertThat(running.everythingSaid())
          .contains("  metrics    none: port " + port + " is taken; --http-port N takes another")
          .anyMatch(line -> line.contains("The table balances"));
      assertThat(running.process().exitValue()).isZero();
      assertThat(taken.isClosed()).isFalse();
    }
  }

  @Test
  void chaosEndsInATableThatBalancesAndSaysItsSeed() throws Exception {
    try (var running = start("--once", "--count", "600", "--chaos", "20")) {
      awaitEnd(running);
      assertThat(running.everythingSaid())
          .contains("chaos by seed 20: everything misbehaves for a while, and then is calm")
          .anyMatch(line -> line.contains("The table balances: every record is billed"));
      assertThat(running.process().exitValue()).isZero();
    }
  }
}
