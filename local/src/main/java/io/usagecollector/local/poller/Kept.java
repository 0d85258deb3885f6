package io.usagecollector.local.poller;

import java.util.Set;

/**
 * What of a batch stays in the queue after its invocation.
 *
 * @param ids of the messages that stay; empty after a success
 * @param reason why they stay
 */
record Kept(Set<String> ids, String reason) {
  static final Kept NOTHING = new Kept(Set.of(), "");

  Kept {
    ids = Set.copyOf(ids);
  }
}
