package io.usagecollector.testkit.flexprice.http;

import io.usagecollector.testkit.flexprice.access.ApiKey;
import io.usagecollector.testkit.flexprice.access.ApiKeys;
import io.usagecollector.testkit.flexprice.catalog.Documents;
import io.usagecollector.testkit.flexprice.fault.FlexpriceErrors;
import io.usagecollector.testkit.http.Call;
import io.usagecollector.testkit.http.Reply;
import java.util.Optional;

/** Access, in the server's order: key, environment, tenant, role; each refusal in its own words. */
public final class Gate {
  private static final String UNAUTHORIZED = "{\"error\":\"Unauthorized\"}";
  private static final String WRONG_HEADER = "{\"error\":\"Invalid authorization header format\"}";
  private static final String WRONG_TOKEN = "{\"error\":\"Invalid token\"}";
  private static final String NO_ENVIRONMENT =
      "{\"error\":\"Access denied\",\"message\":\"Invalid or inaccessible environment\"}";
  private static final String SUSPENDED = "{\"message\":\"tenant account is suspended\"}";
  private static final String INSUFFICIENT = "{\"message\":\"insufficient permissions\"}";

  private final ApiKeys keys;

  public Gate(ApiKeys keys) {
    this.keys = keys;
  }

  /** The refusal, or empty when the call may go on. */
  Optional<Reply> refusal(Call call, Optional<String> entity) {
    Optional<ApiKey> key = keys.find(call.header("x-api-key"));
    if (key.isEmpty()) {
      return Optional.of(Reply.json(401, withoutKey(call.header("authorization"))));
    }
    if (key.get().fromConfigFile() && !namesEnvironment(call)) {
      return Optional.of(Reply.json(403, NO_ENVIRONMENT));
    }
    if (!keys.tenantKnown()) {
      return Optional.of(Reply.of(FlexpriceErrors.tenantLookupFailed()));
    }
    if (entity.isPresent() && keys.suspended()) {
      return Optional.of(Reply.json(403, SUSPENDED));
    }
    if (entity.isPresent() && !key.get().role().mayWrite(entity.get())) {
      return Optional.of(Reply.json(403, INSUFFICIENT));
    }
    return Optional.empty();
  }

  private static String withoutKey(String authorization) {
    if (authorization.isEmpty()) {
      return UNAUTHORIZED;
    }
    return authorization.startsWith("Bearer ") ? WRONG_TOKEN : WRONG_HEADER;
  }

  private static boolean namesEnvironment(Call call) {
    return call.header("x-environment-id").equals(Documents.environment());
  }
}
