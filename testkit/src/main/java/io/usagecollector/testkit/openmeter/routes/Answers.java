package io.usagecollector.testkit.openmeter.routes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.usagecollector.testkit.http.Reply;
import io.usagecollector.testkit.openmeter.problem.Problem;
import io.usagecollector.testkit.store.Json;
import java.util.Map;

/** Answers as the server sends them. */
public final class Answers {

  private Answers() {}

  public static Reply json(int status, JsonNode body) {
    return reply(status, "application/json", body);
  }

  public static Reply empty(int status) {
    return new Reply(status, "", new byte[0], Map.of(), 0);
  }

  static Reply problem(Problem problem, String requestId) {
    ObjectNode body = problem.body().deepCopy();
    if (problem.named()) {
      body.put("instance", "urn:request:" + requestId);
    }
    return reply(problem.status(), "application/problem+json", body);
  }

  private static Reply reply(int status, String contentType, JsonNode body) {
    try {
      return new Reply(status, contentType, Json.MAPPER.writeValueAsBytes(body), Map.of(), 0);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a JSON tree cannot be written", e);
    }
  }
}
