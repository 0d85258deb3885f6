package io.usagecollector.core.customer;

/** What came of ensuring a customer. */
public sealed interface EnsureAnswer {
  /** The customer is there, with the subscription that was asked for. */
  record Ready(Ensured ensured) implements EnsureAnswer {}

  /** It is not known to be there. */
  record Failed(EnsureFault fault) implements EnsureAnswer {}
}
