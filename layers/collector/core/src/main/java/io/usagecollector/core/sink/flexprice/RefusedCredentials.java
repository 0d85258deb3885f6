package io.usagecollector.core.sink.flexprice;

import java.util.List;
import java.util.Optional;

/**
 * The bodies with which Flexprice itself refuses credentials (internal/rest/middleware). A refusal
 * in other words comes from something in between, and stops nothing.
 */
final class RefusedCredentials {
  private record Refusal(int status, String field, String words) {}

  private static final List<Refusal> REFUSALS =
      List.of(
          new Refusal(401, "error", "Unauthorized"),
          new Refusal(401, "error", "Invalid authorization header format"),
          new Refusal(401, "error", "Invalid token"),
          new Refusal(403, "message", "insufficient permissions"),
          new Refusal(403, "message", "tenant account is suspended"),
          new Refusal(403, "message", "Invalid or inaccessible environment"),
          new Refusal(403, "message", "You don't have access to this environment"),
          new Refusal(403, "code", "permission_denied"));

  private RefusedCredentials() {}

  /** Flexprice's words, if it is Flexprice that refuses. */
  static Optional<String> in(int status, ReplyBody body) {
    return REFUSALS.stream()
        .filter(refusal -> refusal.status() == status)
        .filter(refusal -> body.says(refusal.field(), refusal.words()))
        .map(Refusal::words)
        .findFirst();
  }
}
