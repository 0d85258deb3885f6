package io.usagecollector.core.customer.flexprice;

import static io.usagecollector.core.customer.EnsureFault.Kind.CREDENTIALS_REFUSED;
import static io.usagecollector.core.customer.EnsureFault.Kind.MISCONFIGURED;
import static io.usagecollector.core.customer.EnsureFault.Kind.REJECTED;
import static io.usagecollector.core.customer.EnsureFault.Kind.THROTTLED;
import static io.usagecollector.core.customer.EnsureFault.Kind.UNKNOWN_OUTCOME;
import static io.usagecollector.core.customer.EnsureFault.Kind.UNREACHABLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.customer.BillingAccounts.Step;
import io.usagecollector.core.customer.BillingCustomer;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.EnsureFault.Kind;
import io.usagecollector.core.customer.EnsureRequest;
import io.usagecollector.testkit.fault.CannedAnswer;
import io.usagecollector.testkit.fault.Fault;
import io.usagecollector.testkit.fault.RequestLine;
import io.usagecollector.testkit.flexprice.fault.FlexpriceErrors;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The failure table, each row produced by the stand-in and met over HTTP, at each request that
 * ensuring makes. Whatever the row: never two customers, never two subscriptions that run, and the
 * next attempt finishes what this one began.
 */
class FailureTableTest {
  private static final String JSON = "application/json; charset=utf-8";
  private static final Duration ANSWER_IN = Duration.ofMillis(400);
  private static final Duration NO_ANSWER = Duration.ofSeconds(20);
  private static final String SECRET = "another customer's name";

  /** The requests that ensuring makes. */
  enum Asked {
    MAKE_CUSTOMER,
    MAKE_DRAFT,
    ACTIVATE,
    LOOK;

    boolean is(RequestLine line) {
      return switch (this) {
        case MAKE_CUSTOMER -> line.method().equals("POST") && line.path().equals("/v1/customers");
        case MAKE_DRAFT -> line.method().equals("POST") && line.path().equals("/v1/subscriptions");
        case ACTIVATE -> line.path().endsWith("/activate");
        case LOOK -> line.path().endsWith("/search");
      };
    }
  }

  private final Billing billing = Billing.at(new TestTime());

  @AfterEach
  void stop() {
    billing.close();
  }

  record Row(String name, Fault fault, Optional<Kind> once) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static CannedAnswer json(int status, String body) {
    return new CannedAnswer(status, Map.of(), JSON, body);
  }

  private static CannedAnswer refusal(int status, String code) {
    return json(
        status,
        "{\"code\":\"%s\",\"message\":\"%s\",\"http_status_code\":%d}"
            .formatted(code, SECRET, status));
  }

  private static Row fails(String name, CannedAnswer answer, Kind kind) {
    return new Row(name, Fault.answers(answer), Optional.of(kind));
  }

  private static Row heals(String name, Fault fault) {
    return new Row(name, fault, Optional.empty());
  }

  /** What one such answer to a request that makes or changes something comes to. */
  private static List<Row> rows() {
    return List.of(
        fails("400 in its words", refusal(400, "validation_error"), REJECTED),
        fails("400 of the edge", CannedAnswer.page(400, "Bad Request"), REJECTED),
        fails("401 in its words", FlexpriceErrors.unauthorized(), CREDENTIALS_REFUSED),
        fails("401 of a gateway", CannedAnswer.gatewayUnauthorized(), UNREACHABLE),
        fails(
            "403 for a role",
            json(403, "{\"message\":\"insufficient permissions\"}"),
            CREDENTIALS_REFUSED),
        fails(
            "403 for the tenant",
            json(403, "{\"message\":\"tenant account is suspended\"}"),
            CREDENTIALS_REFUSED),
        fails(
            "403 for the environment",
            json(
                403,
                "{\"error\":\"Access denied\",\"message\":\"Invalid or inaccessible environment\"}"),
            CREDENTIALS_REFUSED),
        fails("403 of a proxy", CannedAnswer.proxyForbidden(), UNREACHABLE),
        fails("404 of no endpoint", CannedAnswer.page(404, "Not Found"), MISCONFIGURED),
        fails("a redirect", CannedAnswer.page(307, "Moved").with("Location", "/"), MISCONFIGURED),
        fails("413", CannedAnswer.page(413, "Too Large"), REJECTED),
        fails("425", CannedAnswer.page(425, "Too Early"), UNREACHABLE),
        fails("429", FlexpriceErrors.throttled(), THROTTLED),
        fails("500 before its handlers", FlexpriceErrors.tenantLookupFailed(), UNREACHABLE),
        heals("408", Fault.answers(CannedAnswer.page(408, "Request Timeout"))),
        heals("500, not done", Fault.answers(FlexpriceErrors.internalError())),
        heals("500, done", Fault.answers(FlexpriceErrors.internalError()).afterStored()),
        heals("500 without body, done", afterwards(FlexpriceErrors.emptyInternalError())),
        heals("500 of the database", Fault.answers(refusal(500, "database_error"))),
        heals("502 of the edge", Fault.answers(CannedAnswer.badGateway())),
        heals("502 of the edge, done", afterwards(CannedAnswer.badGateway())),
        heals("503 of the edge, done", afterwards(CannedAnswer.unavailable())),
        heals("504 of the edge, done", afterwards(CannedAnswer.gatewayTimeout())),
        heals("the connection reset, not done", Fault.resets()),
        heals("the connection reset, done", Fault.resets().afterStored()),
        heals("no answer, not done", Fault.stalls(NO_ANSWER)),
        heals("no answer, done", Fault.stalls(NO_ANSWER).afterStored()),
        heals("a success cut off", Fault.cutsBody(10)),
        heals("a success nobody can read", Fault.compresses()),
        heals("a success without body, done", afterwards(json(201, ""))),
        heals("a success of another service", Fault.answers(CannedAnswer.maintenance())));
  }

  private static Fault afterwards(CannedAnswer answer) {
    return Fault.answers(answer).afterStored();
  }

  private static Stream<Arguments> writes() {
    return rows().stream()
        .flatMap(row ->
            Stream.of(
                Arguments.of(Asked.MAKE_CUSTOMER, row),
                Arguments.of(Asked.MAKE_DRAFT, row),
                Arguments.of(Asked.ACTIVATE, row)));
  }

  private FlexpriceAccounts accounts() {
    return billing.accounts(
        Optional.of(DefaultPlan.of("pro")), new Pace(Billing.PACE.lag(), ANSWER_IN));
  }

  private final EnsureRequest anna = Billing.since("anna", "2026-05-01T00:00:00Z");

  /** Both steps, as the guard does them. */
  private Optional<EnsureFault> ensure(FlexpriceAccounts accounts) {
    return switch (accounts.customer(anna, billing.soon())) {
      case Step.Done<BillingCustomer>(BillingCustomer customer, _) ->
          switch (accounts.subscription(customer, anna, billing.soon())) {
            case Step.Done<?> _ -> Optional.empty();
            case Step.Failed<?>(EnsureFault fault) -> Optional.of(fault);
            case Step.CustomerGone<?> _ -> throw new AssertionError("nobody archived the customer");
          };
      case Step.Failed<BillingCustomer>(EnsureFault fault) -> Optional.of(fault);
      case Step.CustomerGone<BillingCustomer> _ ->
          throw new AssertionError("nobody archived the customer");
    };
  }

  /** At most one of each now, and exactly one of each once the next attempt is through. */
  private void assertOneOfEach() {
    billing.passLag();
    assertThat(billing.customers()).hasSizeLessThanOrEqualTo(1);
    billing.standIn.faults().clear();
    assertThat(ensure(accounts())).isEmpty();
    assertThat(billing.customers()).hasSize(1);
    var known = new BillingCustomer(anna.key(), billing.customers().getFirst().path("id").asText());
    assertThat(billing.subscriptions(known, Billing::runs)).hasSize(1);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("writes")
  void oneSuchAnswer(Asked asked, Row row) {
    billing.standIn.faults().next(1, row.fault(), asked::is);
    Optional<EnsureFault> fault = ensure(accounts());
    assertThat(fault.map(EnsureFault::kind)).isEqualTo(row.once());
    assertThat(fault.map(EnsureFault::detail).orElse("")).doesNotContain(SECRET, "anna", "<html");
    assertOneOfEach();
  }

  /** What stays unknown ends, with no more than two tries to make it. */
  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("unknowns")
  void suchAnswersWithoutEnd(Asked asked, Row row) {
    billing.standIn.faults().during(() -> true, row.fault(), asked::is);
    assertThat(ensure(accounts()).map(EnsureFault::kind)).contains(UNKNOWN_OUTCOME);
    assertThat(
            billing
                .standIn
                .requests()
                .matching(seen -> asked.is(new RequestLine(seen.method(), seen.path()))))
        .hasSize(2);
    assertOneOfEach();
  }

  private static Stream<Arguments> unknowns() {
    return Stream.of(
            heals("500, not done", Fault.answers(FlexpriceErrors.internalError())),
            heals("408", Fault.answers(CannedAnswer.page(408, "Request Timeout"))),
            heals("the connection reset, not done", Fault.resets()),
            heals("a success of another service", Fault.answers(CannedAnswer.maintenance())))
        .flatMap(row ->
            Stream.of(Arguments.of(Asked.MAKE_CUSTOMER, row), Arguments.of(Asked.MAKE_DRAFT, row)));
  }

  private static Stream<Arguments> looks() {
    return Stream.of(
            fails("401", FlexpriceErrors.unauthorized(), CREDENTIALS_REFUSED),
            fails("403 of a proxy", CannedAnswer.proxyForbidden(), UNREACHABLE),
            fails("404", CannedAnswer.page(404, "Not Found"), MISCONFIGURED),
            fails("408", CannedAnswer.page(408, "Request Timeout"), UNREACHABLE),
            fails("429", FlexpriceErrors.throttled(), THROTTLED),
            fails("500", FlexpriceErrors.internalError(), UNREACHABLE),
            fails("502", CannedAnswer.badGateway(), UNREACHABLE),
            fails("a success of nobody", json(200, "<html>"), UNREACHABLE),
            new Row("no answer", Fault.stalls(NO_ANSWER), Optional.of(UNREACHABLE)),
            heals("a kept connection that broke", Fault.resets()))
        .flatMap(row -> Stream.of(0, 1, 2, 3).map(before -> Arguments.of(before, row)));
  }

  /** For the customer, the subscriptions, the plan, and the subscriptions behind the lag. */
  @ParameterizedTest(name = "after {0} others: {1}")
  @MethodSource("looks")
  void oneLookThatFailsHasDoneNothing(int before, Row row) {
    int[] looks = {0};
    billing
        .standIn
        .faults()
        .next(1, row.fault(), line -> Asked.LOOK.is(line) && looks[0]++ == before);
    assertThat(ensure(accounts()).map(EnsureFault::kind)).isEqualTo(row.once());
    assertThat(looks[0]).isGreaterThan(before);
    assertOneOfEach();
  }

  private static Stream<Row> quicker() {
    return Stream.of(
        heals(
            "activated by somebody else",
            Fault.answers(
                json(
                    400,
                    "{\"code\":\"validation_error\","
                        + "\"message\":\"Only draft subscriptions can be activated\","
                        + "\"http_status_code\":400}"))),
        heals(
            "not there yet",
            Fault.answers(
                json(
                    404,
                    "{\"code\":\"not_found\",\"message\":\"Subscription not found\","
                        + "\"http_status_code\":404}"))));
  }

  /** Of several replicas each is behind by as much as it is. */
  @ParameterizedTest
  @MethodSource("quicker")
  void aDraftThatIsOneNoMoreOrNotYetIsLookedForAgain(Row row) {
    billing.standIn.faults().next(1, row.fault(), Asked.ACTIVATE::is);
    assertThat(ensure(accounts())).isEmpty();
    assertOneOfEach();
  }

  @Test
  void aPauseIsHandedOnAsItWasAskedFor() {
    billing
        .standIn
        .faults()
        .next(
            1,
            Fault.answers(FlexpriceErrors.throttledFor(Duration.ofSeconds(7))),
            Asked.MAKE_CUSTOMER::is);
    assertThat(ensure(accounts()).flatMap(EnsureFault::retryAfter)).contains(Duration.ofSeconds(7));
    Instant there = Instant.parse("2026-01-01T00:00:00Z");
    billing
        .standIn
        .faults()
        .next(
            1,
            Fault.answers(FlexpriceErrors.throttledUntil(there.plusSeconds(9)).dated(there)),
            Asked.MAKE_DRAFT::is);
    assertThat(ensure(accounts()).flatMap(EnsureFault::retryAfter)).contains(Duration.ofSeconds(9));
  }

  @Test
  void aConnectionRefusedHasDoneNothing() throws Exception {
    int nobody;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = closed.getLocalPort();
    }
    FlexpriceAccounts away =
        billing.accounts(
            URI.create("http://127.0.0.1:" + nobody),
            "k",
            Optional.of(DefaultPlan.of("pro")),
            Billing.PACE);
    assertThat(ensure(away))
        .contains(new EnsureFault(UNREACHABLE, "find the customer: the connection was refused"));
  }

  @Test
  void aKeyThatIsNotKnownIsRefused() {
    FlexpriceAccounts other =
        billing.accounts(
            billing.standIn.url(), "sk_old", Optional.of(DefaultPlan.of("pro")), Billing.PACE);
    assertThat(ensure(other))
        .contains(
            new EnsureFault(
                CREDENTIALS_REFUSED,
                "find the customer: 401, Flexprice refuses the provisioning key, or cannot look it"
                    + " up"));
  }
}
