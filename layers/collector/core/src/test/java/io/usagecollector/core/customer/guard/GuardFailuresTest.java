package io.usagecollector.core.customer.guard;

import static io.usagecollector.core.customer.guard.ScriptedAccounts.failing;
import static io.usagecollector.core.customer.guard.ScriptedAccounts.gone;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.customer.CustomerKey;
import io.usagecollector.core.customer.EnsureFault.Kind;
import io.usagecollector.core.customer.EnsureRequest;
import io.usagecollector.core.customer.guard.EnsureState.CustomerReady;
import io.usagecollector.core.customer.guard.EnsureState.FailedConfig;
import io.usagecollector.core.customer.guard.EnsureState.Pending;
import io.usagecollector.core.customer.guard.EnsureState.Ready;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the guard makes of each failure, row by row. */
class GuardFailuresTest {
  private final Bench bench = new Bench();

  @ParameterizedTest
  @EnumSource(names = {"REJECTED", "PLAN_NOT_FOUND", "BILLING_SETUP", "SUBJECT_CONFLICT"})
  void whatSomebodyMustChangeIsAnsweredWithoutACallUntilTheBackoffIsOver(Kind kind) {
    bench.accounts.subscriptions.add(failing(kind));
    assertThat(Bench.fault(bench.ensure()).kind()).isEqualTo(kind);
    assertThat(bench.item().state()).isInstanceOf(FailedConfig.class);
    assertThat(bench.item().lease()).isEmpty();

    bench.time.pass(Duration.ofMinutes(5));
    bench.accounts.calls.clear();
    assertThat(Bench.fault(bench.ensure()))
        .satisfies(fault -> {
          assertThat(fault.kind()).isEqualTo(kind);
          assertThat(fault.retryAfter()).contains(Duration.ofMinutes(10));
        });
    assertThat(bench.accounts.calls).isEmpty();

    bench.time.pass(Duration.ofMinutes(10));
    Bench.ensured(bench.ensure());
    assertThat(bench.item().state()).isInstanceOf(Ready.class);
  }

  @Test
  void theCustomerThatIsThereIsKeptWhereTheirSubscriptionIsRefused() {
    bench.accounts.subscriptions.add(failing(Kind.BILLING_SETUP));
    assertThat(Bench.fault(bench.ensure()).retryAfter()).contains(Duration.ofMinutes(15));
    bench.time.pass(Duration.ofMinutes(15));
    bench.accounts.calls.clear();
    Bench.ensured(bench.ensure());
    assertThat(bench.accounts.calls).containsExactly("subscription of cust_a:b");
  }

  @Test
  void credentialsThatAreRefusedAreFetchedOnceAndTriedAgain() {
    bench.accounts.customers.add(failing(Kind.CREDENTIALS_REFUSED));
    Bench.ensured(bench.ensure());
    assertThat(bench.accounts.calls)
        .containsExactly("customer", "renew", "customer", "subscription of cust_a:b");
  }

  @Test
  void credentialsThatStayRefusedStopTheProcessForAMinuteAndMarkNobody() {
    GuardedEnsure process = bench.process();
    bench.accounts.customers.add(failing(Kind.CREDENTIALS_REFUSED));
    bench.accounts.customers.add(failing(Kind.CREDENTIALS_REFUSED));
    assertThat(Bench.fault(bench.ensure(process)).kind()).isEqualTo(Kind.CREDENTIALS_REFUSED);
    assertThat(bench.item().state()).isInstanceOf(Pending.class);
    assertThat(bench.item().lease()).isEmpty();

    bench.accounts.calls.clear();
    bench.time.pass(Duration.ofSeconds(20));
    EnsureRequest other = EnsureRequest.of(new CustomerKey("other"));
    assertThat(Bench.fault(process.ensure(other, bench.in(Bench.PATIENCE))))
        .satisfies(fault -> {
          assertThat(fault.kind()).isEqualTo(Kind.CREDENTIALS_REFUSED);
          assertThat(fault.retryAfter()).contains(Duration.ofSeconds(40));
        });
    assertThat(bench.accounts.calls).isEmpty();

    bench.time.pass(Duration.ofSeconds(40));
    Bench.ensured(bench.ensure(process));
  }

  @Test
  void whoIsReadyIsAnsweredWhateverBecomesOfTheCredentials() {
    GuardedEnsure process = bench.process();
    Bench.ensured(bench.ensure());
    bench.accounts.customers.add(failing(Kind.MISCONFIGURED));
    EnsureRequest other = EnsureRequest.of(new CustomerKey("other"));
    assertThat(Bench.fault(process.ensure(other, bench.in(Bench.PATIENCE))).kind())
        .isEqualTo(Kind.MISCONFIGURED);
    Bench.ensured(bench.ensure(process));
  }

  @Test
  void aWrongAddressStopsTheProcessWithoutNewCredentials() {
    bench.accounts.customers.add(failing(Kind.MISCONFIGURED));
    assertThat(Bench.fault(bench.ensure()).kind()).isEqualTo(Kind.MISCONFIGURED);
    assertThat(bench.accounts.calls).containsExactly("customer");
    assertThat(bench.item().state()).isInstanceOf(Pending.class);
  }

  @Test
  void aCustomerWhoIsGoneIsMadeAgainOnce() {
    bench.accounts.subscriptions.add(gone());
    Bench.ensured(bench.ensure());
    assertThat(bench.accounts.calls)
        .containsExactly(
            "customer", "subscription of cust_a:b", "customer", "subscription of cust_a:b");
  }

  @Test
  void aCustomerWhoIsGoneAgainIsLeftForTheNextCallWithoutTheirId() {
    bench.accounts.subscriptions.add(gone());
    bench.accounts.subscriptions.add(gone());
    assertThat(Bench.fault(bench.ensure()).kind()).isEqualTo(Kind.CUSTOMER_GONE);
    assertThat(bench.item().state()).isInstanceOf(Pending.class);
    assertThat(bench.item().lease()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"UNKNOWN_OUTCOME", "UNREACHABLE"})
  void whereWaitingHelpsTheNextCallGoesOnAtOnceFromWhereThisOneCame(Kind kind) {
    bench.accounts.subscriptions.add(failing(kind));
    assertThat(Bench.fault(bench.ensure()).kind()).isEqualTo(kind);
    assertThat(bench.item().state()).isInstanceOf(CustomerReady.class);
    bench.accounts.calls.clear();
    Bench.ensured(bench.ensure());
    assertThat(bench.accounts.calls).containsExactly("subscription of cust_a:b");
  }

  @Test
  void aServiceThatAsksForAPauseIsNotAskedForThatCustomerUntilItIsOver() {
    bench.accounts.customers.add(failing(Kind.THROTTLED, Duration.ofSeconds(30)));
    assertThat(Bench.fault(bench.ensure()).retryAfter()).contains(Duration.ofSeconds(30));
    assertThat(bench.item().lease()).isEmpty();

    bench.time.pass(Duration.ofSeconds(10));
    assertThat(Bench.fault(bench.ensure()))
        .satisfies(fault -> {
          assertThat(fault.kind()).isEqualTo(Kind.THROTTLED);
          assertThat(fault.retryAfter()).contains(Duration.ofSeconds(20));
        });
    assertThat(bench.accounts.calls).containsExactly("customer");

    bench.time.pass(Duration.ofSeconds(20));
    Bench.ensured(bench.ensure());
  }

  @Test
  void aPauseOfADayIsAQuarterOfAnHour() {
    bench.accounts.customers.add(failing(Kind.THROTTLED, Duration.ofDays(1)));
    assertThat(Bench.fault(bench.ensure()).retryAfter()).contains(Duration.ofMinutes(15));
    bench.time.pass(Duration.ofMinutes(15));
    Bench.ensured(bench.ensure());
  }

  @Test
  void aPauseWithoutATimeIsASecond() {
    bench.accounts.customers.add(failing(Kind.THROTTLED));
    assertThat(Bench.fault(bench.ensure()).retryAfter())
        .isEqualTo(Optional.of(Duration.ofSeconds(1)));
  }
}
