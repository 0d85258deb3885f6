package io.usagecollector.core.customer.openmeter;

import static io.usagecollector.core.customer.openmeter.AccountsAt.CUSTOMER;
import static io.usagecollector.core.customer.openmeter.AccountsAt.KEY;
import static io.usagecollector.core.customer.openmeter.AccountsAt.kind;
import static io.usagecollector.core.customer.openmeter.AccountsAt.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.customer.BillingAccounts.Step;
import io.usagecollector.core.customer.BillingSubscription;
import io.usagecollector.core.customer.EnsureFault.Kind;
import io.usagecollector.core.customer.EnsureRequest;
import io.usagecollector.core.sink.openmeter.OpenMeterDialect;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** For how long a plan's version is known. */
class PlanCacheTest {
  private static final String FROM = "2026-01-01T10:00:00Z";

  private final ScriptedServer server = new ScriptedServer();
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse(FROM));

  @AfterEach
  void stop() {
    server.close();
  }

  private OpenMeterAccounts accounts(OpenMeterDialect dialect) {
    return AccountsAt.of(server.url(), dialect, AccountsAt.FREE, now::get, "kpat_1");
  }

  private static Step<BillingSubscription> ensure(OpenMeterAccounts accounts) {
    return accounts.subscription(CUSTOMER, EnsureRequest.of(KEY), soon());
  }

  private static String plan(Bodies bodies, int version) {
    return bodies.list(bodies.plan("01P" + version, AccountsAt.PLAN, version, "active"));
  }

  private static String made(Bodies bodies, int version) {
    return bodies.subscription("01S", "01C", AccountsAt.PLAN, version, "active", FROM);
  }

  private long plansAskedFor() {
    return server.lines().stream().filter(line -> line.contains("/plans?")).count();
  }

  @ParameterizedTest
  @EnumSource
  void aPlanIsAskedForOnceInFiveMinutes(OpenMeterDialect dialect) {
    var bodies = new Bodies(dialect);
    OpenMeterAccounts accounts = accounts(dialect);
    server.answers(200, bodies.list()).answers(200, plan(bodies, 3)).answers(201, made(bodies, 3));
    assertThat(ensure(accounts)).isInstanceOf(Step.Done.class);
    now.updateAndGet(then -> then.plus(Duration.ofMinutes(5)).minusMillis(1));
    server.answers(200, bodies.list()).answers(201, made(bodies, 3));
    assertThat(ensure(accounts)).isInstanceOf(Step.Done.class);
    assertThat(plansAskedFor()).isEqualTo(1);
    now.updateAndGet(then -> then.plusMillis(1));
    server.answers(200, bodies.list()).answers(200, plan(bodies, 4)).answers(201, made(bodies, 4));
    assertThat(ensure(accounts)).isInstanceOf(Step.Done.class);
    assertThat(plansAskedFor()).isEqualTo(2);
    assertThat(server.asked().getLast().body()).contains("\"version\":4");
  }

  @ParameterizedTest
  @EnumSource
  void anOldVersionIsGoneOnWithWhileTheServiceCannotTell(OpenMeterDialect dialect) {
    var bodies = new Bodies(dialect);
    OpenMeterAccounts accounts = accounts(dialect);
    server.answers(200, bodies.list()).answers(200, plan(bodies, 3)).answers(201, made(bodies, 3));
    assertThat(ensure(accounts)).isInstanceOf(Step.Done.class);
    now.updateAndGet(then -> then.plus(Duration.ofHours(1)));
    server.answers(200, bodies.list()).answers(503, "").answers(201, made(bodies, 3));
    assertThat(ensure(accounts)).isInstanceOf(Step.Done.class);
    assertThat(server.asked().getLast().body()).contains("\"version\":3");
  }

  @ParameterizedTest
  @EnumSource
  void anOldVersionIsNotGoneOnWithOnceThereIsNoActiveOne(OpenMeterDialect dialect) {
    var bodies = new Bodies(dialect);
    OpenMeterAccounts accounts = accounts(dialect);
    server.answers(200, bodies.list()).answers(200, plan(bodies, 3)).answers(201, made(bodies, 3));
    assertThat(ensure(accounts)).isInstanceOf(Step.Done.class);
    now.updateAndGet(then -> then.plus(Duration.ofHours(1)));
    server.answers(200, bodies.list()).answers(200, bodies.list());
    assertThat(kind(ensure(accounts))).isEqualTo(Kind.PLAN_NOT_FOUND);
    server.answers(200, bodies.list()).answers(503, "");
    assertThat(kind(ensure(accounts))).isEqualTo(Kind.UNREACHABLE);
  }

  @ParameterizedTest
  @EnumSource
  void thatThereIsNoPlanIsNotRemembered(OpenMeterDialect dialect) {
    var bodies = new Bodies(dialect);
    OpenMeterAccounts accounts = accounts(dialect);
    server.answers(200, bodies.list()).answers(200, bodies.list());
    assertThat(kind(ensure(accounts))).isEqualTo(Kind.PLAN_NOT_FOUND);
    server.answers(200, bodies.list()).answers(200, plan(bodies, 1)).answers(201, made(bodies, 1));
    assertThat(ensure(accounts)).isInstanceOf(Step.Done.class);
  }
}
