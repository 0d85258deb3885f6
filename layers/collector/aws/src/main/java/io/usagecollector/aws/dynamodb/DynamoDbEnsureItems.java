package io.usagecollector.aws.dynamodb;

import io.usagecollector.aws.dynamodb.StateTable.LostException;
import io.usagecollector.aws.dynamodb.StateTable.Update;
import io.usagecollector.core.customer.CustomerKey;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.guard.EnsureItem;
import io.usagecollector.core.customer.guard.EnsureItem.Lease;
import io.usagecollector.core.customer.guard.EnsureItems;
import io.usagecollector.core.customer.guard.ItemsAwayException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One billing service's customers, each as the item {@code customer#SERVICE#KEY}. Until one is
 * ready it has the attributes {@code pending_of}, the service, and {@code pending_since}, by which
 * the index {@code pending} finds it. It expires 90 days after the last write. Thread-safe.
 */
public final class DynamoDbEnsureItems implements EnsureItems {
  private static final Duration KEPT = Duration.ofDays(90);
  private static final String FREE = " AND attribute_not_exists(" + EnsureItemForm.OWNER + ")";
  private static final String HELD = " AND " + EnsureItemForm.OWNER + " = :seen_owner";
  private static final String SAME_FENCE = EnsureItemForm.FENCE + " = :seen_fence";
  private static final String SAME_STATE =
      SAME_FENCE + " AND " + EnsureItemForm.STATE + " = :seen_state";
  private static final String NONE = "attribute_not_exists(" + StateTable.KEY + ")";

  private final StateTable table;
  private final String service;
  private final String prefix;
  private final InstantSource clock;

  /**
   * @param service the billing service's name
   */
  public DynamoDbEnsureItems(StateTable table, String service, InstantSource clock) {
    this.table = table;
    this.service = service;
    this.prefix = "customer#" + service + "#";
    this.clock = clock;
  }

  private String pk(CustomerKey key) {
    return prefix + key.value();
  }

  @Override
  public Optional<EnsureItem> read(CustomerKey key) throws ItemsAwayException {
    try {
      Map<String, AttributeValue> form = table.read(pk(key));
      return form.isEmpty() ? Optional.empty() : Optional.of(understood(form));
    } catch (AwayException e) {
      throw away(e);
    }
  }

  /** Written over by this version it would lose what only the later one knows. */
  private static EnsureItem understood(Map<String, AttributeValue> form) throws ItemsAwayException {
    return EnsureItemForm.read(form)
        .orElseThrow(() ->
            new ItemsAwayException("a customer's item in the state table is of another version"));
  }

  @Override
  public Map<CustomerKey, EnsureItem> read(Collection<CustomerKey> keys, Deadline deadline)
      throws ItemsAwayException {
    try {
      var items = new HashMap<CustomerKey, EnsureItem>();
      table
          .readMany(keys.stream().map(this::pk).distinct().toList(), deadline::isOver)
          .forEach(
              (pk, form) -> EnsureItemForm.read(form).ifPresent(item -> items.put(key(pk), item)));
      return items;
    } catch (AwayException e) {
      throw away(e);
    }
  }

  private CustomerKey key(String pk) {
    return new CustomerKey(pk.substring(prefix.length()));
  }

  @Override
  public Write take(CustomerKey key, Optional<EnsureItem> seen, EnsureItem taken)
      throws ItemsAwayException {
    var values = new HashMap<String, AttributeValue>();
    seen.ifPresent(item -> {
      values.put(":seen_state", AttributeValue.fromS(item.state().stage().name()));
      values.putAll(held(item));
    });
    String condition =
        seen.map(item -> SAME_STATE + (item.lease().isPresent() ? HELD : FREE)).orElse(NONE);
    return write(key, taken, condition, values);
  }

  @Override
  public Write write(CustomerKey key, EnsureItem held, EnsureItem next) throws ItemsAwayException {
    return write(key, next, SAME_FENCE + HELD, held(held));
  }

  private static Map<String, AttributeValue> held(EnsureItem item) {
    var values = new HashMap<String, AttributeValue>();
    values.put(":seen_fence", AttributeValue.fromN(Long.toString(item.fence())));
    item.lease()
        .map(Lease::owner)
        .ifPresent(owner -> values.put(":seen_owner", AttributeValue.fromS(owner)));
    return values;
  }

  private Write write(
      CustomerKey key, EnsureItem next, String condition, Map<String, AttributeValue> seen)
      throws ItemsAwayException {
    Map<String, AttributeValue> form = form(next);
    var values = new HashMap<>(seen);
    form.forEach((name, value) -> values.put(":" + name, value));
    try {
      table.write(pk(key), new Update(expression(form), condition, values));
      return new Write.Done();
    } catch (LostException e) {
      return new Write.Beaten();
    } catch (AwayException e) {
      throw away(e);
    }
  }

  private Map<String, AttributeValue> form(EnsureItem item) {
    Map<String, AttributeValue> form = EnsureItemForm.write(item);
    if (form.containsKey(StateTable.PENDING_SINCE)) {
      form.put(StateTable.PENDING_OF, AttributeValue.fromS(service));
    }
    long expires = clock.instant().plus(KEPT).getEpochSecond();
    form.put(StateTable.EXPIRES, AttributeValue.fromN(Long.toString(expires)));
    return form;
  }

  /** Sets what there is, and removes what there is not. */
  private static String expression(Map<String, AttributeValue> form) {
    String set =
        form.keySet().stream()
            .sorted()
            .map(name -> name + " = :" + name)
            .collect(Collectors.joining(", "));
    List<String> gone =
        EnsureItemForm.ATTRIBUTES.stream().filter(name -> !form.containsKey(name)).toList();
    String pending = form.containsKey(StateTable.PENDING_OF) ? "" : ", " + StateTable.PENDING_OF;
    return set + " REMOVE " + String.join(", ", gone) + pending;
  }

  @Override
  public List<CustomerKey> pendingSince(Instant before, int most) throws ItemsAwayException {
    try {
      return table.pending(service, before.toEpochMilli(), most).stream().map(this::key).toList();
    } catch (AwayException e) {
      throw away(e);
    }
  }

  private static ItemsAwayException away(AwayException e) {
    return new ItemsAwayException(e.why());
  }
}
