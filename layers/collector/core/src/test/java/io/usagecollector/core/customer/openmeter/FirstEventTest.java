package io.usagecollector.core.customer.openmeter;

import static io.usagecollector.core.customer.openmeter.AccountsAt.CUSTOMER;
import static io.usagecollector.core.customer.openmeter.AccountsAt.soon;
import static io.usagecollector.core.sink.openmeter.OpenMeterDialect.KONNECT_V3;
import static io.usagecollector.core.sink.openmeter.OpenMeterDialect.OPENMETER_V1;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.customer.BillingAccounts.Step;
import io.usagecollector.core.customer.BillingSubscription;
import io.usagecollector.core.sink.openmeter.OpenMeterDialect;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whether a subscription that is made bills the first event, which is a minute old. */
class FirstEventTest {
  private final Instant first = Instant.now().minusSeconds(60);
  private final Instant second = first.truncatedTo(ChronoUnit.SECONDS);

  private final ScriptedServer server = new ScriptedServer();

  @AfterEach
  void stop() {
    server.close();
  }

  private static String plan(Bodies bodies) {
    return bodies.list(bodies.plan("01P", AccountsAt.PLAN, 3, "active"));
  }

  private static String from(Bodies bodies, Instant from) {
    return bodies.subscription("01S", "01C", AccountsAt.PLAN, "active", from.toString());
  }

  private Optional<Instant> unbilledBefore(OpenMeterDialect dialect) {
    Step<BillingSubscription> step =
        AccountsAt.of(server.url(), dialect)
            .subscription(CUSTOMER, AccountsAt.request(first), soon());
    return ((Step.Done<BillingSubscription>) step).value().unbilledBefore();
  }

  private List<String> timings() {
    return server.asked().stream()
        .map(ScriptedServer.Asked::body)
        .filter(body -> body.contains("timing"))
        .map(body -> body.replaceAll(".*\"timing\":\"([^\"]*)\".*", "$1"))
        .toList();
  }

  @Test
  void itDoesWhereTheDialectLetsItStartEarlier() {
    var bodies = new Bodies(OPENMETER_V1);
    server
        .answers(200, bodies.list())
        .answers(200, plan(bodies))
        .answers(201, from(bodies, second));
    assertThat(unbilledBefore(OPENMETER_V1)).isEmpty();
    assertThat(timings()).containsExactly(second.toString());
  }

  @Test
  void itDoesNotInTheOtherAndThatIsReported() {
    var bodies = new Bodies(KONNECT_V3);
    Instant from = first.plusSeconds(61);
    server.answers(200, bodies.list()).answers(200, plan(bodies)).answers(201, from(bodies, from));
    assertThat(unbilledBefore(KONNECT_V3)).contains(from);
    assertThat(timings()).isEmpty();
  }

  @Test
  void aStartThatIsRefusedGivesWayToOneAtOnce() {
    var bodies = new Bodies(OPENMETER_V1);
    Instant from = first.plusSeconds(61);
    server
        .answers(200, bodies.list())
        .answers(200, plan(bodies))
        .answers(400, Bodies.problem(400, "cannot create subscription in the past"))
        .answers(200, plan(bodies))
        .answers(201, from(bodies, from));
    assertThat(unbilledBefore(OPENMETER_V1)).contains(from);
    assertThat(timings()).containsExactly(second.toString(), "immediate");
  }

  @Test
  void aStartWithinOneThatHasEndedGivesWayToOneAtOnce() {
    var bodies = new Bodies(OPENMETER_V1);
    Instant from = first.plusSeconds(61);
    server
        .answers(200, bodies.list())
        .answers(200, plan(bodies))
        .answers(
            409,
            Bodies.singleSubscription("only_single_subscription_allowed_per_customer_at_a_time"))
        .answers(200, bodies.list())
        .answers(201, from(bodies, from));
    assertThat(unbilledBefore(OPENMETER_V1)).contains(from);
    assertThat(timings()).containsExactly(second.toString(), "immediate");
  }

  @Test
  void afterAnOpenOutcomeItStartsWhereItWasToStart() {
    var bodies = new Bodies(OPENMETER_V1);
    server
        .answers(200, bodies.list())
        .answers(200, plan(bodies))
        .answers(500, "")
        .answers(200, bodies.list())
        .answers(201, from(bodies, second));
    assertThat(unbilledBefore(OPENMETER_V1)).isEmpty();
    assertThat(timings()).containsExactly(second.toString(), second.toString());
  }
}
