package io.usagecollector.aws.dynamodb;

import io.usagecollector.core.customer.BillingSubscription;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.guard.EnsureItem;
import io.usagecollector.core.customer.guard.EnsureItem.Lease;
import io.usagecollector.core.customer.guard.EnsureItem.Pause;
import io.usagecollector.core.customer.guard.EnsureState;
import io.usagecollector.core.customer.guard.EnsureState.CustomerReady;
import io.usagecollector.core.customer.guard.EnsureState.FailedConfig;
import io.usagecollector.core.customer.guard.EnsureState.Pending;
import io.usagecollector.core.customer.guard.EnsureState.Ready;
import io.usagecollector.core.customer.guard.EnsureState.Stage;
import io.usagecollector.core.customer.guard.Wish;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A customer's item as attributes; times are milliseconds since 1970-01-01T00:00:00Z. An attribute
 * that a state does not have is not there.
 */
final class EnsureItemForm {
  static final String STATE = "ensure_state";
  static final String FENCE = "fence";
  static final String OWNER = "lease_owner";

  /** All that an item may have, but its key. */
  static final List<String> ATTRIBUTES =
      List.of(
          STATE,
          FENCE,
          OWNER,
          "lease_until",
          "paused_for",
          "paused_until",
          StateTable.PENDING_SINCE,
          "display_name",
          "first_event",
          "customer_id",
          "subscription_id",
          "plan_key",
          "subscription_status",
          "unbilled_before",
          "verified_at",
          "verify_after",
          "refused_for",
          "next_attempt_at");

  private EnsureItemForm() {}

  static Map<String, AttributeValue> write(EnsureItem item) {
    var form = new HashMap<String, AttributeValue>();
    form.put(STATE, text(item.state().stage().name()));
    form.put(FENCE, AttributeValue.fromN(Long.toString(item.fence())));
    item.lease()
        .ifPresent(lease -> {
          form.put(OWNER, text(lease.owner()));
          form.put("lease_until", time(lease.until()));
        });
    item.pause()
        .ifPresent(pause -> {
          form.put("paused_for", text(pause.why().name()));
          form.put("paused_until", time(pause.until()));
        });
    item.state()
        .wanted()
        .ifPresent(wish -> {
          form.put(StateTable.PENDING_SINCE, time(wish.since()));
          form.put("display_name", text(wish.name()));
          wish.firstEvent().ifPresent(first -> form.put("first_event", time(first)));
        });
    switch (item.state()) {
      case Pending _ -> {}
      case CustomerReady(Wish _, String id) -> form.put("customer_id", text(id));
      case Ready ready -> write(ready, form);
      case FailedConfig failed -> {
        failed.customerId().ifPresent(id -> form.put("customer_id", text(id)));
        form.put("refused_for", text(failed.why().name()));
        form.put("next_attempt_at", time(failed.nextAttemptAt()));
      }
    }
    return form;
  }

  private static void write(Ready ready, Map<String, AttributeValue> form) {
    form.put("customer_id", text(ready.customerId()));
    form.put("verified_at", time(ready.verifiedAt()));
    form.put("verify_after", time(ready.verifyAfter()));
    ready
        .subscription()
        .ifPresent(subscription -> {
          form.put("subscription_id", text(subscription.id()));
          form.put("plan_key", text(subscription.planKey()));
          form.put("subscription_status", text(subscription.status()));
          subscription
              .unbilledBefore()
              .ifPresent(before -> form.put("unbilled_before", time(before)));
        });
  }

  /**
   * @return nothing if it is not an item that this version understands
   */
  static Optional<EnsureItem> read(Map<String, AttributeValue> form) {
    try {
      var read = new Attributes(form);
      return Optional.of(
          new EnsureItem(
              state(read),
              Long.parseLong(read.number(FENCE)),
              read.ifText(OWNER).map(owner -> new Lease(owner, read.time("lease_until"))),
              read.ifText("paused_for")
                  .map(why -> new Pause(kind(why), read.time("paused_until")))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static EnsureState state(Attributes read) {
    return switch (Stage.valueOf(read.text(STATE))) {
      case PENDING -> new Pending(wish(read));
      case CUSTOMER_READY -> new CustomerReady(wish(read), read.text("customer_id"));
      case READY ->
          new Ready(
              read.text("customer_id"),
              read.ifText("subscription_id").map(id -> subscription(id, read)),
              read.time("verified_at"),
              read.time("verify_after"));
      case FAILED_CONFIG ->
          new FailedConfig(
              wish(read),
              read.ifText("customer_id"),
              kind(read.text("refused_for")),
              read.time("next_attempt_at"));
    };
  }

  private static Wish wish(Attributes read) {
    return new Wish(
        read.time(StateTable.PENDING_SINCE), read.text("display_name"), read.ifTime("first_event"));
  }

  private static BillingSubscription subscription(String id, Attributes read) {
    return new BillingSubscription(
        id,
        read.text("plan_key"),
        read.text("subscription_status"),
        read.ifTime("unbilled_before"));
  }

  /** One that only a later version knows must be waited for all the same. */
  private static EnsureFault.Kind kind(String name) {
    return Arrays.stream(EnsureFault.Kind.values())
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElse(EnsureFault.Kind.REJECTED);
  }

  private static AttributeValue text(String text) {
    return AttributeValue.fromS(text);
  }

  private static AttributeValue time(Instant time) {
    return AttributeValue.fromN(Long.toString(time.toEpochMilli()));
  }

  /** What is missing is an {@link IllegalArgumentException}. */
  private record Attributes(Map<String, AttributeValue> form) {
    Optional<String> ifText(String name) {
      return Optional.ofNullable(form.get(name)).map(AttributeValue::s);
    }

    Optional<Instant> ifTime(String name) {
      return Optional.ofNullable(form.get(name))
          .map(AttributeValue::n)
          .map(millis -> Instant.ofEpochMilli(Long.parseLong(millis)));
    }

    String text(String name) {
      return ifText(name).orElseThrow(() -> new IllegalArgumentException(name));
    }

    Instant time(String name) {
      return ifTime(name).orElseThrow(() -> new IllegalArgumentException(name));
    }

    String number(String name) {
      return Optional.ofNullable(form.get(name))
          .map(AttributeValue::n)
          .orElseThrow(() -> new IllegalArgumentException(name));
    }
  }
}
