package io.usagecollector.core.customer.openmeter;

import static io.usagecollector.core.customer.openmeter.AccountsAt.CUSTOMER;
import static io.usagecollector.core.customer.openmeter.AccountsAt.KEY;
import static io.usagecollector.core.customer.openmeter.AccountsAt.kind;
import static io.usagecollector.core.customer.openmeter.AccountsAt.soon;
import static io.usagecollector.core.sink.openmeter.OpenMeterDialect.OPENMETER_V1;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.customer.BillingAccounts.Step;
import io.usagecollector.core.customer.BillingSubscription;
import io.usagecollector.core.customer.EnsureFault.Kind;
import io.usagecollector.core.customer.EnsureRequest;
import io.usagecollector.core.sink.openmeter.OpenMeterDialect;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which subscription a customer has. */
class SubscriptionsTest {
  private static final String FROM = "2026-01-01T10:00:00.5Z";

  private final ScriptedServer server = new ScriptedServer();

  @AfterEach
  void stop() {
    server.close();
  }

  private Step<BillingSubscription> ensure(OpenMeterDialect dialect, EnsureRequest request) {
    return AccountsAt.of(server.url(), dialect).subscription(CUSTOMER, request, soon());
  }

  private Step<BillingSubscription> ensure(OpenMeterDialect dialect) {
    return ensure(dialect, EnsureRequest.of(KEY));
  }

  private static String list(OpenMeterDialect dialect, int page) {
    return switch (dialect) {
      case KONNECT_V3 ->
          "GET /api/v3/openmeter/subscriptions?filter[customer_id][eq]=01C&page[number]="
              + page
              + "&page[size]=100";
      case OPENMETER_V1 -> "GET /api/v1/customers/01C/subscriptions?page=" + page + "&pageSize=100";
    };
  }

  private static BillingSubscription on(String plan, String status) {
    return new BillingSubscription("01S", plan, status, Optional.empty());
  }

  private void isAdopted(OpenMeterDialect dialect, String status) {
    var bodies = new Bodies(dialect);
    server.answers(200, bodies.list(bodies.subscription("01S", "01C", "gold", status, FROM)));
    assertThat(ensure(dialect)).isEqualTo(new Step.Done<>(on("gold", status), false));
    assertThat(server.lines()).containsExactly(list(dialect, 1));
  }

  @ParameterizedTest
  @EnumSource
  void oneThatRunsIsAdoptedWithTheFirstRequestOnWhateverPlanItIs(OpenMeterDialect dialect) {
    isAdopted(dialect, "active");
  }

  @ParameterizedTest
  @EnumSource
  void oneThatIsCanceledRunsUntilItEnds(OpenMeterDialect dialect) {
    isAdopted(dialect, "canceled");
  }

  @ParameterizedTest
  @EnumSource
  void oneThatIsScheduledBlocksAnother(OpenMeterDialect dialect) {
    isAdopted(dialect, "scheduled");
  }

  @ParameterizedTest
  @EnumSource
  void allPagesAreReadBeforeItIsSaidThatNoneRuns(OpenMeterDialect dialect) {
    var bodies = new Bodies(dialect);
    server
        .answers(200, bodies.page(2, bodies.subscription("01X", "01C", "gold", "inactive", FROM)))
        .answers(200, bodies.page(2, bodies.subscription("01S", "01C", "gold", "active", FROM)));
    assertThat(ensure(dialect)).isEqualTo(new Step.Done<>(on("gold", "active"), false));
    assertThat(server.lines()).containsExactly(list(dialect, 1), list(dialect, 2));
  }

  @ParameterizedTest
  @EnumSource
  void aListWithoutACountIsReadUntilAPageIsEmpty(OpenMeterDialect dialect) {
    var bodies = new Bodies(dialect);
    server
        .answers(
            200, "{\"data\":[" + bodies.subscription("01S", "01C", "gold", "active", FROM) + "]}")
        .answers(200, "{\"data\":[]}");
    assertThat(ensure(dialect)).isEqualTo(new Step.Done<>(on("gold", "active"), false));
    assertThat(server.lines()).containsExactly(list(dialect, 1), list(dialect, 2));
  }

  @ParameterizedTest
  @EnumSource
  void othersSubscriptionsAreNeverAdoptedThoughTheFilterWasIgnored(OpenMeterDialect dialect) {
    var bodies = new Bodies(dialect);
    server
        .answers(
            200,
            bodies.list(
                bodies.subscription("01X", "01OTHER", "gold", "active", FROM),
                bodies.subscription("01Y", "01c", "gold", "active", FROM)))
        .answers(200, bodies.list());
    assertThat(kind(ensure(dialect))).isEqualTo(Kind.PLAN_NOT_FOUND);
  }

  @ParameterizedTest
  @EnumSource
  void ofSeveralTheOneThatRunsLongestIsAdoptedInWhateverOrderTheyCome(OpenMeterDialect dialect) {
    var bodies = new Bodies(dialect);
    String scheduled =
        bodies.subscription("01A", "01C", "later", "scheduled", "2025-01-01T00:00:00Z");
    String canceled = bodies.subscription("01B", "01C", "old", "canceled", "2025-01-01T00:00:00Z");
    String younger = bodies.subscription("01D", "01C", "gold", "active", "2026-01-02T00:00:00Z");
    String older = bodies.subscription("01S", "01C", "gold", "active", FROM);
    var expected = new Step.Done<>(on("gold", "active"), false);
    server.answers(200, bodies.list(scheduled, younger, canceled, older));
    assertThat(ensure(dialect)).isEqualTo(expected);
    server.answers(200, bodies.list(older, canceled, younger, scheduled));
    assertThat(ensure(dialect)).isEqualTo(expected);
    server.answers(200, bodies.list(scheduled, canceled));
    assertThat(ensure(dialect))
        .isEqualTo(
            new Step.Done<>(
                new BillingSubscription("01B", "old", "canceled", Optional.empty()), false));
  }

  @ParameterizedTest
  @EnumSource
  void eventsBeforeItsFirstSecondAreReportedAsUnbilled(OpenMeterDialect dialect) {
    var bodies = new Bodies(dialect);
    String one = bodies.list(bodies.subscription("01S", "01C", "gold", "active", FROM));
    server.answers(200, one).answers(200, one);
    var done =
        (Step.Done<BillingSubscription>)
            ensure(dialect, AccountsAt.request(Instant.parse("2026-01-01T09:59:59.9Z")));
    assertThat(done.value().unbilledBefore()).contains(Instant.parse(FROM));
    done =
        (Step.Done<BillingSubscription>)
            ensure(dialect, AccountsAt.request(Instant.parse("2026-01-01T10:00:00.1Z")));
    assertThat(done.value().unbilledBefore()).isEmpty();
  }

  @Test
  void whereTheListBelowACustomerIsGoneSoIsTheCustomer() {
    for (int status : new int[] {404, 410, 412}) {
      server.answers(status, Bodies.problem(status, "customer is deleted"));
      assertThat(ensure(OPENMETER_V1)).isEqualTo(new Step.CustomerGone<>());
    }
  }
}
