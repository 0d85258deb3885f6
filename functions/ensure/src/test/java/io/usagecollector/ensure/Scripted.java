package io.usagecollector.ensure;

import io.usagecollector.aws.assembly.Ensuring;
import io.usagecollector.core.customer.BillingAccounts;
import io.usagecollector.core.customer.BillingCustomer;
import io.usagecollector.core.customer.BillingSubscription;
import io.usagecollector.core.customer.CustomerKey;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.EnsureAnswer;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.EnsureRequest;
import io.usagecollector.core.customer.EnsureService;
import io.usagecollector.core.customer.Ensured;
import io.usagecollector.core.customer.guard.LocalItems;
import io.usagecollector.core.customer.guard.Sweep;
import io.usagecollector.core.customer.identity.Identification;
import io.usagecollector.core.customer.identity.OwnerPrefix;
import io.usagecollector.ensure.request.WhoIsMeant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A service that answers as it is told to, behind the real handler. */
final class Scripted implements EnsureService, BillingAccounts {
  /** Everybody who was ensured, in order. */
  final List<CustomerKey> asked = Collections.synchronizedList(new ArrayList<>());

  private final Function<EnsureRequest, EnsureAnswer> script;
  private final Optional<EnsureFault> unreachable;
  private final boolean tableAnswers;

  private Scripted(
      Function<EnsureRequest, EnsureAnswer> script,
      Optional<EnsureFault> unreachable,
      boolean tableAnswers) {
    this.script = script;
    this.unreachable = unreachable;
    this.tableAnswers = tableAnswers;
  }

  /** One at which everybody is, as customer 1 with subscription 1. */
  static Scripted ready() {
    return answering(request ->
        new EnsureAnswer.Ready(
            new Ensured(
                new BillingCustomer(request.key(), "cust_1"),
                Optional.of(new BillingSubscription("subs_1", "pro", "active", Optional.empty())),
                Ensured.Created.NOTHING)));
  }

  static Scripted answering(Function<EnsureRequest, EnsureAnswer> script) {
    return new Scripted(script, Optional.empty(), true);
  }

  static Scripted failing(EnsureFault fault) {
    return new Scripted(_ -> new EnsureAnswer.Failed(fault), Optional.of(fault), true);
  }

  static Scripted withoutTable() {
    return new Scripted(_ -> new EnsureAnswer.Failed(BUSY), Optional.empty(), false);
  }

  private static final EnsureFault BUSY = new EnsureFault(EnsureFault.Kind.BUSY, "scripted");

  Caller caller() {
    return caller(OwnerPrefix.LITERAL);
  }

  Caller caller(OwnerPrefix mode) {
    var function = new EnsureFunction(new WhoIsMeant(new Identification(mode)), this::ensuring);
    return new Caller(
        new EnsureHandler(
            new Front(() -> function, new RequestTelemetry("ensure"), System::nanoTime)));
  }

  private Ensuring ensuring() {
    var sweep = new Sweep(new LocalItems(1), this);
    return new Ensuring(this, sweep, this, Optional.of(() -> tableAnswers));
  }

  @Override
  public EnsureAnswer ensure(EnsureRequest request, Deadline deadline) {
    asked.add(request.key());
    return script.apply(request);
  }

  @Override
  public Map<CustomerKey, Ensured> ready(Collection<CustomerKey> keys, Deadline deadline) {
    return Map.of();
  }

  @Override
  public String name() {
    return "flexprice";
  }

  @Override
  public boolean guardsSubscriptions() {
    return false;
  }

  @Override
  public Step<BillingCustomer> customer(EnsureRequest request, Deadline deadline) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Step<BillingSubscription> subscription(
      BillingCustomer customer, EnsureRequest request, Deadline deadline) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<EnsureFault> reachable(Duration timeout) {
    return unreachable;
  }

  @Override
  public void renewCredentials() {}
}
