package io.usagecollector.testkit.openmeter.access;

import java.util.Optional;

/** What a token may do. */
public enum TokenRole {
  /** Bring events, and nothing else. */
  INGEST,
  /** Everything but bring events. */
  BILLING_ADMIN,
  ADMIN;

  /**
   * @param written what the request would write, if anything
   */
  boolean may(Optional<String> written) {
    boolean brings = written.equals(Optional.of("event"));
    return switch (this) {
      case INGEST -> brings;
      case BILLING_ADMIN -> !brings;
      case ADMIN -> true;
    };
  }
}
