package io.usagecollector.testkit.flexprice.http;

import io.usagecollector.testkit.flexprice.catalog.Refused;
import io.usagecollector.testkit.http.Answering;
import io.usagecollector.testkit.http.Call;
import io.usagecollector.testkit.http.Reply;
import io.usagecollector.testkit.http.Route;
import java.util.List;
import java.util.Optional;

/** Finds the endpoint, asks the gate, and turns refusals into answers. */
public final class Router implements Answering {
  private final List<Route> routes;
  private final Gate gate;

  public Router(List<Route> routes, Gate gate) {
    this.routes = List.copyOf(routes);
    this.gate = gate;
  }

  @Override
  public Reply answer(Call call) {
    String path = call.line().path();
    if (path.equals("/health")) {
      return Reply.json(200, "{\"status\":\"ok\"}");
    }
    for (Route route : routes) {
      Optional<List<String>> match = match(route, call, path);
      if (match.isPresent()) {
        return gate.refusal(call, route.entity())
            .orElseGet(() -> act(route, call.with(match.get())));
      }
    }
    return withoutTrailingSlash(call, path);
  }

  private static Reply act(Route route, Call call) {
    try {
      return route.action().answer(call);
    } catch (Refused refused) {
      return Replies.problem(refused.problem());
    }
  }

  private Reply withoutTrailingSlash(Call call, String path) {
    if (path.length() > 1 && path.endsWith("/")) {
      String shorter = path.substring(0, path.length() - 1);
      if (routes.stream().anyMatch(route -> match(route, call, shorter).isPresent())) {
        return Replies.redirect(call.line().method(), shorter);
      }
    }
    return Replies.unknownRoute();
  }

  private static Optional<List<String>> match(Route route, Call call, String path) {
    return path.startsWith("/")
        ? route.match(call.line().method(), Route.segments(path))
        : Optional.empty();
  }
}
