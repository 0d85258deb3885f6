package io.usagecollector.testkit.flexprice.catalog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.usagecollector.testkit.store.Json;
import java.util.List;

/**
 * Which part of a list is asked for. The answer's {@code offset} is the next one, as on the server.
 */
public record Page(int limit, int offset) {
  private static final int DEFAULT = 50;
  private static final int HIGHEST = 1000;

  public Page {
    limit = limit == 0 ? DEFAULT : limit;
    if (limit < 1 || limit > HIGHEST || offset < 0) {
      throw new Refused(ApiProblem.validation("Invalid filter parameters"));
    }
  }

  /** As a query asks, where "" asks for nothing. */
  public static Page of(String limit, String offset) {
    return new Page(number(limit), number(offset));
  }

  private static int number(String text) {
    try {
      return text.isEmpty() ? 0 : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new Refused(ApiProblem.validation("Invalid filter parameters"));
    }
  }

  ObjectNode of(List<ObjectNode> all) {
    ObjectNode answer = Json.MAPPER.createObjectNode();
    ArrayNode items = answer.putArray("items");
    all.stream().skip(offset).limit(limit).forEach(items::add);
    answer
        .putObject("pagination")
        .put("total", all.size())
        .put("limit", limit)
        .put("offset", offset + limit);
    return answer;
  }
}
