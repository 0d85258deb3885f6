package io.usagecollector.testkit.openmeter.problem;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.usagecollector.testkit.store.Json;

/**
 * One thing that is wrong with a request, as v3 says it.
 *
 * @param field "" where it is not known
 * @param rule "" where there is none
 * @param source query, path, or "" for a body
 */
public record InvalidParameter(String field, String rule, String reason, String source) {

  public static InvalidParameter query(String field, String reason) {
    return new InvalidParameter(field, "", reason, "query");
  }

  public static InvalidParameter body(String field, String rule, String reason) {
    return new InvalidParameter(field, rule, reason, "");
  }

  String inDetail() {
    return field + (rule.isEmpty() ? "" : " [" + rule + "]") + ": " + reason;
  }

  ObjectNode json() {
    ObjectNode json = Json.MAPPER.createObjectNode().put("field", field);
    if (!rule.isEmpty()) {
      json.put("rule", rule);
    }
    return json.put("reason", reason).put("source", source);
  }
}
