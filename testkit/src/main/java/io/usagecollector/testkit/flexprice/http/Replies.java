package io.usagecollector.testkit.flexprice.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.usagecollector.testkit.flexprice.catalog.ApiProblem;
import io.usagecollector.testkit.http.Reply;
import io.usagecollector.testkit.store.Json;
import java.util.Map;

/** Answers that only this server gives. */
public final class Replies {

  private Replies() {}

  public static Reply problem(ApiProblem problem) {
    ObjectNode body =
        Json.MAPPER
            .createObjectNode()
            .put("code", problem.code())
            .put("message", problem.message())
            .put("http_status_code", problem.status());
    if (!problem.details().isEmpty()) {
      problem.details().forEach(body.putObject("details")::put);
    }
    return Reply.tree(problem.status(), body);
  }

  static Reply unknownRoute() {
    return Reply.text(404, "text/plain", "404 page not found");
  }

  /** The trailing slash gone, by the status gin uses for the method. */
  static Reply redirect(String method, String path) {
    int status = method.equals("GET") ? 301 : 307;
    return new Reply(status, "", new byte[0], Map.of("Location", path), 0);
  }
}
