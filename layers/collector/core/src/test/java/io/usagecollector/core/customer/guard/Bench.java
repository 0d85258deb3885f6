package io.usagecollector.core.customer.guard;

import io.usagecollector.core.customer.CustomerKey;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.EnsureAnswer;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.EnsureRequest;
import io.usagecollector.core.customer.EnsureScope;
import io.usagecollector.core.customer.Ensured;
import io.usagecollector.core.customer.VirtualTime;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** A guard, a service that is told what to answer, items and virtual time. */
final class Bench {
  static final CustomerKey KEY = new CustomerKey("a:b");
  static final EnsureRequest REQUEST = EnsureRequest.of(KEY);
  static final EnsureRequest FRESH = new EnsureRequest(KEY, "a:b", Optional.empty(), true);
  static final Duration PATIENCE = Duration.ofSeconds(30);

  final VirtualTime time = new VirtualTime();
  final ScriptedAccounts accounts = new ScriptedAccounts();
  final FragileItems items = new FragileItems(new LocalItems(1_000));
  private final AtomicInteger owners = new AtomicInteger();

  /** Another process. */
  GuardedEnsure process(EnsureScope scope) {
    return new GuardedEnsure(
        accounts,
        items,
        scope,
        GuardPolicy.USUAL,
        time,
        time,
        new Random(1),
        () -> "owner-" + owners.incrementAndGet());
  }

  GuardedEnsure process() {
    return process(EnsureScope.SUBSCRIPTION);
  }

  /** As a process that remembers nothing is answered. */
  EnsureAnswer ensure() {
    return ensure(process());
  }

  EnsureAnswer ensure(GuardedEnsure process) {
    return process.ensure(REQUEST, in(PATIENCE));
  }

  Deadline in(Duration left) {
    return Deadline.in(left, time);
  }

  EnsureItem item() {
    return items.items.read(KEY).orElseThrow();
  }

  static Ensured ensured(EnsureAnswer answer) {
    return switch (answer) {
      case EnsureAnswer.Ready(Ensured ensured) -> ensured;
      case EnsureAnswer.Failed(EnsureFault fault) -> throw new AssertionError(fault.toString());
    };
  }

  static EnsureFault fault(EnsureAnswer answer) {
    return switch (answer) {
      case EnsureAnswer.Ready(Ensured ensured) -> throw new AssertionError(ensured.toString());
      case EnsureAnswer.Failed(EnsureFault fault) -> fault;
    };
  }
}
