package io.usagecollector.testkit.openmeter.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.usagecollector.testkit.openmeter.problem.InvalidParameter;
import io.usagecollector.testkit.openmeter.problem.Problem;
import io.usagecollector.testkit.openmeter.problem.Refused;
import io.usagecollector.testkit.store.Json;
import java.io.IOException;
import java.util.List;

/** The two APIs: what each says of a body that is not as it must be. */
public enum Dialect {
  V1,
  V3;

  /** A body that is as the rule says. */
  public JsonNode read(byte[] body, Rule rule, String schema) {
    JsonNode json = parse(body);
    List<SchemaFault> faults = rule.check(json, List.of());
    if (!faults.isEmpty()) {
      throw new Refused(refusal(faults, schema));
    }
    return json;
  }

  /** A body that is JSON. */
  public JsonNode parse(byte[] body) {
    try {
      JsonNode json = Json.MAPPER.readTree(body);
      if (json == null || json.isMissingNode()) {
        throw new Refused(unreadable("value is required but missing"));
      }
      return json;
    } catch (JsonProcessingException e) {
      throw new Refused(unreadable("failed to decode request body"));
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory cannot be read", e);
    }
  }

  /** v3 names every fault, v1 the first. */
  public Problem refusal(List<SchemaFault> faults, String schema) {
    return switch (this) {
      case V3 -> Problem.badRequest(faults.stream().map(Dialect::parameter).toList());
      case V1 -> {
        SchemaFault first = faults.getFirst();
        String place =
            first.path().isEmpty() ? "" : "Error at \"/" + String.join("/", first.path()) + "\": ";
        String name = schema.isEmpty() ? "" : " #/components/schemas/" + schema;
        yield Problem.schema(
            "request body has an error: doesn't match schema"
                + name
                + ": "
                + place
                + first.reason());
      }
    };
  }

  /** Something is wrong with the body as a whole. */
  public Problem unreadable(String why) {
    return switch (this) {
      case V3 ->
          Problem.badRequest(InvalidParameter.body("", "", "request body has an error: " + why));
      case V1 -> Problem.schema("request body has an error: " + why);
    };
  }

  private static InvalidParameter parameter(SchemaFault fault) {
    String rule =
        switch (fault.rule()) {
          case "minLength" -> "min_length";
          case "maxLength" -> "max_length";
          default -> fault.rule();
        };
    return InvalidParameter.body(String.join(".", fault.path()), rule, fault.reason());
  }
}
