package io.usagecollector.core.customer.flexprice;

import io.usagecollector.core.customer.EnsureFault;

/** What a look at the service found. */
sealed interface Look<T> {
  /** This. */
  record Found<T>(T value) implements Look<T> {}

  /** Nothing: it is not there, or the replica does not have it yet. */
  record Nothing<T>() implements Look<T> {}

  /** It could not be looked. */
  record Failed<T>(EnsureFault fault) implements Look<T> {}
}
