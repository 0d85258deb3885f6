package io.usagecollector.core.customer.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.customer.BillingSubscription;
import io.usagecollector.core.customer.CustomerKey;
import io.usagecollector.core.customer.EnsureAnswer;
import io.usagecollector.core.customer.EnsureFault.Kind;
import io.usagecollector.core.customer.EnsureRequest;
import io.usagecollector.core.customer.EnsureScope;
import io.usagecollector.core.customer.guard.EnsureState.CustomerReady;
import io.usagecollector.core.customer.guard.FragileItems.Call;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Without the table. */
class GuardAwayTest {
  private final Bench bench = new Bench();

  @ParameterizedTest
  @EnumSource(names = {"READ", "TAKE"})
  void whereTheServiceGuardsItGoesOnWithoutIt(Call away) {
    bench.items.away.add(away);
    GuardedEnsure process = bench.process();
    assertThat(Bench.ensured(bench.ensure(process)).subscription()).isPresent();
    assertThat(bench.accounts.calls).containsExactly("customer", "subscription of cust_a:b");
    Bench.ensured(bench.ensure(process));
    assertThat(bench.accounts.calls).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(names = {"READ", "TAKE"})
  void whereTheServiceWouldBillTwiceItWaits(Call away) {
    bench.accounts.guardsSubscriptions = false;
    bench.items.away.add(away);
    assertThat(Bench.fault(bench.ensure()))
        .satisfies(fault -> {
          assertThat(fault.kind()).isEqualTo(Kind.GUARD_AWAY);
          assertThat(fault.detail()).isEqualTo("no table today");
          assertThat(fault.retryAfter()).contains(Duration.ofSeconds(5));
        });
    assertThat(bench.accounts.calls).isEmpty();
  }

  @Test
  void customersAloneEveryServiceGuards() {
    bench.accounts.guardsSubscriptions = false;
    bench.items.away.add(Call.READ);
    Bench.ensured(bench.ensure(bench.process(EnsureScope.CUSTOMER)));
    assertThat(bench.accounts.calls).containsExactly("customer");
  }

  @Test
  void aTableThatWasAwayIsLeftAloneForFiveSeconds() {
    GuardedEnsure process = bench.process();
    bench.items.away.add(Call.READ);
    ensure(process, "1");
    bench.items.away.clear();
    bench.items.calls = 0;
    bench.time.pass(Duration.ofSeconds(4));
    ensure(process, "2");
    assertThat(bench.items.calls).isZero();
    bench.time.pass(Duration.ofSeconds(1));
    ensure(process, "3");
    assertThat(bench.items.calls).isPositive();
  }

  private EnsureAnswer ensure(GuardedEnsure process, String key) {
    return process.ensure(EnsureRequest.of(new CustomerKey(key)), bench.in(Bench.PATIENCE));
  }

  @Test
  void withoutItNoMoreThanFourAreWorkedOnAtOnce() {
    GuardedEnsure process = bench.process(EnsureScope.CUSTOMER);
    bench.items.away.add(Call.READ);
    for (int i = 1; i <= 4; i++) {
      int next = i + 1;
      bench.accounts.customers.add(() -> {
        EnsureAnswer inner = ensure(process, Integer.toString(next));
        if (next == 5) {
          assertThat(Bench.fault(inner).kind()).isEqualTo(Kind.BUSY);
        } else {
          Bench.ensured(inner);
        }
        return ScriptedAccounts.customer(Bench.REQUEST, true);
      });
    }
    process.ensure(Bench.REQUEST, bench.in(Duration.ofMinutes(5)));
    assertThat(bench.accounts.customers).isEmpty();
  }

  @Test
  void aTableLostOnTheWayChangesNothingForTheOneWhoHoldsTheCustomer() {
    bench.accounts.customers.add(() -> {
      bench.items.away.add(Call.WRITE);
      return ScriptedAccounts.customer(Bench.REQUEST, true);
    });
    assertThat(Bench.ensured(bench.ensure()).subscription()).isPresent();
    assertThat(bench.accounts.calls).containsExactly("customer", "subscription of cust_a:b");
    assertThat(bench.item().lease()).isPresent();
  }

  /** Nobody else knows of a longer lease that may not be written. */
  @Test
  void aLeaseThatMayNotBeLongerIsTakenForTheShorterOne() {
    bench.accounts.customers.add(() -> {
      bench.items.away.add(Call.WRITE);
      bench.time.pass(Duration.ofSeconds(10));
      return ScriptedAccounts.customer(Bench.REQUEST, true);
    });
    bench.ensure();
    assertThat(bench.accounts.times)
        .containsExactly(Duration.ofMillis(14_500), Duration.ofMillis(4_500));
  }

  @Test
  void aTableThatComesBackIsWrittenUnderTheSameFence() {
    bench.accounts.customers.add(() -> {
      bench.items.away.add(Call.WRITE);
      return ScriptedAccounts.customer(Bench.REQUEST, true);
    });
    bench.accounts.subscriptions.add(() -> {
      bench.items.away.clear();
      return ScriptedAccounts.<BillingSubscription>failing(Kind.UNREACHABLE).get();
    });
    assertThat(Bench.fault(bench.ensure()).kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(bench.item().state()).isInstanceOf(CustomerReady.class);
    assertThat(bench.item().lease()).isEmpty();
  }

  @Test
  void whoIsReadyIsUnknownWithoutIt() {
    Bench.ensured(bench.ensure());
    bench.items.away.add(Call.READ_MANY);
    assertThat(bench.process().ready(List.of(Bench.KEY), bench.in(Bench.PATIENCE))).isEmpty();
  }
}
