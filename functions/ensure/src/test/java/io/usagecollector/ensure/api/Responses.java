package io.usagecollector.ensure.api;

import java.util.Map;

/** Answers, as a document describes them. */
final class Responses {
  private Responses() {}

  static Map<String, Object> json(String description, Map<String, Object> schema) {
    return Tree.of(
        "description",
        description,
        "content",
        Tree.of("application/json", Tree.of("schema", schema)));
  }

  /** With the header that says when to ask again: always where only time helps. */
  static Map<String, Object> retrying(int status, Map<String, Object> response) {
    return with(
        response,
        "Retry-After",
        header(
            "Seconds after which it may be asked again",
            status == 503,
            Tree.of("type", "integer", "minimum", 1)));
  }

  static Map<String, Object> with(
      Map<String, Object> response, String name, Map<String, Object> header) {
    return Tree.of(
        "description",
        response.get("description"),
        "headers",
        Tree.of(name, header),
        "content",
        response.get("content"));
  }

  static Map<String, Object> header(
      String description, boolean required, Map<String, Object> schema) {
    return Tree.of("description", description, "required", required, "schema", schema);
  }
}
