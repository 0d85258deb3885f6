package io.usagecollector.core.customer.openmeter;

import io.usagecollector.core.customer.EnsureFault;

/** What looking for something came to. */
sealed interface Lookup<T> {
  /** It is there. */
  record There<T>(T value) implements Lookup<T> {}

  /** It is nowhere, as the service sees it now. */
  record Nowhere<T>() implements Lookup<T> {}

  /** The customer that it was looked for at is there no more. */
  record Gone<T>() implements Lookup<T> {}

  /** Nobody knows. */
  record Failed<T>(EnsureFault fault) implements Lookup<T> {}
}
