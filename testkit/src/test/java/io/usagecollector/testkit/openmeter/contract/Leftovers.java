package io.usagecollector.testkit.openmeter.contract;

import static io.usagecollector.testkit.openmeter.contract.ServerUnderTest.V1;
import static io.usagecollector.testkit.openmeter.contract.ServerUnderTest.V3;
import static io.usagecollector.testkit.openmeter.contract.ServerUnderTest.encoded;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a run leaves on a server: customers and plans, known by the run's name in their keys. Events
 * cannot be taken back. What cannot be removed stays; the next run has other keys.
 */
final class Leftovers {
  private final ServerUnderTest server;
  private final String run;

  Leftovers(ServerUnderTest server, String run) {
    this.server = server;
    this.run = run;
  }

  void remove() {
    for (JsonNode customer : customers()) {
      String id = customer.path("id").asText();
      for (JsonNode subscription : customer.path("subscriptions")) {
        server.post(
            V3 + "/subscriptions/" + subscription.path("id").asText() + "/cancel",
            "{\"timing\":\"immediate\"}");
      }
      server.delete(V3 + "/customers/" + id);
    }
    for (JsonNode plan : plans()) {
      String path = V3 + "/plans/" + plan.path("id").asText();
      server.post(path + "/archive", "{}");
      server.delete(path);
    }
  }

  JsonNode customers() {
    return server.get(V1 + "/customers?pageSize=1000&key=" + run).json().path("items");
  }

  JsonNode plans() {
    String query = encoded("filter[key][contains]") + "=" + run;
    return server
        .get(V3 + "/plans?" + encoded("page[size]") + "=1000&" + query)
        .json()
        .path("data");
  }
}
