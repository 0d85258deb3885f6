package io.usagecollector.local.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.local.billing.flexprice.FlexpriceAccount;
import io.usagecollector.testkit.client.BillingProblem;
import io.usagecollector.testkit.fault.CannedAnswer;
import io.usagecollector.testkit.fault.Fault;
import io.usagecollector.testkit.fault.RequestLine;
import io.usagecollector.testkit.flexprice.FlexpriceStandIn;
import io.usagecollector.testkit.flexprice.client.Access;
import io.usagecollector.testkit.flexprice.client.FlexpriceClient;
import io.usagecollector.testkit.flexprice.fault.FlexpriceErrors;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The account at a service that is away, and at one that cannot take an id. */
class BillingTest {
  private static final BillableEvent EVENT = event("customer-1");
  private static final List<Measure> MEASURES = Measure.of(List.of(EVENT));
  private static final Measure COUNT = MEASURES.getFirst();

  @TempDir Path directory;
  private final FlexpriceStandIn server = FlexpriceStandIn.start();
  private FlexpriceClient client;
  private Billing billing;

  private static BillableEvent event(String customer) {
    var quantity = BillableQuantity.exactly(BigDecimal.ONE);
    return new BillableEvent(customer, "call", "1", Map.of("n", quantity));
  }

  @BeforeEach
  void open() {
    client = new FlexpriceClient(Access.of(server.url(), server.apiKey()), server.clientTls());
    billing =
        new Billing(new FlexpriceAccount(client), new OpeningBalance(directory.resolve("opening")));
  }

  @AfterEach
  void close() {
    billing.close();
    server.close();
  }

  private void send(String id, String timestamp) throws Exception {
    String body =
        """
        {"event_id":"%s","event_name":"call","external_customer_id":"customer-1",
        "timestamp":"%s","properties":{"n":1}}
        """
            .formatted(id, timestamp);
    var answer = client.calls().post("/v1/events", body.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.status()).isEqualTo(202);
  }

  static Stream<Fault> away() {
    return Stream.of(
        Fault.resets(),
        Fault.answers(CannedAnswer.unavailable()),
        Fault.answers(CannedAnswer.badGateway()),
        Fault.answers(CannedAnswer.proxyForbidden()),
        Fault.answers(CannedAnswer.page(200, "Sorry")),
        Fault.answers(FlexpriceErrors.throttled()),
        Fault.answers(FlexpriceErrors.internalError()));
  }

  @ParameterizedTest
  @MethodSource("away")
  void aServiceThatIsAwayIsToldApartAndGoneOnWithWhenItIsBack(Fault fault) throws Exception {
    var down = new AtomicBoolean(true);
    server.faults().during(down::get, fault, request -> true);
    assertThatThrownBy(() -> billing.provision(MEASURES, List.of(EVENT)))
        .isInstanceOf(BillingAwayException.class);
    down.set(false);
    billing.provision(MEASURES, List.of(EVENT));
    send("a", "2025-12-01T10:30:00Z");
    assertThat(billing.billed("customer-1", COUNT)).isEqualTo(total(1));
    down.set(true);
    assertThatThrownBy(() -> billing.billed("customer-1", COUNT))
        .isInstanceOf(BillingAwayException.class);
  }

  /** The plan is there after the first attempt, whose next request was not answered. */
  @Test
  void whatAnOutageLeftHalfMadeIsFinished() throws Exception {
    server.faults().next(1, Fault.resets(), request -> request.path().equals("/v1/prices"));
    assertThatThrownBy(() -> billing.provision(MEASURES, List.of(EVENT)))
        .isInstanceOf(BillingAwayException.class);
    billing.provision(MEASURES, List.of(EVENT));
    send("a", "2025-12-01T10:30:00Z");
    for (Measure measure : MEASURES) {
      assertThat(billing.billed("customer-1", measure)).isEqualTo(total(1));
    }
  }

  @Test
  void anIdThatTheServiceCannotTakeCostsNoNeighbour() throws Exception {
    server
        .faults()
        .next(3, Fault.answers(FlexpriceErrors.internalError()), BillingTest::isCustomer);
    billing.provision(MEASURES, List.of(event("bad\0id"), EVENT));
    assertThat(billing.billed("bad\0id", COUNT))
        .isInstanceOfSatisfying(
            Billed.Untold.class,
            untold -> assertThat(untold.why()).contains("/v1/customers was answered 500"));
    send("a", "2025-12-01T10:30:00Z");
    assertThat(billing.billed("customer-1", COUNT)).isEqualTo(total(1));
  }

  @Test
  void oneFailureOfTheServiceIsNotTheIdsFault() throws Exception {
    server
        .faults()
        .next(2, Fault.answers(FlexpriceErrors.internalError()), BillingTest::isCustomer);
    billing.provision(MEASURES, List.of(EVENT));
    send("a", "2025-12-01T10:30:00Z");
    assertThat(billing.billed("customer-1", COUNT)).isEqualTo(total(1));
  }

  private static boolean isCustomer(RequestLine request) {
    return request.path().equals("/v1/customers");
  }

  @Test
  void aRefusedKeyIsNoOutage() {
    server.faults().during(() -> true, Fault.answers(FlexpriceErrors.unauthorized()), _ -> true);
    assertThatThrownBy(() -> billing.provision(MEASURES, List.of(EVENT)))
        .isInstanceOf(BillingProblem.class)
        .hasMessageContaining("401");
  }

  @Test
  void theLastSecondThatCanBeBilledIsCounted() throws Exception {
    billing.provision(MEASURES, List.of(EVENT));
    send("a", "2106-02-07T06:28:15Z");
    assertThat(billing.billed("customer-1", COUNT)).isEqualTo(total(1));
  }

  private static Billed total(long units) {
    return new Billed.Total(BigDecimal.valueOf(units));
  }

  /** The second account stands for a later run on what the first one left. */
  @Test
  void theOnePlanHasEachPriceOnceAndGetsThoseThatAreNew() throws Exception {
    billing.providePlan(List.of(COUNT));
    billing.providePlan(List.of(COUNT));
    try (var later =
        new Billing(
            new FlexpriceAccount(
                new FlexpriceClient(Access.of(server.url(), server.apiKey()), server.clientTls())),
            new OpeningBalance(directory.resolve("later")))) {
      later.providePlan(MEASURES);
    }
    String plan = client.findPlan(Billing.ENSURED_PLAN).orElseThrow();
    var prices = client.calls().get("/v1/prices?plan_ids=" + plan).expect(200, "prices");
    assertThat(prices.path("items").valueStream().map(price -> price.path("meter_id").asText()))
        .as("those of the measures, and one that keeps the plan from being empty")
        .hasSize(MEASURES.size() + 1)
        .doesNotHaveDuplicates();
    assertThat(billing.population()).isEqualTo(new Population(0, 0));
  }

  @Test
  void itIsToldWhoIsNoCustomerAndWhoIsSubscribedHowOften() {
    assertThat(billing.enrolled("customer-1")).isEqualTo(new Enrolled("customer-1", false, 0));
    billing.provision(MEASURES, List.of(EVENT));
    assertThat(billing.enrolled("customer-1")).isEqualTo(new Enrolled("customer-1", true, 1));
    assertThat(billing.population()).isEqualTo(new Population(1, 1));
    billing.providePlan(MEASURES);
    client.subscribe(
        "customer-1", client.findPlan(Billing.ENSURED_PLAN).orElseThrow(), Measure.CURRENCY);
    assertThat(billing.enrolled("customer-1").isOnce()).isFalse();
    assertThat(billing.population()).isEqualTo(new Population(1, 2));
  }
}
