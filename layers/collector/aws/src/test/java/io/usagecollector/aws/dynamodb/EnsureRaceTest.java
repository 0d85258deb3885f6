package io.usagecollector.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.aws.dynamodb.LookThenCreateAccounts.Crash;
import io.usagecollector.core.customer.CustomerKey;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.EnsureAnswer;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.EnsureFault.Kind;
import io.usagecollector.core.customer.EnsureRequest;
import io.usagecollector.core.customer.EnsureScope;
import io.usagecollector.core.customer.EnsureService;
import io.usagecollector.core.customer.Ensured;
import io.usagecollector.core.customer.guard.EnsureItems;
import io.usagecollector.core.customer.guard.GuardPolicy;
import io.usagecollector.core.customer.guard.GuardedEnsure;
import io.usagecollector.core.customer.guard.LocalItems;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Callers of several processes, who share nothing but the table. */
class EnsureRaceTest {
  private static final int CALLERS = 64;
  private static final int CALLERS_A_PROCESS = 8;
  private static final int CUSTOMERS = 100;
  private static final InstantSource CLOCK = InstantSource.system();

  /** Whoever died is followed soon; what is late on a busy machine is not taken for dead. */
  private static final GuardPolicy POLICY =
      new GuardPolicy(
          Duration.ofSeconds(6),
          Duration.ofMillis(200),
          Duration.ofMillis(500),
          Duration.ofMillis(250),
          Duration.ofHours(24),
          Duration.ofMinutes(15),
          Duration.ofMinutes(15),
          Duration.ofSeconds(60),
          Duration.ofMillis(1),
          Duration.ofMinutes(5),
          10_000,
          4);

  private static LocalTable table;

  private final LookThenCreateAccounts accounts =
      new LookThenCreateAccounts(() -> table.item("something else"));

  @BeforeAll
  static void start() {
    table = new LocalTable();
  }

  @AfterAll
  static void stop() {
    table.close();
  }

  private EnsureService process(EnsureItems items) {
    return new GuardedEnsure(
        accounts,
        items,
        EnsureScope.SUBSCRIPTION,
        POLICY,
        CLOCK,
        Thread::sleep,
        new Random(),
        () -> UUID.randomUUID().toString());
  }

  /** What each caller was answered, for each customer. */
  private List<Map<CustomerKey, String>> race(Supplier<EnsureItems> items) throws Exception {
    List<EnsureService> processes =
        IntStream.range(0, CALLERS / CALLERS_A_PROCESS)
            .mapToObj(i -> process(items.get()))
            .toList();
    return AtOnce.run(
        CALLERS, i -> () -> caller(processes.get(i / CALLERS_A_PROCESS), new Random(i)));
  }

  private static Map<CustomerKey, String> caller(EnsureService process, Random random) {
    List<CustomerKey> keys =
        new ArrayList<>(
            IntStream.range(0, CUSTOMERS).mapToObj(i -> new CustomerKey("c:" + i)).toList());
    Collections.shuffle(keys, random);
    var answers = new HashMap<CustomerKey, String>();
    for (CustomerKey key : keys) {
      answers.put(key, answered(process, key));
    }
    return answers;
  }

  /** Whoever dies or is sent away is followed by another. */
  private static String answered(EnsureService process, CustomerKey key) {
    Deadline patience = Deadline.in(Duration.ofMinutes(2), CLOCK);
    while (!patience.isOver()) {
      Optional<String> answer = tried(process, key, patience.within(Duration.ofSeconds(20)));
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    throw new AssertionError("not ready in two minutes");
  }

  private static Optional<String> tried(EnsureService process, CustomerKey key, Deadline deadline) {
    try {
      return switch (process.ensure(EnsureRequest.of(key), deadline)) {
        case EnsureAnswer.Ready(Ensured ensured) ->
            Optional.of(ensured.customer().id() + " " + ensured.subscription().orElseThrow().id());
        case EnsureAnswer.Failed(EnsureFault fault) -> {
          assertThat(fault.kind()).isIn(Kind.BUSY, Kind.GUARD_AWAY);
          yield Optional.empty();
        }
      };
    } catch (Crash e) {
      return Optional.empty();
    }
  }

  @Test
  void sixtyFourCallersMakeAHundredCustomersWithOneSubscriptionEach() throws Exception {
    List<Map<CustomerKey, String>> answers =
        race(() -> new DynamoDbEnsureItems(table.table(), "raced", CLOCK));
    assertThat(accounts.customers).hasSize(CUSTOMERS);
    assertThat(accounts.subscriptions).hasSize(CUSTOMERS);
    assertThat(accounts.subscriptions.values()).allSatisfy(all -> assertThat(all).hasSize(1));
    assertThat(Set.copyOf(answers)).hasSize(1);
    assertThat(accounts.crashes()).isPositive();
    assertThat(
            new DynamoDbEnsureItems(table.table(), "raced", CLOCK).pendingSince(CLOCK.instant(), 1))
        .isEmpty();
  }

  /** Else the test above would show nothing. */
  @Test
  void processesThatDoNotShareATableMakeMore() throws Exception {
    race(() -> new LocalItems(1_000));
    List<Integer> counts =
        accounts.subscriptions.values().stream().map(List::size).collect(Collectors.toList());
    assertThat(counts).anySatisfy(count -> assertThat(count).isGreaterThan(1));
  }
}
