package io.usagecollector.core.customer.provision;

import io.usagecollector.core.customer.EnsureFault;

/** What came of a call. */
public sealed interface Outcome {
  /** It was done, and this is what the service says of it. */
  record Done(Document document) implements Outcome {}

  /** There is no such thing. */
  record Absent() implements Outcome {}

  /** It conflicts with what is there already: look again. */
  record Exists() implements Outcome {}

  /** The customer that it was asked for is there no more. */
  record Gone() implements Outcome {}

  /** Anything else: why it cannot go on. */
  record Failed(EnsureFault fault) implements Outcome {}
}
