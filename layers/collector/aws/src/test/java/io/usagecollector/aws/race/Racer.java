package io.usagecollector.aws.race;

import io.usagecollector.aws.AwsClients;
import io.usagecollector.aws.dynamodb.DynamoDbEnsureItems;
import io.usagecollector.aws.dynamodb.DynamoDbPermits;
import io.usagecollector.aws.dynamodb.StateTable;
import io.usagecollector.core.customer.BillingAccounts;
import io.usagecollector.core.customer.CustomerKey;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.EnsureAnswer;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.EnsureFault.Remedy;
import io.usagecollector.core.customer.EnsureRequest;
import io.usagecollector.core.customer.EnsureScope;
import io.usagecollector.core.customer.EnsureService;
import io.usagecollector.core.customer.Ensured;
import io.usagecollector.core.customer.LocalPermits;
import io.usagecollector.core.customer.guard.EnsureItems;
import io.usagecollector.core.customer.guard.GuardPolicy;
import io.usagecollector.core.customer.guard.GuardedEnsure;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * One process of the race: callers who ensure the same customers, each in an order of their own,
 * and print what they were answered: key, customer, subscription. Its arguments: the service, its
 * URL, its key.
 */
public final class Racer {
  static final int CALLERS = 16;
  static final int CUSTOMERS = 100;

  private static final InstantSource CLOCK = InstantSource.system();
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration USUAL_RETRY = Duration.ofMillis(500);

  private final EnsureService ensure;

  private Racer(EnsureService ensure) {
    this.ensure = ensure;
  }

  public static void main(String[] arguments) throws InterruptedException {
    var table = StateTable.in(TableEndpoint.TABLE, AwsClients.standard());
    var racer =
        new Racer(process(Service.valueOf(arguments[0]), arguments[1], arguments[2], table));
    List<Thread> callers =
        IntStream.range(0, CALLERS)
            .mapToObj(i -> Thread.ofPlatform().start(() -> racer.call(new Random(i))))
            .toList();
    for (Thread caller : callers) {
      caller.join();
    }
    System.exit(0);
  }

  /** What a process has of its own. */
  static EnsureService process(Service service, String url, String key, StateTable table) {
    var random = new SecureRandom();
    var own = new LocalPermits(1, Thread::sleep, random);
    var permits = new DynamoDbPermits(table, service.name(), own, CLOCK, Thread::sleep, random);
    BillingAccounts accounts = service.accounts(url, key, permits, random);
    return new GuardedEnsure(
        accounts,
        items(accounts.name(), table),
        EnsureScope.SUBSCRIPTION,
        GuardPolicy.USUAL,
        CLOCK,
        Thread::sleep,
        random,
        () -> UUID.randomUUID().toString());
  }

  static EnsureItems items(String service, StateTable table) {
    return new DynamoDbEnsureItems(table, service, CLOCK);
  }

  static List<CustomerKey> keys() {
    return IntStream.range(0, CUSTOMERS).mapToObj(i -> new CustomerKey("acme:u" + i)).toList();
  }

  private void call(Random random) {
    List<CustomerKey> keys = new ArrayList<>(keys());
    Collections.shuffle(keys, random);
    try {
      for (CustomerKey key : keys) {
        untilReady(key);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void untilReady(CustomerKey key) throws InterruptedException {
    while (true) {
      switch (ensure.ensure(EnsureRequest.of(key), Deadline.in(PATIENCE, CLOCK))) {
        case EnsureAnswer.Ready(Ensured ensured) -> {
          System.out.println(
              key.value()
                  + " "
                  + ensured.customer().id()
                  + " "
                  + ensured.subscription().orElseThrow().id());
          return;
        }
        case EnsureAnswer.Failed(EnsureFault fault) -> {
          System.err.println(fault);
          if (fault.kind().remedy() != Remedy.WAIT) {
            System.exit(1);
          }
          Thread.sleep(fault.retryAfter().orElse(USUAL_RETRY));
        }
      }
    }
  }
}
