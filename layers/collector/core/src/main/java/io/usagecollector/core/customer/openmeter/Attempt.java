package io.usagecollector.core.customer.openmeter;

import io.usagecollector.core.customer.BillingAccounts.Step;
import io.usagecollector.core.customer.EnsureFault;
import java.util.function.Supplier;

/** What one attempt to make something came to. */
sealed interface Attempt<T> {
  /** That is all. */
  record Over<T>(Step<T> step) implements Attempt<T> {}

  /**
   * Nothing was made, as the service sees it now.
   *
   * @param fault what it is if this was the last attempt
   * @param next another attempt, as it should be made now
   */
  record Again<T>(EnsureFault fault, Supplier<Attempt<T>> next) implements Attempt<T> {}

  static <T> Attempt<T> over(Step<T> step) {
    return new Over<>(step);
  }

  static <T> Attempt<T> failed(EnsureFault fault) {
    return new Over<>(new Step.Failed<>(fault));
  }

  /** What comes of it with one more attempt where that can help, and never a third. */
  default Step<T> withOneMore() {
    return switch (this) {
      case Over<T>(Step<T> step) -> step;
      case Again<T>(_, Supplier<Attempt<T>> next) -> next.get().last();
    };
  }

  private Step<T> last() {
    return switch (this) {
      case Over<T>(Step<T> step) -> step;
      case Again<T>(EnsureFault fault, _) -> new Step.Failed<>(fault);
    };
  }
}
