package io.usagecollector.testkit.openmeter.routes;

import io.usagecollector.testkit.fault.RequestLine;
import io.usagecollector.testkit.http.Answering;
import io.usagecollector.testkit.http.Call;
import io.usagecollector.testkit.http.Reply;
import io.usagecollector.testkit.http.Route;
import io.usagecollector.testkit.openmeter.access.Tokens;
import io.usagecollector.testkit.openmeter.problem.Problem;
import io.usagecollector.testkit.openmeter.problem.Refused;
import io.usagecollector.testkit.store.Ids;
import java.util.List;
import java.util.Optional;

/** Finds the endpoint, asks the gate, and turns refusals into answers. */
public final class OpenMeterRouter implements Answering {
  private static final String V1 = "/api/v1";
  private static final String SELF_HOSTED_V3 = "/api/v3/openmeter";
  private static final String KONNECT = "/v3/openmeter";
  private static final Problem NOT_THERE = Problem.blank(404, "Not Found", "");
  private static final Problem NO_ROUTE =
      Problem.konnect(404, "not-found", "Not Found", "The requested route was not found");

  private final List<Mount> mounts;
  private final Ids ids;

  public OpenMeterRouter(List<Route> v1, List<Route> v3, Tokens tokens, Ids ids) {
    this.ids = ids;
    this.mounts =
        List.of(
            new Mount(V1, (call, written) -> Optional.empty(), NOT_THERE, v1),
            new Mount(SELF_HOSTED_V3, (call, written) -> Optional.empty(), NO_ROUTE, v3),
            new Mount(KONNECT, tokens::refusal, NO_ROUTE, v3));
  }

  /** Whether this is a request that brings events, in either dialect. */
  public static boolean bringsEvents(RequestLine line) {
    return line.method().equals("POST")
        && List.of(V1 + "/events", SELF_HOSTED_V3 + "/events", KONNECT + "/events")
            .contains(line.path());
  }

  @Override
  public Reply answer(Call call) {
    try {
      return route(call);
    } catch (Refused refused) {
      String given = call.header("x-request-id");
      return Answers.problem(refused.problem(), given.isEmpty() ? ids.next() : given);
    }
  }

  private Reply route(Call call) {
    String path = call.line().path();
    if (path.equals("/healthz/live") || path.equals("/healthz/ready")) {
      return Answers.empty(200);
    }
    for (Mount mount : mounts) {
      if (mount.covers(path)) {
        return within(mount, call, Route.segments(path.substring(mount.prefix().length())));
      }
    }
    throw new Refused(NOT_THERE);
  }

  private static Reply within(Mount mount, Call call, List<String> path) {
    for (Route route : mount.routes()) {
      Optional<List<String>> match = route.match(call.line().method(), path);
      if (match.isPresent()) {
        Optional<Problem> refusal = mount.gate().refusal(call, route.entity());
        if (refusal.isPresent()) {
          throw new Refused(refusal.get());
        }
        return route.action().answer(call.with(match.get()));
      }
    }
    throw new Refused(mount.unknown());
  }
}
