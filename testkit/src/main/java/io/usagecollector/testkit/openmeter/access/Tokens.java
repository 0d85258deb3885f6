package io.usagecollector.testkit.openmeter.access;

import io.usagecollector.testkit.http.Call;
import io.usagecollector.testkit.openmeter.problem.Problem;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The tokens that Konnect's address takes. Thread-safe: they may change while it serves. */
public final class Tokens {
  private static final String BEARER = "Bearer ";

  private final Map<String, TokenRole> roles = new ConcurrentHashMap<>();

  public void add(String token, TokenRole role) {
    roles.put(token, role);
  }

  public void remove(String token) {
    roles.remove(token);
  }

  /** The refusal, or empty when the call may go on. */
  public Optional<Problem> refusal(Call call, Optional<String> written) {
    String header = call.header("authorization");
    TokenRole role =
        header.startsWith(BEARER) ? roles.get(header.substring(BEARER.length())) : null;
    if (role == null) {
      return Optional.of(
          Problem.konnect(401, "unauthenticated", "Unauthenticated", "A valid token is required"));
    }
    return role.may(written)
        ? Optional.empty()
        : Optional.of(Problem.konnect(403, "unauthorized", "Forbidden", "Permission denied"));
  }
}
