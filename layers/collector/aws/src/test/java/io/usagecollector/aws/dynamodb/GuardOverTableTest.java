package io.usagecollector.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.core.customer.BillingAccounts;
import io.usagecollector.core.customer.BillingCustomer;
import io.usagecollector.core.customer.BillingSubscription;
import io.usagecollector.core.customer.CustomerKey;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.EnsureAnswer;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.EnsureRequest;
import io.usagecollector.core.customer.EnsureScope;
import io.usagecollector.core.customer.guard.GuardPolicy;
import io.usagecollector.core.customer.guard.GuardedEnsure;
import io.usagecollector.core.customer.guard.ItemsAwayException;
import io.usagecollector.core.customer.guard.Sweep;
import io.usagecollector.core.customer.guard.Sweep.Swept;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Leases that run out while their holder is at it, in the table's items. */
class GuardOverTableTest {
  private static LocalTable table;

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-28T12:00:00Z"));
  private final CustomerKey key = new CustomerKey("a:" + UUID.randomUUID());
  private final String service = UUID.randomUUID().toString();
  private final Accounts accounts = new Accounts();

  @BeforeAll
  static void start() {
    table = new LocalTable();
  }

  @AfterAll
  static void stop() {
    table.close();
  }

  /** Each answer may be preceded by something else. */
  private static final class Accounts implements BillingAccounts {
    final Deque<Runnable> before = new ArrayDeque<>();
    final List<String> made = new ArrayList<>();

    private void first() {
      Runnable next = before.poll();
      if (next != null) {
        next.run();
      }
    }

    @Override
    public String name() {
      return "scripted";
    }

    @Override
    public boolean guardsSubscriptions() {
      return false;
    }

    @Override
    public Step<BillingCustomer> customer(EnsureRequest request, Deadline deadline) {
      first();
      return new Step.Done<>(new BillingCustomer(request.key(), "cust_1"), true);
    }

    @Override
    public Step<BillingSubscription> subscription(
        BillingCustomer customer, EnsureRequest request, Deadline deadline) {
      first();
      made.add("subs_" + made.size());
      return new Step.Done<>(
          new BillingSubscription(made.getLast(), "pro", "active", Optional.empty()), true);
    }

    @Override
    public Optional<EnsureFault> reachable(Duration timeout) {
      return Optional.empty();
    }

    @Override
    public void renewCredentials() {}
  }

  private void pass(Duration time) {
    now.updateAndGet(then -> then.plus(time));
  }

  private DynamoDbEnsureItems items() {
    return new DynamoDbEnsureItems(table.table(), service, now::get);
  }

  private GuardedEnsure process() {
    return new GuardedEnsure(
        accounts,
        items(),
        EnsureScope.SUBSCRIPTION,
        GuardPolicy.USUAL,
        now::get,
        this::pass,
        new Random(1),
        () -> UUID.randomUUID().toString());
  }

  private String subscribed() {
    return switch (process()
        .ensure(EnsureRequest.of(key), Deadline.in(Duration.ofMinutes(1), now::get))) {
      case EnsureAnswer.Ready ready -> ready.ensured().subscription().orElseThrow().id();
      case EnsureAnswer.Failed failed -> throw new AssertionError(failed.fault().toString());
    };
  }

  @Test
  void aHolderWhoStandsStillBeforeItsFirstNoteMakesNothingMore() {
    accounts.before.add(() -> {
      pass(Duration.ofSeconds(16));
      assertThat(subscribed()).isEqualTo("subs_0");
    });
    assertThat(subscribed()).isEqualTo("subs_0");
    assertThat(accounts.made).containsExactly("subs_0");
  }

  @Test
  void aHolderWhoStandsStillBeforeItsLastNoteReturnsWhatTheNextOneNoted() {
    accounts.before.add(() -> {});
    accounts.before.add(() -> {
      pass(Duration.ofSeconds(16));
      assertThat(subscribed()).isEqualTo("subs_0");
    });
    assertThat(subscribed()).isEqualTo("subs_0");
    assertThat(accounts.made).containsExactly("subs_0", "subs_1");
  }

  @Test
  void whoNobodyComesBackToIsFinishedByTheSweep() throws ItemsAwayException {
    accounts.before.add(() -> {});
    accounts.before.add(() -> {
      throw new IllegalStateException("killed");
    });
    assertThatThrownBy(this::subscribed).hasMessage("killed");
    pass(Duration.ofMinutes(5));
    var sweep = new Sweep(items(), process());
    Instant before = now.get().minus(Duration.ofMinutes(3));
    Deadline deadline = Deadline.in(Duration.ofMinutes(1), now::get);
    assertThat(sweep.run(before, deadline)).isEqualTo(new Swept(1, 0, true));
    assertThat(sweep.run(before, deadline)).isEqualTo(new Swept(0, 0, true));
    assertThat(subscribed()).isEqualTo("subs_0");
    assertThat(accounts.made).containsExactly("subs_0");
  }
}
