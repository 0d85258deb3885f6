package io.usagecollector.testkit.flexprice.routes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.usagecollector.testkit.fault.RequestLine;
import io.usagecollector.testkit.flexprice.catalog.ApiProblem;
import io.usagecollector.testkit.flexprice.catalog.Violations;
import io.usagecollector.testkit.flexprice.http.Replies;
import io.usagecollector.testkit.flexprice.ingest.EventReader;
import io.usagecollector.testkit.flexprice.ingest.IncomingEvent;
import io.usagecollector.testkit.flexprice.ingest.MalformedBody;
import io.usagecollector.testkit.flexprice.state.AccountState;
import io.usagecollector.testkit.http.Call;
import io.usagecollector.testkit.http.Reply;
import io.usagecollector.testkit.http.Route;
import io.usagecollector.testkit.store.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/events} and {@code POST /v1/events/bulk}. */
public final class IngestRoutes {
  /** FX internal/rest/middleware/body_limit.go. */
  public static final int MOST_BODY_BYTES = 32 << 20;

  private static final int MOST_EVENTS = 1000;
  private static final Reply ACCEPTED =
      Reply.json(202, "{\"message\":\"Events accepted for processing\"}");

  private final AccountState world;
  private final boolean atomicBulk;

  /**
   * @param atomicBulk whether a refused bulk leaves nothing behind ({@code bulk_publish_enabled});
   *     by default what stands before the bad event stays
   */
  public IngestRoutes(AccountState world, boolean atomicBulk) {
    this.world = world;
    this.atomicBulk = atomicBulk;
  }

  public List<Route> routes() {
    return List.of(
        Route.write("POST", "/v1/events/bulk", "event", this::bulk),
        Route.write("POST", "/v1/events", "event", this::single));
  }

  /** Whether this is one of the two requests that bring events. */
  public static boolean bringsEvents(RequestLine line) {
    return line.method().equals("POST")
        && (line.path().equals("/v1/events") || line.path().equals("/v1/events/bulk"));
  }

  /** How many events a request carries, as far as it can be read. */
  public static int count(Call call) {
    if (!bringsEvents(call.line())) {
      return 0;
    }
    try {
      if (call.line().path().endsWith("/bulk")) {
        List<@Nullable IncomingEvent> events = EventReader.bulk(call.body());
        return events == null ? 0 : events.size();
      }
      EventReader.single(call.body());
      return 1;
    } catch (MalformedBody e) {
      return 0;
    }
  }

  private Reply single(Call call) {
    if (call.body().length > MOST_BODY_BYTES) {
      return tooLarge();
    }
    try {
      IncomingEvent event = EventReader.single(call.body());
      if (missing(event).isPresent()) {
        return malformed().carrying(1);
      }
      ObjectNode answer = Json.MAPPER.createObjectNode();
      answer.put("event_id", world.accept(List.of(event)).getFirst());
      return Reply.tree(202, answer.put("message", "Event accepted for processing")).carrying(1);
    } catch (MalformedBody e) {
      return malformed();
    }
  }

  private Reply bulk(Call call) {
    if (call.body().length > MOST_BODY_BYTES) {
      return tooLarge();
    }
    try {
      List<@Nullable IncomingEvent> events = EventReader.bulk(call.body());
      return bulk(events).carrying(events == null ? 0 : events.size());
    } catch (MalformedBody e) {
      return malformed();
    }
  }

  private Reply bulk(@Nullable List<@Nullable IncomingEvent> events) {
    String tag =
        events == null
            ? "required"
            : events.isEmpty() ? "min" : events.size() > MOST_EVENTS ? "max" : "";
    if (events == null || !tag.isEmpty()) {
      return Replies.problem(Violations.of("BulkIngestEventRequest", "Events", tag));
    }
    List<IncomingEvent> good = new ArrayList<>(events.size());
    for (IncomingEvent event : events) {
      Optional<ApiProblem> problem = problem(event);
      if (event == null || problem.isPresent()) {
        world.accept(atomicBulk ? List.of() : good);
        return Replies.problem(problem.orElseThrow());
      }
      good.add(event);
    }
    world.accept(good);
    return ACCEPTED;
  }

  private static Optional<ApiProblem> problem(@Nullable IncomingEvent event) {
    if (event == null) {
      return Optional.of(ApiProblem.validation("Request validation failed"));
    }
    return missing(event);
  }

  private static Optional<ApiProblem> missing(IncomingEvent event) {
    Violations violations = new Violations("IngestEventRequest");
    violations.required("EventName", event.name());
    violations.required("ExternalCustomerID", event.customer());
    return violations.found();
  }

  private static Reply malformed() {
    return Replies.problem(ApiProblem.validation("Invalid request payload"));
  }

  private static Reply tooLarge() {
    return Replies.problem(
        ApiProblem.validation(
            "Request body exceeds the maximum size; split the batch into smaller requests",
            Map.of()));
  }
}
