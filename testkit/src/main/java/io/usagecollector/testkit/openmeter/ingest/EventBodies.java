package io.usagecollector.testkit.openmeter.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import io.usagecollector.testkit.http.Call;
import io.usagecollector.testkit.openmeter.problem.Problem;
import io.usagecollector.testkit.openmeter.problem.Refused;
import io.usagecollector.testkit.openmeter.schema.Dialect;
import io.usagecollector.testkit.openmeter.schema.Rule;
import io.usagecollector.testkit.openmeter.schema.SchemaFault;
import io.usagecollector.testkit.store.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the bodies that bring events, all of them or none. */
public final class EventBodies {
  private static final String ANY = "application/json";
  private static final String SINGLE = "application/cloudevents+json";
  private static final String BATCH = "application/cloudevents-batch+json";

  private final Dialect dialect;
  private final Rule event;

  public EventBodies(Dialect dialect) {
    this.dialect = dialect;
    this.event = EventRules.event(dialect);
  }

  /** How many events a body carries, as far as it can be read. */
  public static int count(Call call) {
    try {
      JsonNode json = Json.MAPPER.readTree(call.body());
      return json == null ? 0 : json.isArray() ? json.size() : json.isObject() ? 1 : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  public List<CloudEvent> read(Call call) {
    String header = call.header("content-type");
    String media = header.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    if (!Set.of(ANY, SINGLE, BATCH).contains(media)) {
      throw new Refused(
          dialect.unreadable("header Content-Type has unexpected value \"%s\"".formatted(header)));
    }
    JsonNode body = checked(media, call.body());
    if (dialect == Dialect.V1 && !header.equals(media)) {
      throw new Refused(Problem.blank(400, "Bad Request", "invalid content type: " + header));
    }
    List<CloudEvent> events = new ArrayList<>();
    for (JsonNode each : body.isArray() ? body : List.of(body)) {
      events.add(decoded(each));
    }
    if (media.equals(ANY) && events.isEmpty()) {
      throw new Refused(late("no events found"));
    }
    return events;
  }

  private JsonNode checked(String media, byte[] body) {
    return switch (media) {
      case SINGLE -> dialect.read(body, withDefault(event), "Event");
      case BATCH -> dialect.read(body, withDefault(Rule.listOf(event)), "");
      default -> dialect.read(body, this::either, "IngestEventsBody");
    };
  }

  /** A fault is not told where it is: neither of the two forms fits, and that is all. */
  private List<SchemaFault> either(JsonNode value, List<String> path) {
    boolean fits =
        event.check(value, path).isEmpty() || Rule.listOf(event).check(value, path).isEmpty();
    return fits ? List.of() : Rule.fault(path, "anyOf", "doesn't match any schema from \"anyOf\"");
  }

  /** v3 puts the missing specversion in, and then cannot write such a body again. */
  private Rule withDefault(Rule rule) {
    if (dialect == Dialect.V1) {
      return rule;
    }
    return (value, path) -> {
      List<SchemaFault> faults = rule.check(value, path);
      boolean onlyMissing =
          !faults.isEmpty()
              && faults.stream()
                  .allMatch(fault ->
                      fault.rule().equals("required")
                          && fault.path().getLast().equals("specversion"));
      if (onlyMissing) {
        throw new Refused(dialect.unreadable("rewriting failed: unsupported content type"));
      }
      return faults.stream()
          .filter(fault -> !fault.path().getLast().equals("specversion"))
          .toList();
    };
  }

  private CloudEvent decoded(JsonNode event) {
    try {
      return EventDecoder.decode(event);
    } catch (EventDecoder.Undecodable e) {
      throw new Refused(late(String.valueOf(e.getMessage())));
    } catch (GoJson.Unrepresentable e) {
      throw new Refused(Problem.internal());
    }
  }

  /** What is found after the schema's check: v3 says no more than that it is bad. */
  private Problem late(String why) {
    return switch (dialect) {
      case V3 -> Problem.bareBadRequest();
      case V1 -> Problem.blank(400, "Bad Request", "invalid event: " + why);
    };
  }
}
