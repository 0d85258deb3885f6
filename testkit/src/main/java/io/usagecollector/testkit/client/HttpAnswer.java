package io.usagecollector.testkit.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpHeaders;

/** What a server answered, whatever it was. */
public record HttpAnswer(int status, HttpHeaders headers, String body) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The body as JSON; a missing node when it is none. */
  public JsonNode json() {
    try {
      return MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  /**
   * The body, where this is the expected answer.
   *
   * @throws BillingProblem if it is not, or holds no JSON
   */
  public JsonNode expect(int expected, String request) {
    JsonNode json = json();
    if (status != expected || json.isMissingNode()) {
      throw new BillingProblem(request, this);
    }
    return json;
  }

  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }
}
