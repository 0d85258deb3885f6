package io.usagecollector.core.customer.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.EnsureFault.Kind;
import io.usagecollector.core.customer.EnsureRequest;
import io.usagecollector.core.customer.Ensured.Created;
import io.usagecollector.core.customer.guard.EnsureState.CustomerReady;
import io.usagecollector.core.customer.guard.EnsureState.Ready;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuardLeaseTest {
  private final Bench bench = new Bench();

  @Test
  void requestsEndBeforeTheLeaseAndTheLeaseBeforeTheCaller() {
    List<Instant> leases = new ArrayList<>();
    bench.accounts.customers.add(() -> {
      leases.add(bench.item().lease().orElseThrow().until());
      return ScriptedAccounts.customer(Bench.REQUEST, true);
    });
    Instant start = bench.time.instant();
    Bench.ensured(bench.process().ensure(Bench.REQUEST, bench.in(Duration.ofSeconds(8))));
    assertThat(leases).containsExactly(start.plus(Duration.ofMillis(7_800)));
    assertThat(bench.accounts.times)
        .containsExactly(Duration.ofMillis(7_300), Duration.ofMillis(7_300));
  }

  @Test
  void eachStepHasALeaseOfItsOwn() {
    bench.accounts.customers.add(() -> {
      bench.time.pass(Duration.ofSeconds(10));
      return ScriptedAccounts.customer(Bench.REQUEST, true);
    });
    Bench.ensured(bench.process().ensure(Bench.REQUEST, bench.in(Duration.ofMinutes(1))));
    assertThat(bench.accounts.times)
        .containsExactly(Duration.ofMillis(14_500), Duration.ofMillis(14_500));
  }

  @Test
  void withTooLittleTimeNothingIsBegun() {
    assertThat(Bench.fault(bench.process().ensure(Bench.REQUEST, bench.in(Duration.ofMillis(900)))))
        .extracting(fault -> fault.kind())
        .isEqualTo(Kind.BUSY);
    assertThat(bench.accounts.calls).isEmpty();
  }

  @Test
  void whoeverFindsAnotherAtItWaitsForWhatComesOfIt() {
    GuardedEnsure waiting = bench.process();
    bench.accounts.customers.add(() -> {
      assertThat(Bench.fault(waiting.ensure(Bench.REQUEST, bench.in(Duration.ofSeconds(5)))))
          .satisfies(fault -> {
            assertThat(fault.kind()).isEqualTo(Kind.BUSY);
            assertThat(fault.retryAfter()).contains(Duration.ofSeconds(10));
          });
      return ScriptedAccounts.customer(Bench.REQUEST, true);
    });
    Bench.ensured(bench.ensure());
    assertThat(bench.accounts.calls).containsExactly("customer", "subscription of cust_a:b");
    assertThat(Bench.ensured(bench.ensure(waiting)).created()).isEqualTo(Created.NOTHING);
  }

  @Test
  void aHolderPausedPastTheLeaseStopsAndReturnsWhatTheNextOneCameTo() {
    GuardedEnsure next = bench.process();
    bench.accounts.customers.add(() -> {
      bench.time.pass(Duration.ofSeconds(16));
      bench.accounts.subscriptions.add(() -> ScriptedAccounts.subscription("subs_next", true));
      assertThat(Bench.ensured(bench.ensure(next)).subscription().orElseThrow().id())
          .isEqualTo("subs_next");
      return ScriptedAccounts.customer(Bench.REQUEST, true);
    });
    assertThat(Bench.ensured(bench.ensure()).subscription().orElseThrow().id())
        .isEqualTo("subs_next");
    assertThat(bench.accounts.calls)
        .containsExactly("customer", "customer", "subscription of cust_a:b");
  }

  /** By a clock that is ahead: the lease runs still by its holder's own. */
  @Test
  void aHolderWhoIsOverthrownBeforeTheirTimeTakesNoFurtherStep() {
    bench.accounts.customers.add(() -> {
      EnsureItem held = bench.item();
      var other = new EnsureItem.Lease("other", bench.time.instant().plusSeconds(15));
      bench.items.items.take(Bench.KEY, Optional.of(held), held.taken(held.state(), other));
      return ScriptedAccounts.customer(Bench.REQUEST, true);
    });
    Bench.ensured(bench.ensure());
    assertThat(bench.accounts.calls)
        .containsExactly("customer", "customer", "subscription of cust_a:b");
  }

  @Test
  void aLeaseThatAWrongClockHasSetKeepsNobodyOut() {
    bench.accounts.subscriptions.add(() -> {
      throw new IllegalStateException("killed");
    });
    bench.time.pass(Duration.ofDays(1));
    assertThatThrownBy(bench::ensure).hasMessage("killed");
    bench.time.pass(Duration.ofDays(-1));
    Instant asked = bench.time.instant();
    Bench.ensured(bench.ensure());
    assertThat(bench.time.instant()).isEqualTo(asked);
  }

  @Test
  void aHolderWhoFinishesAfterTheNextOneOverwritesNothing() {
    GuardedEnsure next = bench.process();
    bench.accounts.subscriptions.add(() -> {
      bench.time.pass(Duration.ofSeconds(16));
      bench.accounts.subscriptions.add(() -> ScriptedAccounts.subscription("subs_next", true));
      Bench.ensured(bench.ensure(next));
      return ScriptedAccounts.subscription("subs_late", true);
    });
    assertThat(Bench.ensured(bench.ensure()).subscription().orElseThrow().id())
        .isEqualTo("subs_next");
    assertThat(((Ready) bench.item().state()).subscription().orElseThrow().id())
        .isEqualTo("subs_next");
  }

  @Test
  void aHolderWhoIsLateButWasNotFollowedMayFinish() {
    bench.accounts.subscriptions.add(() -> {
      bench.time.pass(Duration.ofSeconds(16));
      return ScriptedAccounts.subscription("subs_late", true);
    });
    assertThat(Bench.ensured(bench.ensure()).subscription().orElseThrow().id())
        .isEqualTo("subs_late");
  }

  @Test
  void aHolderWhoseTimeIsUpBeginsNoFurtherStep() {
    bench.accounts.customers.add(() -> {
      bench.time.pass(Duration.ofSeconds(30));
      return ScriptedAccounts.customer(Bench.REQUEST, true);
    });
    assertThat(Bench.fault(bench.ensure()).kind()).isEqualTo(Kind.BUSY);
    assertThat(bench.accounts.calls).containsExactly("customer");
    assertThat(bench.item().state()).isInstanceOf(CustomerReady.class);
    assertThat(bench.item().lease()).isEmpty();
  }

  @Test
  void whatAProcessLeftThatDiedIsGoneOnWithOnceItsLeaseIsOver() {
    bench.accounts.subscriptions.add(() -> {
      throw new IllegalStateException("killed");
    });
    assertThatThrownBy(bench::ensure).hasMessage("killed");
    assertThat(bench.item().state()).isInstanceOf(CustomerReady.class);
    Instant over = bench.item().lease().orElseThrow().until();

    Instant asked = bench.time.instant();
    Bench.ensured(bench.ensure());
    assertThat(bench.time.instant()).isBetween(over, over.plusMillis(500));
    assertThat(asked).isBefore(over);
    assertThat(bench.accounts.calls)
        .containsExactly("customer", "subscription of cust_a:b", "subscription of cust_a:b");
  }

  /** Else its events would lie before the subscription, and be billed to nobody. */
  @Test
  void theEarliestEventThatAnyCallerKnewOfIsNotForgotten() {
    Instant first = Instant.parse("2026-11-01T00:00:00Z");
    bench.accounts.customers.add(ScriptedAccounts.failing(Kind.UNREACHABLE));
    bench.process().ensure(at(first), bench.in(Bench.PATIENCE));
    bench.process().ensure(at(first.plusSeconds(3_600)), bench.in(Bench.PATIENCE));
    assertThat(bench.accounts.requests.getLast().firstEvent()).contains(first);
  }

  private static EnsureRequest at(Instant event) {
    return new EnsureRequest(Bench.KEY, "a:b", Optional.of(event), false);
  }

  @Test
  void anInterruptedWaiterIsAnsweredAtOnceAndStaysInterrupted() {
    Deadline deadline = bench.in(Bench.PATIENCE);
    bench.accounts.customers.add(() -> {
      Thread.currentThread().interrupt();
      assertThat(Bench.fault(bench.ensure()).kind()).isEqualTo(Kind.BUSY);
      assertThat(Thread.interrupted()).isTrue();
      return ScriptedAccounts.customer(Bench.REQUEST, true);
    });
    Bench.ensured(bench.process().ensure(Bench.REQUEST, deadline));
  }
}
