package io.usagecollector.testkit.openmeter.problem;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.usagecollector.testkit.store.Json;
import java.util.List;

/**
 * A refusal, as {@code application/problem+json}.
 *
 * @param named whether it names its request; refusals of v1's schema check do not
 */
public record Problem(int status, ObjectNode body, boolean named) {
  private static final String KONNECT = "https://kongapi.info/konnect/";

  /** The shape of refusals that the product's own rules give, in both dialects. */
  public static Problem blank(int status, String title, String detail) {
    ObjectNode body =
        Json.MAPPER
            .createObjectNode()
            .put("type", "about:blank")
            .put("title", title)
            .put("status", status);
    if (!detail.isEmpty()) {
      body.put("detail", detail);
    }
    return new Problem(status, body, true);
  }

  /** The shape of refusals that v3 itself gives. */
  public static Problem konnect(int status, String slug, String title, String detail) {
    ObjectNode body =
        Json.MAPPER
            .createObjectNode()
            .put("type", KONNECT + slug)
            .put("status", status)
            .put("title", title)
            .put("detail", detail);
    return new Problem(status, body, true);
  }

  /** v3's refusal of a request, which names what is wrong with it as far as it knows. */
  public static Problem badRequest(List<InvalidParameter> invalid) {
    String named = String.join(", ", invalid.stream().map(InvalidParameter::inDetail).toList());
    String detail = invalid.isEmpty() ? "Bad Request" : "Bad Request: " + named;
    Problem problem = konnect(400, "bad-request", "Bad Request", detail);
    if (!invalid.isEmpty()) {
      ArrayNode parameters = problem.body().putArray("invalid_parameters");
      invalid.forEach(parameter -> parameters.add(parameter.json()));
    }
    return problem;
  }

  public static Problem badRequest(InvalidParameter invalid) {
    return badRequest(List.of(invalid));
  }

  /** v3's refusal that says no more. */
  public static Problem bareBadRequest() {
    return badRequest(List.of());
  }

  public static Problem validation(String detail) {
    return blank(400, "Bad Request", "validation error: " + detail);
  }

  public static Problem notFound(String detail) {
    return blank(404, "Not Found", "not found error: " + detail);
  }

  public static Problem conflict(String detail) {
    return blank(409, "Conflict", "conflict error: " + detail);
  }

  public static Problem preconditionFailed(String detail) {
    return blank(412, "Precondition Failed", "pre-condition failed error: " + detail);
  }

  /** A failure of the server; it says nothing of why. */
  public static Problem internal() {
    return blank(500, "Internal Server Error", "");
  }

  /** v1's schema check refuses in the words of its library, and does not name the request. */
  public static Problem schema(String message) {
    Problem problem = blank(400, "Bad Request", message);
    return new Problem(400, problem.body(), false);
  }

  /** What the real server can do and this one honestly cannot. */
  public static Problem notImplemented(String what) {
    return blank(501, "Not Implemented", "The stand-in does not know " + what);
  }

  /** With a code and message under {@code extensions.validationErrors}, so many times. */
  public Problem withIssue(String code, String message, int times) {
    ObjectNode body = body().deepCopy();
    ArrayNode issues = body.putObject("extensions").putArray("validationErrors");
    for (int i = 0; i < times; i++) {
      issues.addObject().put("code", code).put("message", message).put("severity", "critical");
    }
    return new Problem(status, body, named);
  }
}
