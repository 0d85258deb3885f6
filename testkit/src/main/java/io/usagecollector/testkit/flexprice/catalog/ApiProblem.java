package io.usagecollector.testkit.flexprice.catalog;

import java.util.Map;

/**
 * A refusal in the words of the server's error handler.
 *
 * @param details left out of the answer when empty
 */
public record ApiProblem(int status, String code, String message, Map<String, String> details) {

  public static ApiProblem validation(String message) {
    return validation(message, Map.of());
  }

  public static ApiProblem validation(String message, Map<String, String> details) {
    return new ApiProblem(400, "validation_error", message, details);
  }

  public static ApiProblem invalidOperation(String message) {
    return invalidOperation(message, Map.of());
  }

  public static ApiProblem invalidOperation(String message, Map<String, String> details) {
    return new ApiProblem(400, "invalid_operation", message, details);
  }

  public static ApiProblem notFound(String message, Map<String, String> details) {
    return new ApiProblem(404, "not_found", message, details);
  }

  public static ApiProblem alreadyExists(String message, Map<String, String> details) {
    return new ApiProblem(409, "already_exists", message, details);
  }

  public static ApiProblem database(String message) {
    return new ApiProblem(500, "database_error", message, Map.of());
  }

  /** What the real server can do and this one honestly cannot. */
  public static ApiProblem notImplemented(String what) {
    return new ApiProblem(501, "not_implemented", "The stand-in does not know " + what, Map.of());
  }
}
