package io.usagecollector.core.customer.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.customer.CustomerKey;
import io.usagecollector.core.customer.EnsureFault.Kind;
import io.usagecollector.core.customer.EnsureRequest;
import io.usagecollector.core.customer.EnsureScope;
import io.usagecollector.core.customer.Ensured;
import io.usagecollector.core.customer.Ensured.Created;
import io.usagecollector.core.customer.guard.EnsureState.CustomerReady;
import io.usagecollector.core.customer.guard.EnsureState.Ready;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GuardMemoryTest {
  private final Bench bench = new Bench();

  @Test
  void whatOneCallCreatedTheNextDidNot() {
    bench.accounts.customers.add(() -> ScriptedAccounts.customer(Bench.REQUEST, true));
    bench.accounts.subscriptions.add(() -> ScriptedAccounts.subscription("subs_1", true));
    GuardedEnsure process = bench.process();
    Ensured first = Bench.ensured(bench.ensure(process));
    assertThat(first.created()).isEqualTo(new Created(true, true));
    Ensured cached = Bench.ensured(bench.ensure(process));
    Ensured read = Bench.ensured(bench.ensure());
    assertThat(cached)
        .isEqualTo(new Ensured(first.customer(), first.subscription(), Created.NOTHING))
        .isEqualTo(read);
  }

  @Test
  void whoIsReadyCostsOneReadAndThenNothingForFiveMinutes() {
    Bench.ensured(bench.ensure());
    GuardedEnsure process = bench.process();
    bench.accounts.calls.clear();
    bench.items.calls = 0;
    Bench.ensured(bench.ensure(process));
    assertThat(bench.items.calls).isOne();
    bench.time.pass(Duration.ofMinutes(4));
    Bench.ensured(bench.ensure(process));
    assertThat(bench.items.calls).isOne();
    bench.time.pass(Duration.ofMinutes(2));
    Bench.ensured(bench.ensure(process));
    assertThat(bench.items.calls).isEqualTo(2);
    assertThat(bench.accounts.calls).isEmpty();
  }

  @Test
  void whoIsReadyIsLookedAtAgainAfterAboutADay() {
    Bench.ensured(bench.ensure());
    Ready ready = (Ready) bench.item().state();
    assertThat(Duration.between(bench.time.instant(), ready.verifyAfter()))
        .isBetween(Duration.ofMinutes(1152), Duration.ofMinutes(1728));
    bench.accounts.calls.clear();
    bench.time.pass(Duration.ofMinutes(1151));
    Bench.ensured(bench.ensure());
    assertThat(bench.accounts.calls).isEmpty();
    bench.time.pass(Duration.ofMinutes(578));
    Bench.ensured(bench.ensure());
    assertThat(bench.accounts.calls).containsExactly("customer", "subscription of cust_a:b");
  }

  /** Others need not wait while nothing is amiss; a crash leaves nobody without. */
  @Test
  void whoIsLookedAtAgainStaysReadyMeanwhile() {
    Bench.ensured(bench.ensure());
    bench.time.pass(Duration.ofDays(2));
    bench.accounts.subscriptions.add(() -> {
      assertThat(bench.item().state()).isInstanceOf(Ready.class);
      return ScriptedAccounts.subscription("subs_2", false);
    });
    assertThat(Bench.ensured(bench.ensure()).subscription().orElseThrow().id()).isEqualTo("subs_2");
  }

  @Test
  void aFreshLookGoesPastAllThatIsRemembered() {
    GuardedEnsure process = bench.process();
    Bench.ensured(bench.ensure(process));
    bench.accounts.calls.clear();
    bench.time.pass(Duration.ofSeconds(1));
    bench.accounts.subscriptions.add(() -> ScriptedAccounts.subscription("subs_2", true));
    Ensured fresh = Bench.ensured(process.ensure(Bench.FRESH, bench.in(Bench.PATIENCE)));
    assertThat(fresh.subscription().orElseThrow().id()).isEqualTo("subs_2");
    assertThat(bench.accounts.calls).containsExactly("customer", "subscription of cust_a:b");
    assertThat(Bench.ensured(bench.ensure(process)).subscription().orElseThrow().id())
        .isEqualTo("subs_2");
  }

  @Test
  void aLookThatBeganAfterTheCallIsFresh() {
    GuardedEnsure waiting = bench.process();
    var process = bench.process();
    Bench.ensured(bench.ensure());
    bench.time.pass(Duration.ofSeconds(1));
    bench.accounts.customers.add(() -> {
      bench.time.pass(Duration.ofSeconds(16));
      Bench.ensured(waiting.ensure(Bench.FRESH, bench.in(Bench.PATIENCE)));
      return ScriptedAccounts.customer(Bench.REQUEST, false);
    });
    Bench.ensured(process.ensure(Bench.FRESH, bench.in(Duration.ofMinutes(1))));
    assertThat(bench.accounts.calls.stream().filter("customer"::equals).count()).isEqualTo(3);
  }

  @Test
  void aFreshLookAsksForTheCustomerThoughItWasThere() {
    bench.accounts.subscriptions.add(ScriptedAccounts.failing(Kind.UNREACHABLE));
    bench.ensure();
    assertThat(bench.item().state()).isInstanceOf(CustomerReady.class);
    bench.accounts.calls.clear();
    Bench.ensured(bench.process().ensure(Bench.FRESH, bench.in(Bench.PATIENCE)));
    assertThat(bench.accounts.calls).containsExactly("customer", "subscription of cust_a:b");
  }

  @Test
  void ofCustomersAloneNobodyIsAskedForASubscription() {
    Ensured ensured = Bench.ensured(bench.ensure(bench.process(EnsureScope.CUSTOMER)));
    assertThat(ensured.subscription()).isEmpty();
    assertThat(bench.accounts.calls).containsExactly("customer");
    assertThat(bench.item().state()).isInstanceOf(Ready.class);
  }

  @Test
  void aCustomerAloneIsNotReadyWhereASubscriptionIsWanted() {
    Bench.ensured(bench.ensure(bench.process(EnsureScope.CUSTOMER)));
    GuardedEnsure process = bench.process();
    assertThat(process.ready(List.of(Bench.KEY), bench.in(Bench.PATIENCE))).isEmpty();
    bench.accounts.calls.clear();
    assertThat(Bench.ensured(bench.ensure(process)).subscription()).isPresent();
    assertThat(bench.accounts.calls).containsExactly("subscription of cust_a:b");
  }

  @Test
  void aCustomerWithASubscriptionIsReadyWhereNoneIsWanted() {
    Bench.ensured(bench.ensure());
    bench.accounts.calls.clear();
    Bench.ensured(bench.ensure(bench.process(EnsureScope.CUSTOMER)));
    assertThat(bench.accounts.calls).isEmpty();
  }

  @Test
  void manyAreLookedUpInOneReadAndThenInNone() {
    Ensured ensured = Bench.ensured(bench.ensure());
    GuardedEnsure process = bench.process();
    List<CustomerKey> keys = List.of(Bench.KEY, new CustomerKey("never"));
    bench.items.calls = 0;
    Map<CustomerKey, Ensured> ready = process.ready(keys, bench.in(Bench.PATIENCE));
    assertThat(ready).isEqualTo(Map.of(Bench.KEY, ensured));
    assertThat(bench.items.calls).isOne();
    assertThat(process.ready(List.of(Bench.KEY), bench.in(Bench.PATIENCE))).isEqualTo(ready);
    assertThat(bench.items.calls).isOne();
  }

  @Test
  void theCacheForgetsThoseNotAskedForTheLongest() {
    var cache = new ReadyCache(2);
    for (String key : List.of("1", "2", "3")) {
      Ensured one =
          Bench.ensured(
              bench
                  .process(EnsureScope.CUSTOMER)
                  .ensure(EnsureRequest.of(new CustomerKey(key)), bench.in(Bench.PATIENCE)));
      cache.put(one, bench.time.instant().plusSeconds(60));
    }
    assertThat(cache.get(new CustomerKey("1"), bench.time.instant())).isEmpty();
    assertThat(cache.get(new CustomerKey("3"), bench.time.instant())).isPresent();
  }
}
