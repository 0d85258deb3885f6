package io.usagecollector.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.usagecollector.local.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command where the functions make the customers. */
class EnsuredRunIT {
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
  private static final Duration DEADLINE = Duration.ofMinutes(3);

  private static Running start(String... arguments) throws IOException {
    var command = new ArrayList<>(List.of(PROJECT.resolve("scripts/run-local").toString()));
    command.addAll(List.of("--ensure", "--http-port", "" + FreePort.pick()));
    command.addAll(List.of(arguments));
    return Running.start(new ProcessBuilder(command).redirectErrorStream(true));
  }

  private static void awaitEnd(Running running) throws InterruptedException {
    assertThat(running.process().waitFor(5, TimeUnit.MINUTES)).as(running.text()).isTrue();
  }

  @Test
  void theCustomersOfTheSampleAreThereOnceAndTheTableBalances() throws Exception {
    try (var running = start("--once", "--count", "60")) {
      awaitEnd(running);
      assertThat(running.everythingSaid())
          .contains("customers billed 5   there 5   with one running subscription 5")
          .anyMatch(line -> line.matches("received .* lag 0  customers 5  subscriptions 5"))
          .contains("The table balances: every record is billed, filtered or explained.");
      assertThat(running.process().exitValue()).isZero();
    }
  }

  private static HttpResponse<String> ensure(HttpClient client, String url, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(url + "/ensure"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  @Test
  void whoeverIsBilledIsKnownToTheFunctionThatIsServed(@TempDir Path folder) throws Exception {
    Path events =
        Files.writeString(
            folder.resolve("events.jsonl"),
            "{\"call_id\":\"call_1\",\"customer_id\":\"my_app:my_user\",\"duration_seconds\":7,"
                + "\"model\":\"gpt-4\",\"timestamp\":\"2025-12-01T10:30:00Z\"}");
    int port = FreePort.pick();
    String url = "http://127.0.0.1:" + port;
    try (var running = start("--events", events.toString(), "--ensure-port", "" + port);
        var client = HttpClient.newHttpClient()) {
      await().atMost(DEADLINE).until(() -> running.says(line -> line.contains("Ctrl-C")));
      assertThat(running.output())
          .contains("             scripts/ensure --url " + url + " --auth-id my_app:my_user");
      HttpResponse<String> known = ensure(client, url, "{\"auth_id\":\"my_app:my_user\"}");
      assertThat(known.statusCode()).as(known.body()).isEqualTo(200);
      assertThat(known.body())
          .startsWith("{\"customerKey\":\"my_app:my_user\",")
          .contains("\"created\":{\"customer\":false,\"subscription\":false}");
      HttpResponse<String> bad = ensure(client, url, "{\"auth_id\":\"nobody\"}");
      assertThat(bad.statusCode()).as(bad.body()).isEqualTo(400);
      running.terminate();
      awaitEnd(running);
      assertThat(running.everythingSaid())
          .contains("customers billed 1   there 1   with one running subscription 1");
    }
  }
}
