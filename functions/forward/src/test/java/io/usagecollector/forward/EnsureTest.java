package io.usagecollector.forward;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.aws.kafka.KafkaEventReader;
import io.usagecollector.core.delivery.outcome.Acknowledger;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.pace.TimeBudget;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.letter.Envelope;
import io.usagecollector.testkit.fault.CannedAnswer;
import io.usagecollector.testkit.fault.Fault;
import io.usagecollector.testkit.record.RecordedRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With {@code ENSURE} on, customers are there before their first event: over HTTP, as deployed. */
class EnsureTest {
  @TempDir Path directory;
  private LocalParts parts;

  @BeforeEach
  void start() throws IOException {
    parts = new LocalParts(directory).with("ENSURE", "customer");
  }

  @AfterEach
  void stop() {
    parts.close();
  }

  private static BatchReport forward(Supplier<Forwarder> forwarder, Calls calls)
      throws IOException {
    return forwarder
        .get()
        .forward(
            KafkaEventReader.read(new ByteArrayInputStream(calls.event())),
            new TimeBudget(InstantSource.system(), Duration.ofSeconds(30)),
            Acknowledger.PER_RECORD);
  }

  private List<RecordedRequest> requests() {
    return parts.flexprice.requests().recent();
  }

  private long aboutCustomers() {
    return requests().stream().filter(request -> request.path().contains("/customers")).count();
  }

  private String sent() {
    StringBuilder all = new StringBuilder();
    parts
        .flexprice
        .requests()
        .ingests()
        .forEach(request -> all.append(new String(request.body().orElseThrow().bytes(), UTF_8)));
    return all.toString();
  }

  @Test
  void customersAreMadeBeforeTheirEventsAreSentAndAskedForOnce() throws IOException {
    Supplier<Forwarder> forwarder = parts.forwarder();
    Calls calls = new Calls().and("\"ann\"", "10").and("\"bob\"", "10").and("\"ann\"", "10");
    assertThat(forward(forwarder, calls).tally()).isEqualTo(Tallies.tally(3, 3, 0, 0, 0));
    List<RecordedRequest> all = requests();
    assertThat(all.getLast().path()).isEqualTo("/v1/events/bulk");
    assertThat(
            all.stream()
                .filter(request ->
                    request.method().equals("POST") && request.path().equals("/v1/customers")))
        .hasSize(2)
        .allSatisfy(request -> assertThat(request.status()).contains(201));
    long asked = aboutCustomers();
    assertThat(forward(forwarder, calls).tally()).isEqualTo(Tallies.tally(3, 3, 0, 0, 0));
    assertThat(aboutCustomers()).isEqualTo(asked);
  }

  @Test
  void whoCannotBeMadeWaitsAndNothingOfTheirsIsSent() throws IOException {
    CannedAnswer away = new CannedAnswer(503, Map.of(), "text/plain", "");
    Supplier<Forwarder> forwarder = parts.forwarder();
    assertThat(forward(forwarder, new Calls().and("\"ann\"", "10")).tally())
        .isEqualTo(Tallies.tally(1, 1, 0, 0, 0));
    parts
        .flexprice
        .faults()
        .next(1_000, Fault.answers(away), request -> request.path().contains("/customers"));
    BatchReport report = forward(forwarder, new Calls().and("\"ann\"", "10").and("\"bob\"", "10"));
    assertThat(report.traffic().eventsTurnedAway()).isEqualTo(1);
    assertThat(report.traffic().eventsAccepted()).isEqualTo(1);
    assertThat(sent()).contains("\"ann\"").doesNotContain("\"bob\"");
    assertThat(parts.queue.retries)
        .singleElement()
        .satisfies(message ->
            assertThat(Envelope.open(message).reason().kind())
                .isEqualTo(Reason.Kind.CUSTOMER_NOT_READY));
  }

  @Test
  void anEventCarriesTheKeyThatIsEnsured() throws IOException {
    parts.with("OWNER_PREFIX_MODE", "strip");
    forward(parts.forwarder(), new Calls().and("\"app:owner:o1\"", "10"));
    assertThat(sent()).contains("\"external_customer_id\":\"o1\"");
  }
}
