package io.usagecollector.aws.assembly;

import io.usagecollector.aws.AwsClients;
import io.usagecollector.aws.dynamodb.DynamoDbEnsureItems;
import io.usagecollector.aws.dynamodb.DynamoDbPermits;
import io.usagecollector.aws.dynamodb.StateTable;
import io.usagecollector.aws.secret.CachedSecrets;
import io.usagecollector.core.config.output.Output;
import io.usagecollector.core.customer.BillingAccounts;
import io.usagecollector.core.customer.CreatePermits;
import io.usagecollector.core.customer.EnsureScope;
import io.usagecollector.core.customer.LocalPermits;
import io.usagecollector.core.customer.Sleeper;
import io.usagecollector.core.customer.guard.EnsureItems;
import io.usagecollector.core.customer.guard.GuardPolicy;
import io.usagecollector.core.customer.guard.GuardedEnsure;
import io.usagecollector.core.customer.guard.LocalItems;
import io.usagecollector.core.customer.guard.Sweep;
import io.usagecollector.core.customer.identity.Identification;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * How customers are ensured, as settings and configuration say: a pure function of both, so that a
 * snapshot may hold it. What it makes of it may be part of none.
 */
public final class EnsureAssembly {
  private static final Sleeper SLEEPER = Thread::sleep;

  /** As many as one process may create at once: four hang OpenMeter, wherever they come from. */
  private static final int OWN_PERMITS = 1;

  private final EnsureSettings settings;
  private final EnsureScope scope;
  private final StateSettings state;
  private final Output output;

  private EnsureAssembly(
      EnsureSettings settings, EnsureScope scope, StateSettings state, Output output) {
    this.settings = settings;
    this.scope = scope;
    this.state = state;
    this.output = output;
  }

  /**
   * Reads the environment.
   *
   * @param output names the billing service, and where it is
   * @return nothing where no customer is ensured
   * @throws IllegalArgumentException for a setting that is missing or cannot be meant
   */
  public static Optional<EnsureAssembly> of(Variables environment, Output output) {
    EnsureSettings settings = EnsureSettings.of(environment);
    StateSettings state = StateSettings.of(environment);
    Optional<EnsureScope> scope = settings.scope();
    if (scope.filter(EnsureScope.SUBSCRIPTION::equals).isPresent()
        && state.table().isEmpty()
        && ConfiguredAccounts.needGuard(output)) {
      throw new IllegalArgumentException(
          "STATE_TABLE is not set: give the DynamoDB table that callers share, or set"
              + " ENSURE=customer: without it two callers may make two subscriptions for one"
              + " customer, and both would be billed");
    }
    return scope.map(wanted -> new EnsureAssembly(settings, wanted, state, output));
  }

  /** Who is meant by what requests and events say. */
  public Identification identification() {
    return new Identification(settings.ownerPrefix());
  }

  /** Puts it together, for one instance. */
  public Ensuring live(AwsClients clients, InstantSource clock) {
    RandomGenerator random = new SecureRandom();
    Optional<StateTable> table = state.table().map(name -> StateTable.in(name, clients));
    BillingAccounts accounts =
        new ConfiguredAccounts(settings, CachedSecrets.of(clients), clock, SLEEPER, random)
            .of(output, permits(table, clock, random));
    EnsureItems items =
        table
            .<EnsureItems>map(shared -> new DynamoDbEnsureItems(shared, accounts.name(), clock))
            .orElseGet(() -> new LocalItems(GuardPolicy.USUAL.mostCached()));
    var service =
        new GuardedEnsure(
            accounts,
            items,
            scope,
            GuardPolicy.USUAL,
            clock,
            SLEEPER,
            random,
            () -> UUID.randomUUID().toString());
    return new Ensuring(
        service, new Sweep(items, service), accounts, table.map(shared -> shared::answers));
  }

  /** The fleet's where there is a table, else this instance's own. */
  private CreatePermits permits(
      Optional<StateTable> table, InstantSource clock, RandomGenerator random) {
    var own = new LocalPermits(OWN_PERMITS, SLEEPER, random);
    return table
        .<CreatePermits>map(shared ->
            new DynamoDbPermits(shared, ConfiguredSink.name(output), own, clock, SLEEPER, random))
        .orElse(own);
  }
}
