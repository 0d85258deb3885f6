package io.usagecollector.testkit.flexprice.catalog;

import java.util.Map;

/**
 * A refusal in the words of the server's error handler.
 *
 * @param details left out of the answer when empty
 */
public record Problem(int status, String code, String message, Map<String, String> details) {

  public static Problem validation(String message) {
    return validation(message, Map.of());
  }

  public static Problem validation(String message, Map<String, String> details) {
    return new Problem(400, "validation_error", message, details);
  }

  public static Problem invalidOperation(String message) {
    return new Problem(400, "invalid_operation", message, Map.of());
  }

  public static Problem notFound(String message, Map<String, String> details) {
    return new Problem(404, "not_found", message, details);
  }

  public static Problem alreadyExists(String message, Map<String, String> details) {
    return new Problem(409, "already_exists", message, details);
  }

  public static Problem database(String message) {
    return new Problem(500, "database_error", message, Map.of());
  }

  /** What the real server can do and this one honestly cannot. */
  public static Problem notImplemented(String what) {
    return new Problem(501, "not_implemented", "The stand-in does not know " + what, Map.of());
  }
}
