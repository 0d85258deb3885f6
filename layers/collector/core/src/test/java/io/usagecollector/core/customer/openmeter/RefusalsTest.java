package io.usagecollector.core.customer.openmeter;

import static io.usagecollector.core.customer.openmeter.AccountsAt.CUSTOMER;
import static io.usagecollector.core.customer.openmeter.AccountsAt.KEY;
import static io.usagecollector.core.customer.openmeter.AccountsAt.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.customer.BillingAccounts.Step;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.EnsureFault.Kind;
import io.usagecollector.core.customer.EnsureRequest;
import io.usagecollector.core.sink.openmeter.OpenMeterDialect;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands in the way of everybody, whatever is asked. */
class RefusalsTest {
  private final ScriptedServer server = new ScriptedServer();

  @AfterEach
  void stop() {
    server.close();
  }

  private EnsureFault creating(OpenMeterDialect dialect, int status, String body) {
    return creating(dialect, status, body, Map.of());
  }

  private EnsureFault creating(
      OpenMeterDialect dialect, int status, String body, Map<String, String> headers) {
    server.answers(200, new Bodies(dialect).list()).answers(status, body, headers);
    EnsureFault fault =
        ((Step.Failed<?>)
                AccountsAt.of(server.url(), dialect).customer(EnsureRequest.of(KEY), soon()))
            .fault();
    assertThat(server.lines().getLast()).startsWith("POST");
    return fault;
  }

  @ParameterizedTest
  @EnumSource
  void aTokenIsRefusedByWhoeverAnswers401(OpenMeterDialect dialect) {
    assertThat(creating(dialect, 401, Bodies.problem(401, "secret of others")))
        .isEqualTo(
            new EnsureFault(
                Kind.CREDENTIALS_REFUSED, "create the customer: 401, the token is not taken"));
    assertThat(creating(dialect, 401, "<html>").kind()).isEqualTo(Kind.CREDENTIALS_REFUSED);
    assertThat(creating(dialect, 401, "").kind()).isEqualTo(Kind.CREDENTIALS_REFUSED);
  }

  @ParameterizedTest
  @EnumSource
  void whatATokenMayNotDoIsSaidByTheServiceAlone(OpenMeterDialect dialect) {
    assertThat(creating(dialect, 403, Bodies.problem(403, "Permission denied")).kind())
        .isEqualTo(Kind.CREDENTIALS_REFUSED);
    assertThat(creating(dialect, 403, "<html>Forbidden</html>").kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(creating(dialect, 403, "{\"message\":\"Forbidden\"}").kind())
        .isEqualTo(Kind.UNREACHABLE);
  }

  @ParameterizedTest
  @EnumSource
  void aRefusedRequestIsNotSentAgain(OpenMeterDialect dialect) {
    assertThat(creating(dialect, 400, Bodies.problem(400, "d")).kind()).isEqualTo(Kind.REJECTED);
    assertThat(server.lines()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void aPauseIsAskedForAndNotWaitedFor(OpenMeterDialect dialect) {
    EnsureFault fault =
        creating(dialect, 429, Bodies.problem(429, "d"), Map.of("Retry-After", "7"));
    assertThat(fault.kind()).isEqualTo(Kind.THROTTLED);
    assertThat(fault.retryAfter()).contains(Duration.ofSeconds(7));
    assertThat(server.lines()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void anAddressThatIsNotTheServicesIsSaidToBeSo(OpenMeterDialect dialect) {
    server.answers(404, "404 page not found");
    var accounts = AccountsAt.of(server.url(), dialect);
    assertThat(AccountsAt.kind(accounts.customer(EnsureRequest.of(KEY), soon())))
        .isEqualTo(Kind.MISCONFIGURED);
    server.answers(302, "");
    assertThat(AccountsAt.kind(accounts.customer(EnsureRequest.of(KEY), soon())))
        .isEqualTo(Kind.MISCONFIGURED);
  }

  @ParameterizedTest
  @EnumSource
  void whereNobodyListensNothingHasHappened(OpenMeterDialect dialect) {
    URI url = server.url();
    server.close();
    var accounts = AccountsAt.of(url, dialect);
    assertThat(AccountsAt.kind(accounts.customer(EnsureRequest.of(KEY), soon())))
        .isEqualTo(Kind.UNREACHABLE);
    assertThat(AccountsAt.kind(accounts.subscription(CUSTOMER, EnsureRequest.of(KEY), soon())))
        .isEqualTo(Kind.UNREACHABLE);
  }

  @ParameterizedTest
  @EnumSource
  void aServiceThatAnswersUsIsReachable(OpenMeterDialect dialect) {
    var accounts = AccountsAt.of(server.url(), dialect);
    server.answers(200, new Bodies(dialect).list());
    assertThat(accounts.reachable(Duration.ofSeconds(5))).isEmpty();
    assertThat(server.lines())
        .containsExactly(
            switch (dialect) {
              case KONNECT_V3 -> "GET /api/v3/openmeter/customers?page[number]=1&page[size]=1";
              case OPENMETER_V1 -> "GET /api/v1/customers?page=1&pageSize=1";
            });
    server.answers(401, "");
    assertThat(accounts.reachable(Duration.ofSeconds(5)).map(EnsureFault::kind))
        .contains(Kind.CREDENTIALS_REFUSED);
  }

  @Test
  void itIsNamedAndGuardsSubscriptionsItself() {
    var accounts = AccountsAt.of(server.url(), OpenMeterDialect.KONNECT_V3);
    assertThat(accounts.name()).isEqualTo("openmeter");
    assertThat(accounts.guardsSubscriptions()).isTrue();
  }
}
