package io.usagecollector.local.trigger;

import java.util.Set;

/** What the mapping makes of an invocation's end. */
sealed interface BatchVerdict {
  /** Everything in the batch is done. */
  record Success() implements BatchVerdict {}

  /** Nothing in the batch is done. */
  record Failure(String reason) implements BatchVerdict {}

  /** All but these are done; never empty. */
  record Partial(Set<RecordPlace> failed) implements BatchVerdict {
    public Partial {
      failed = Set.copyOf(failed);
    }
  }
}
