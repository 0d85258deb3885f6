package io.usagecollector.core.customer.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.core.customer.CustomerKey;
import io.usagecollector.core.customer.EnsureFault.Kind;
import io.usagecollector.core.customer.EnsureRequest;
import io.usagecollector.core.customer.guard.EnsureState.Ready;
import io.usagecollector.core.customer.guard.Sweep.Swept;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SweepTest {
  private static final Duration WAITED = Duration.ofMinutes(5);

  private final Bench bench = new Bench();

  private Swept sweep(Duration time) throws ItemsAwayException {
    return new Sweep(bench.items, bench.process())
        .run(bench.time.instant().minus(WAITED), bench.in(time));
  }

  private void leave(String key) {
    bench.accounts.customers.add(() -> {
      throw new IllegalStateException("killed");
    });
    var request =
        new EnsureRequest(
            new CustomerKey(key), key, Optional.of(Instant.parse("2026-11-01T00:00:00Z")), false);
    assertThatThrownBy(() -> bench.process().ensure(request, bench.in(Bench.PATIENCE)))
        .hasMessage("killed");
  }

  @Test
  void whoWasLeftIsFinishedAsIfTheirCallHadGoneOn() throws ItemsAwayException {
    leave("a:b");
    bench.time.pass(Duration.ofMinutes(6));
    assertThat(sweep(Duration.ofMinutes(1))).isEqualTo(new Swept(1, 0, true));
    assertThat(bench.item().state()).isInstanceOf(Ready.class);
    assertThat(bench.accounts.requests.getLast().firstEvent())
        .contains(Instant.parse("2026-11-01T00:00:00Z"));
    assertThat(sweep(Duration.ofMinutes(1))).isEqualTo(new Swept(0, 0, true));
  }

  @Test
  void whoHasJustBegunIsLeftToTheirCall() throws ItemsAwayException {
    leave("a:b");
    bench.time.pass(Duration.ofMinutes(4));
    assertThat(sweep(Duration.ofMinutes(1))).isEqualTo(new Swept(0, 0, true));
  }

  @Test
  void theLongestWaitingComeFirstAsFarAsTheTimeGoes() throws ItemsAwayException {
    leave("a:b");
    bench.time.pass(Duration.ofMinutes(1));
    leave("later");
    bench.time.pass(Duration.ofMinutes(6));
    bench.accounts.customers.add(() -> {
      bench.time.pass(Duration.ofSeconds(9));
      return ScriptedAccounts.customer(Bench.REQUEST, true);
    });
    assertThat(sweep(Duration.ofSeconds(10))).isEqualTo(new Swept(1, 0, false));
    assertThat(bench.item().state()).isInstanceOf(Ready.class);
  }

  @Test
  void whoFailsKeepsNobodyElseWaiting() throws ItemsAwayException {
    for (int i = 0; i < 250; i++) {
      leave("customer " + i);
      bench.time.pass(Duration.ofMillis(1));
    }
    bench.time.pass(Duration.ofMinutes(6));
    for (int i = 0; i < 120; i++) {
      bench.accounts.customers.add(ScriptedAccounts.failing(Kind.UNREACHABLE));
    }
    assertThat(sweep(Duration.ofMinutes(5))).isEqualTo(new Swept(130, 120, true));
  }

  @Test
  void whoIsRefusedIsTriedAgainOnceTheBackoffIsOver() throws ItemsAwayException {
    bench.accounts.customers.add(ScriptedAccounts.failing(Kind.REJECTED));
    bench.ensure();
    bench.time.pass(Duration.ofMinutes(16));
    assertThat(sweep(Duration.ofMinutes(1))).isEqualTo(new Swept(0, 0, true));
    bench.time.pass(Duration.ofMinutes(5));
    assertThat(sweep(Duration.ofMinutes(1))).isEqualTo(new Swept(1, 0, true));
  }

  @Test
  void refusedCredentialsEndTheSweep() throws ItemsAwayException {
    leave("a:b");
    leave("other");
    bench.time.pass(Duration.ofMinutes(6));
    bench.accounts.customers.add(ScriptedAccounts.failing(Kind.MISCONFIGURED));
    assertThat(sweep(Duration.ofMinutes(1))).isEqualTo(new Swept(0, 1, false));
  }
}
