package io.usagecollector.core.customer.openmeter;

import io.usagecollector.core.customer.BillingAccounts.Step;
import io.usagecollector.core.customer.BillingCustomer;
import io.usagecollector.core.customer.CustomerKey;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.EnsureFault.Kind;
import io.usagecollector.core.customer.EnsureRequest;
import io.usagecollector.core.customer.provision.Document;
import io.usagecollector.core.customer.provision.Outcome;
import java.util.Optional;

/** Finds customers, and makes those that are missing. */
final class Customers {
  private static final String CREATE = "create the customer";

  private final Dialect dialect;
  private final AccountCalls calls;
  private final Listing listing;

  Customers(Dialect dialect, AccountCalls calls) {
    this.dialect = dialect;
    this.calls = calls;
    this.listing = new Listing(calls);
  }

  /** The customer of exactly this key that is not deleted. */
  Lookup<BillingCustomer> find(CustomerKey key, Deadline deadline) {
    return listing.first(dialect.customersOfKey(key), item -> ofKey(key, item), deadline);
  }

  Step<BillingCustomer> ensure(EnsureRequest request, Deadline deadline) {
    return switch (find(request.key(), deadline)) {
      case Lookup.There<BillingCustomer>(var customer) -> new Step.Done<>(customer, false);
      case Lookup.Failed<BillingCustomer>(var fault) -> new Step.Failed<>(fault);
      case Lookup.Nowhere<BillingCustomer> _, Lookup.Gone<BillingCustomer> _ ->
          post(request, deadline).withOneMore();
    };
  }

  private Attempt<BillingCustomer> post(EnsureRequest request, Deadline deadline) {
    CustomerKey key = request.key();
    return switch (calls.post(
        "/customers", dialect.customer(request), AccountAnswers.OF_ALL, CREATE, deadline)) {
      case Outcome.Done(Document document) ->
          ofKey(key, document)
              .map(customer -> Attempt.over(new Step.Done<>(customer, true)))
              .orElseGet(() -> lookAgain(request, unreadable(), deadline));
      case Outcome.Exists _ -> whoHasIt(request, deadline);
      case Outcome.Absent _, Outcome.Gone _ ->
          Attempt.failed(new EnsureFault(Kind.MISCONFIGURED, CREATE + ": nothing takes customers"));
      case Outcome.Failed(EnsureFault fault) ->
          fault.kind() == Kind.UNKNOWN_OUTCOME
              ? lookAgain(request, fault, deadline)
              : Attempt.failed(fault);
    };
  }

  private static EnsureFault unreadable() {
    return new EnsureFault(Kind.UNKNOWN_OUTCOME, CREATE + ": done, but without a customer");
  }

  /** After an answer that leaves it open: whoever is there now is the one that was made. */
  private Attempt<BillingCustomer> lookAgain(
      EnsureRequest request, EnsureFault open, Deadline deadline) {
    return switch (find(request.key(), deadline)) {
      case Lookup.There<BillingCustomer>(var customer) ->
          Attempt.over(new Step.Done<>(customer, true));
      case Lookup.Nowhere<BillingCustomer> _, Lookup.Gone<BillingCustomer> _ ->
          new Attempt.Again<>(open, () -> post(request, deadline));
      case Lookup.Failed<BillingCustomer> _ -> Attempt.failed(open);
    };
  }

  /** After a conflict: somebody made the same customer, or has the key as a subject. */
  private Attempt<BillingCustomer> whoHasIt(EnsureRequest request, Deadline deadline) {
    return switch (find(request.key(), deadline)) {
      case Lookup.There<BillingCustomer>(var customer) ->
          Attempt.over(new Step.Done<>(customer, false));
      case Lookup.Failed<BillingCustomer>(var fault) -> Attempt.failed(fault);
      case Lookup.Nowhere<BillingCustomer> _, Lookup.Gone<BillingCustomer> _ ->
          whoseSubject(request, deadline);
    };
  }

  private Attempt<BillingCustomer> whoseSubject(EnsureRequest request, Deadline deadline) {
    CustomerKey key = request.key();
    ListQuery query = dialect.customersOfSubject(key);
    return switch (listing.first(query, item -> ofSubject(key, item), deadline)) {
      case Lookup.There<Document>(Document item) ->
          ofKey(key, item)
              .map(customer -> Attempt.over(new Step.Done<>(customer, false)))
              .orElseGet(() -> Attempt.failed(anothers()));
      case Lookup.Failed<Document>(var fault) -> Attempt.failed(fault);
      case Lookup.Nowhere<Document> _, Lookup.Gone<Document> _ ->
          new Attempt.Again<>(
              new EnsureFault(
                  Kind.UNKNOWN_OUTCOME, CREATE + ": 409, yet nobody is found who has the key"),
              () -> post(request, deadline));
    };
  }

  private static EnsureFault anothers() {
    return new EnsureFault(
        Kind.SUBJECT_CONFLICT, "the key is a subject of another customer: take it from there");
  }

  private Optional<BillingCustomer> ofKey(CustomerKey key, Document item) {
    return item.text("key").filter(key.value()::equals).isPresent() && isKept(item)
        ? item.text("id").map(id -> new BillingCustomer(key, id))
        : Optional.empty();
  }

  private Optional<Document> ofSubject(CustomerKey subject, Document item) {
    Names names = dialect.names();
    return Optional.of(item)
        .filter(this::isKept)
        .filter(one ->
            one.object(names.usageAttribution())
                .texts(names.subjectKeys())
                .contains(subject.value()));
  }

  private boolean isKept(Document item) {
    return item.text(dialect.names().deletedAt()).isEmpty();
  }
}
