package io.usagecollector.core.customer.flexprice;

import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.EnsureFault.Kind;
import io.usagecollector.core.customer.provision.Document;
import io.usagecollector.core.customer.provision.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The default plan, found by its lookup key, or by its id where no lookup key is so. Remembered for
 * five minutes, and longer while the service cannot be asked. Thread-safe.
 */
final class FlexpricePlans {
  private static final Duration REMEMBERED = Duration.ofMinutes(5);
  private static final Pattern ID = Pattern.compile("plan_\\w+");
  private static final String FIND = "find the plan";

  private final FlexpriceCalls calls;
  private final DefaultPlan wanted;
  private final InstantSource clock;
  private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

  private record Known(Plan plan, Instant until) {}

  FlexpricePlans(FlexpriceCalls calls, DefaultPlan wanted, InstantSource clock) {
    this.calls = calls;
    this.wanted = wanted;
    this.clock = clock;
  }

  /** The plan as it was found lately. */
  Look<Plan> plan(Deadline deadline) {
    Known last = known.get();
    if (last != null && clock.instant().isBefore(last.until())) {
      return new Look.Found<>(last.plan());
    }
    Look<Plan> asked = ask(deadline);
    boolean away =
        asked instanceof Look.Failed<Plan>(EnsureFault fault)
            && fault.kind().remedy() == EnsureFault.Remedy.WAIT;
    return away && last != null ? new Look.Found<>(last.plan()) : asked;
  }

  /** The plan as it is now. */
  Look<Plan> ask(Deadline deadline) {
    Look<Plan> look = look(deadline);
    if (look instanceof Look.Found<Plan>(Plan plan)) {
      known.set(new Known(plan, clock.instant().plus(REMEMBERED)));
    }
    return look;
  }

  private Look<Plan> look(Deadline deadline) {
    Map<String, ?> byKey = Map.of("lookup_key", wanted.key(), "limit", 1, "expand", "prices");
    Outcome page = calls.search(FIND, "/v1/plans/search", byKey, deadline);
    return switch (page) {
      case Outcome.Done(Document found) ->
          found.objects("items").stream()
              .filter(plan -> plan.text("lookup_key").filter(wanted.key()::equals).isPresent())
              .findFirst()
              .map(this::priced)
              .orElseGet(() -> byId(deadline));
      case Outcome.Failed(EnsureFault fault) -> new Look.Failed<>(fault);
      case Outcome.Absent _, Outcome.Exists _, Outcome.Gone _ -> missing();
    };
  }

  private Look<Plan> byId(Deadline deadline) {
    if (!ID.matcher(wanted.key()).matches()) {
      return missing();
    }
    return switch (calls.get(FIND, "/v1/plans/" + wanted.key(), deadline)) {
      case Outcome.Done(Document plan) -> Plan.isActive(plan) ? priced(plan) : missing();
      case Outcome.Failed(EnsureFault fault) -> new Look.Failed<>(fault);
      case Outcome.Absent _, Outcome.Exists _, Outcome.Gone _ -> missing();
    };
  }

  private Look<Plan> priced(Document plan) {
    return Plan.read(plan, wanted, clock.instant())
        .<Look<Plan>>map(Look.Found::new)
        .orElseGet(() ->
            new Look.Failed<>(
                new EnsureFault(Kind.BILLING_SETUP, FIND + ": it has no price in force")));
  }

  private static Look<Plan> missing() {
    return new Look.Failed<>(
        new EnsureFault(
            Kind.PLAN_NOT_FOUND,
            FIND + ": no published plan has ENSURE_PLAN as its lookup key or its id"));
  }
}
