package io.usagecollector.testkit.openmeter.routes.v3;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.usagecollector.testkit.http.Call;
import io.usagecollector.testkit.openmeter.problem.InvalidParameter;
import io.usagecollector.testkit.openmeter.problem.Problem;
import io.usagecollector.testkit.openmeter.routes.Numbers;
import io.usagecollector.testkit.store.Json;
import java.util.List;

/** Which part of a list is asked for. */
record Page(int number, int size) {
  private static final int DEFAULT_SIZE = 20;
  private static final int BIGGEST = 1000;

  static Page of(Call call) {
    return new Page(
        number(call, "page[number]", 1, Integer.MAX_VALUE),
        number(call, "page[size]", DEFAULT_SIZE, BIGGEST));
  }

  ObjectNode of(List<ObjectNode> all) {
    ObjectNode answer = Json.MAPPER.createObjectNode();
    ArrayNode data = answer.putArray("data");
    all.stream().skip((number - 1L) * size).limit(size).forEach(data::add);
    answer
        .putObject("meta")
        .putObject("page")
        .put("number", number)
        .put("size", size)
        .put("total", all.size());
    return answer;
  }

  static int number(Call call, String name, int missing, int biggest) {
    return Numbers.of(
        call,
        name,
        missing,
        biggest,
        () -> Problem.badRequest(InvalidParameter.query(name, "must be between 1 and " + biggest)));
  }
}
