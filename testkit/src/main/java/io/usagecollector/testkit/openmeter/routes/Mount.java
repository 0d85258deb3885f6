package io.usagecollector.testkit.openmeter.routes;

import io.usagecollector.testkit.http.Call;
import io.usagecollector.testkit.http.Route;
import io.usagecollector.testkit.openmeter.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * Routes under an address.
 *
 * @param prefix without a slash at its end
 * @param gate who may come in
 * @param unknown what is said of a route that is not there
 */
record Mount(String prefix, Gate gate, Problem unknown, List<Route> routes) {

  /** Says who may come in. */
  interface Gate {
    /** The refusal, or empty when the call may go on. */
    Optional<Problem> refusal(Call call, Optional<String> written);
  }

  boolean covers(String path) {
    return path.startsWith(prefix + "/");
  }
}
