package io.usagecollector.testkit.openmeter.catalog;

import io.usagecollector.testkit.openmeter.problem.Problem;
import io.usagecollector.testkit.openmeter.problem.Refused;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The customers. Keys are unique among those that are not deleted, and so are subject keys. Not
 * thread-safe: its owner holds one lock.
 */
public final class Customers {
  private static final String NAMESPACE = "default";

  private final Map<String, Customer> byId = new LinkedHashMap<>();
  private final Map<String, String> idByKey = new HashMap<>();
  private final Map<String, String> idBySubject = new HashMap<>();
  private final Origin origin;

  public Customers(Origin origin) {
    this.origin = origin;
  }

  public Customer create(Customer.Draft draft) {
    refuseUnstorable(draft);
    String key = draft.key();
    if (key != null) {
      refuseOverlap(key);
      if (idByKey.containsKey(key)) {
        throw new Refused(
            Problem.conflict(
                "key \"%s\" is already used by an another customer in the namespace %s"
                    .formatted(key, NAMESPACE)));
      }
    }
    if (draft.subjectKeys().stream().anyMatch(idBySubject::containsKey)) {
      throw new Refused(
          Problem.conflict(
              "one or multiple subject keys of [%s] are already associated with an different"
                      .formatted(String.join(", ", draft.subjectKeys()))
                  + " customer in the namespace "
                  + NAMESPACE));
    }
    var now = origin.now();
    return put(
        new Customer(
            origin.newId(),
            key,
            draft.name(),
            draft.subjectKeys(),
            draft.labels(),
            now,
            now,
            null));
  }

  /** Deleted ones too. */
  public Customer byId(String id) {
    return found(byId.get(id), "id " + id);
  }

  public Customer byKey(String key) {
    return found(byId.get(idByKey.getOrDefault(key, "")), "key " + key);
  }

  /** By id, deleted ones too, or by key. */
  public Customer byIdOrKey(String idOrKey) {
    Customer customer = byId.get(idOrKey);
    if (customer == null) {
      customer = byId.get(idByKey.getOrDefault(idOrKey, ""));
    }
    return found(customer, "id or key " + idOrKey);
  }

  /** Those that are not deleted, in the order they were made. */
  public List<Customer> list(Predicate<Customer> wanted) {
    return byId.values().stream().filter(c -> !c.isDeleted()).filter(wanted).toList();
  }

  public void delete(String id) {
    put(byId(id).deleted(origin.now()));
  }

  /** Whose usage a subject is: the one with that key, else the one with that subject key. */
  public Optional<Customer> ofSubject(String subject) {
    String id = idByKey.getOrDefault(subject, idBySubject.getOrDefault(subject, ""));
    return Optional.ofNullable(byId.get(id));
  }

  /** Keeps one that came from the journal. */
  public void restore(Customer customer) {
    Customer before = byId.put(customer.id(), customer);
    if (before != null) {
      idByKey.values().remove(customer.id());
      idBySubject.values().removeIf(customer.id()::equals);
    }
    if (!customer.isDeleted()) {
      if (customer.key() != null) {
        idByKey.put(customer.key(), customer.id());
      }
      customer.subjectKeys().forEach(subject -> idBySubject.put(subject, customer.id()));
    }
  }

  private Customer put(Customer customer) {
    restore(customer);
    origin.keep("customer", customer);
    return customer;
  }

  private void refuseOverlap(String key) {
    if (byId.containsKey(key)) {
      throw new Refused(
          Problem.conflict("key %s overlaps with id of another customer".formatted(key)));
    }
    String other = idBySubject.get(key);
    if (other != null) {
      throw new Refused(
          Problem.conflict(
              "key %s overlaps with subject of another customer: %s".formatted(key, other)));
    }
  }

  /** PostgreSQL keeps no NUL; the server does not look before. */
  private static void refuseUnstorable(Customer.Draft draft) {
    String key = draft.key() == null ? "" : draft.key();
    if ((key + draft.name() + String.join("", draft.subjectKeys())).indexOf(0) >= 0) {
      throw new Refused(Problem.internal());
    }
  }

  private static Customer found(@Nullable Customer customer, String by) {
    if (customer == null) {
      throw new Refused(
          Problem.notFound("customer with %s not found in %s namespace".formatted(by, NAMESPACE)));
    }
    return customer;
  }
}
