package io.usagecollector.local.billing.openmeter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.local.billing.BillableEvent;
import io.usagecollector.local.billing.BillableQuantity;
import io.usagecollector.local.billing.Billed;
import io.usagecollector.local.billing.BillingAwayException;
import io.usagecollector.local.billing.Measure;
import io.usagecollector.testkit.fault.CannedAnswer;
import io.usagecollector.testkit.fault.Fault;
import io.usagecollector.testkit.openmeter.OpenMeterStandIn;
import io.usagecollector.testkit.openmeter.client.OpenMeterAccess;
import io.usagecollector.testkit.openmeter.client.OpenMeterClient;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenMeterAccountTest {
  private static final BillableEvent EVENT = event("ada");
  private static final List<Measure> MEASURES = Measure.of(List.of(EVENT));
  private static final Measure COUNT = MEASURES.getFirst();
  private static final Measure SUM = MEASURES.getLast();

  private final OpenMeterStandIn server = OpenMeterStandIn.start();
  private final OpenMeterAccess access =
      OpenMeterAccess.selfHosted(server.url(), Optional.of(server.token()));
  private final OpenMeterAccount account = account();

  private OpenMeterAccount account() {
    return new OpenMeterAccount(new OpenMeterClient(access, server.clientTls()));
  }

  private static BillableEvent event(String customer) {
    var quantity = BillableQuantity.exactly(BigDecimal.ONE);
    return new BillableEvent(customer, "Voice call", "1", Map.of("n", quantity));
  }

  @AfterEach
  void close() {
    account.close();
    server.close();
  }

  private void send(String id, String subject) throws Exception {
    String body =
        """
        {"specversion":"1.0","type":"Voice call","id":"%s","source":"test","subject":"%s",
        "time":"2026-01-01T00:00:00Z","data":{"n":"2.5"}}\
        """
            .formatted(id, subject);
    try (var calls = access.rootCalls(server.clientTls())) {
      var headers = Map.of("Content-Type", "application/cloudevents+json");
      var answer =
          calls.send("POST", "/api/v1/events", body.getBytes(StandardCharsets.UTF_8), headers);
      assertThat(answer.status()).isEqualTo(204);
    }
  }

  private static Billed total(String units) {
    return new Billed.Total(new BigDecimal(units));
  }

  @Test
  void whatIsMeteredOfASubjectIsItsCustomersTotal() throws Exception {
    account.provision(MEASURES, List.of(EVENT, event("bob")));
    send("1", "ada");
    send("1", "ada");
    send("2", "ada");
    send("3", "bob");
    assertThat(account.total("ada", COUNT)).isEqualTo(total("2"));
    assertThat(account.total("ada", SUM)).isEqualTo(total("5"));
    assertThat(account.total("bob", SUM)).isEqualTo(total("2.5"));
  }

  @Test
  void whatIsThereIsNotMadeAgain() {
    account.provision(MEASURES, List.of(EVENT));
    try (var later = account()) {
      later.provision(MEASURES, List.of(EVENT, event("bob")));
    }
    assertThat(server.books().customers()).extracting(c -> c.key()).containsExactly("ada", "bob");
  }

  @Test
  void anOutageIsToldAndGoneOnWithAfterIt() {
    server.faults().next(1, Fault.answers(CannedAnswer.unavailable()), line -> true);
    assertThatThrownBy(() -> account.provision(MEASURES, List.of(EVENT)))
        .isInstanceOf(BillingAwayException.class);
    server
        .faults()
        .next(
            1,
            Fault.answers(CannedAnswer.unavailable()),
            line -> line.path().contains("customers"));
    assertThatThrownBy(() -> account.provision(MEASURES, List.of(EVENT)))
        .isInstanceOf(BillingAwayException.class);
    account.provision(MEASURES, List.of(EVENT));
    assertThat(server.books().customers()).hasSize(1);
    assertThat(account.total("ada", SUM)).isEqualTo(total("0"));
  }

  @Test
  void aKeyThatTheServiceCannotTakeCostsNoNeighbour() throws Exception {
    String longKey = "x".repeat(300);
    account.provision(MEASURES, List.of(event(longKey), EVENT));
    send("1", "ada");
    assertThat(account.total(longKey, COUNT)).isInstanceOf(Billed.Untold.class);
    assertThat(account.total("ada", COUNT)).isEqualTo(total("1"));
  }

  @Test
  void measuresThatReadAlikeHaveMetersOfTheirOwn() {
    List<String> keys =
        List.of(
                new Measure("a b", "c", BigDecimal.ONE),
                new Measure("a", "b c", BigDecimal.ONE),
                new Measure("A b", "c", BigDecimal.ONE),
                new Measure("é", "", BigDecimal.ONE),
                new Measure("x".repeat(500), "y", BigDecimal.ONE))
            .stream()
            .map(MeterKey::of)
            .toList();
    assertThat(keys)
        .doesNotHaveDuplicates()
        .allMatch(key -> key.matches("[a-z0-9]+(_[a-z0-9]+)*") && key.length() <= 64);
  }
}
