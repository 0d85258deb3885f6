package io.usagecollector.local.trigger;

import java.util.Set;

/** What the mapping makes of an invocation's end. */
sealed interface Verdict {
  /** Everything in the batch is done. */
  record Success() implements Verdict {}

  /** Nothing in the batch is done. */
  record Failure(String reason) implements Verdict {}

  /** All but these are done; never empty. */
  record Partial(Set<Place> failed) implements Verdict {
    public Partial {
      failed = Set.copyOf(failed);
    }
  }
}
