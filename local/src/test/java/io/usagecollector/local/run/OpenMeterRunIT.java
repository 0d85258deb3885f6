package io.usagecollector.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.local.FreePort;
import io.usagecollector.local.kafka.SampleEvents;
import io.usagecollector.testkit.openmeter.OpenMeterOptions;
import io.usagecollector.testkit.openmeter.OpenMeterStandIn;
import io.usagecollector.testkit.openmeter.client.OpenMeterAccess;
import io.usagecollector.testkit.store.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command with OpenMeter as the billing service; what OpenMeter has is asked of OpenMeter. */
class OpenMeterRunIT {
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
  private static final int CALLS = 150;

  @TempDir Path directory;

  private List<String> run(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(PROJECT.resolve("scripts/run-local").toString()));
    command.addAll(List.of("--sink", "openmeter", "--once", "--data", data().toString()));
    command.addAll(List.of("--http-port", "" + FreePort.pick()));
    command.addAll(List.of(arguments));
    try (var running = Running.start(new ProcessBuilder(command).redirectErrorStream(true))) {
      assertThat(running.process().waitFor(5, TimeUnit.MINUTES)).as(running.text()).isTrue();
      assertThat(running.process().exitValue()).as(running.text()).isZero();
      return running.everythingSaid();
    }
  }

  private Path data() {
    return directory.resolve("data");
  }

  /** What the stand-in kept, by the names of its meters' aggregations and properties. */
  private Map<String, Map<String, Double>> totals() throws IOException {
    var totals = new TreeMap<String, Map<String, Double>>();
    try (var kept =
        OpenMeterStandIn.start(new OpenMeterOptions().data(data().resolve("openmeter")))) {
      var access = OpenMeterAccess.selfHosted(kept.url(), Optional.of(kept.token()));
      try (var calls = access.calls(kept.clientTls())) {
        calls
            .send("GET", "/meters", new byte[0], calls.headers())
            .expect(200, "the meters")
            .path("data")
            .forEach(meter ->
                totals.put(
                    meter.path("aggregation").asText() + meter.path("value_property").asText(),
                    kept.books().totals(meter.path("key").asText())));
      }
      assertThat(kept.books().customers())
          .extracting(customer -> customer.key())
          .containsExactlyInAnyOrderElementsOf(SampleEvents.CUSTOMERS);
    }
    return totals;
  }

  /** By customer, of the calls as they are made. */
  private static Map<String, Map<String, Double>> due(List<String> calls) throws IOException {
    var events = new TreeMap<String, Double>();
    var seconds = new TreeMap<String, Double>();
    for (String call : calls) {
      var json = Json.MAPPER.readTree(call);
      String customer = json.path("customer_id").asText();
      events.merge(customer, 1.0, Double::sum);
      seconds.merge(customer, json.path("duration_seconds").asDouble(), Double::sum);
    }
    return Map.of("count", events, "sum$.duration_seconds", seconds);
  }

  private static List<String> calls() {
    return new SampleEvents("any", 1)
        .from(0, CALLS)
        .map(record -> new String(record.value(), StandardCharsets.UTF_8))
        .toList();
  }

  @Test
  void theSampleCallsAreMeteredAndTheTableBalancesAlsoAfterAReplay() throws Exception {
    List<String> first = run("--count", "" + CALLS);
    assertThat(first)
        .anyMatch(line -> line.matches("  OpenMeter  https://127\\.0\\.0\\.1:\\d+"))
        .contains("The table balances: every record is billed, filtered or explained.");
    assertThat(totals()).isEqualTo(due(calls()));

    assertThat(run("--replay"))
        .contains("replaying the topic's " + CALLS + " records")
        .contains("The table balances: every record is billed, filtered or explained.");
    assertThat(totals()).isEqualTo(due(calls()));
  }

  /** A call that was produced twice has the same source and id in both its records. */
  @Test
  void aCallThatWasProducedTwiceIsMeteredOnce() throws Exception {
    var twice = new ArrayList<>(calls());
    twice.addAll(calls().subList(0, 40));
    Path events = Files.write(directory.resolve("calls.jsonl"), twice);
    assertThat(run("--events", events.toString()))
        .contains("produced 190 events")
        .contains("The table balances: every record is billed, filtered or explained.");
    assertThat(totals()).isEqualTo(due(calls()));
  }
}
