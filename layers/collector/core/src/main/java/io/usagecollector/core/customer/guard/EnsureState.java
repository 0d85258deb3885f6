package io.usagecollector.core.customer.guard;

import io.usagecollector.core.customer.BillingSubscription;
import io.usagecollector.core.customer.EnsureFault;
import java.time.Instant;
import java.util.Optional;

/** How far a customer has come, each state with what is known in it and nothing else. */
public sealed interface EnsureState {
  /** Its name, in items and in the diagram. */
  Stage stage();

  /** What is still wanted; nothing once it is there. */
  default Optional<Wish> wanted() {
    return switch (this) {
      case Pending(Wish wish) -> Optional.of(wish);
      case CustomerReady(Wish wish, String _) -> Optional.of(wish);
      case FailedConfig failed -> Optional.of(failed.wish());
      case Ready _ -> Optional.empty();
    };
  }

  /** Nothing is known to be there. */
  record Pending(Wish wish) implements EnsureState {
    @Override
    public Stage stage() {
      return Stage.PENDING;
    }
  }

  /**
   * The customer is there, and a subscription is wanted.
   *
   * @param customerId the service's own id
   */
  record CustomerReady(Wish wish, String customerId) implements EnsureState {
    @Override
    public Stage stage() {
      return Stage.CUSTOMER_READY;
    }
  }

  /**
   * What was wanted is there.
   *
   * @param subscription nothing where only the customer was wanted
   * @param verifiedAt when the look at the service began
   * @param verifyAfter when it is looked at again, should anybody ask
   */
  record Ready(
      String customerId,
      Optional<BillingSubscription> subscription,
      Instant verifiedAt,
      Instant verifyAfter)
      implements EnsureState {
    @Override
    public Stage stage() {
      return Stage.READY;
    }
  }

  /**
   * It cannot be there until somebody changes something.
   *
   * @param customerId where the customer is there all the same
   * @param nextAttemptAt until when nobody asks the service
   */
  record FailedConfig(
      Wish wish, Optional<String> customerId, EnsureFault.Kind why, Instant nextAttemptAt)
      implements EnsureState {
    @Override
    public Stage stage() {
      return Stage.FAILED_CONFIG;
    }
  }

  /** The states by name. */
  enum Stage {
    PENDING,
    CUSTOMER_READY,
    READY,
    FAILED_CONFIG
  }
}
