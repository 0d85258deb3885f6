package io.usagecollector.testkit.flexprice.routes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.usagecollector.testkit.flexprice.billing.AggregationType;
import io.usagecollector.testkit.flexprice.billing.EventTotals;
import io.usagecollector.testkit.flexprice.billing.StoredEvent;
import io.usagecollector.testkit.flexprice.catalog.ApiProblem;
import io.usagecollector.testkit.flexprice.catalog.Features;
import io.usagecollector.testkit.flexprice.catalog.Fields;
import io.usagecollector.testkit.flexprice.catalog.Refused;
import io.usagecollector.testkit.flexprice.ingest.GoTimestamp;
import io.usagecollector.testkit.flexprice.ingest.MalformedBody;
import io.usagecollector.testkit.flexprice.state.AccountState;
import io.usagecollector.testkit.http.Call;
import io.usagecollector.testkit.http.Reply;
import io.usagecollector.testkit.http.Route;
import io.usagecollector.testkit.store.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reading the events table: lists, totals by name, totals by meter. */
public final class EventRoutes {
  private static final String BAD = "Please check the request payload";

  private final AccountState world;

  public EventRoutes(AccountState world) {
    this.world = world;
  }

  public List<Route> routes() {
    return List.of(
        Route.read("GET", "/v1/events", this::list),
        Route.read("POST", "/v1/events/query", this::query),
        Route.read("POST", "/v1/events/usage", this::usage),
        Route.read("POST", "/v1/events/usage/meter", this::usageByMeter),
        Route.read("GET", "/v1/events/lookup", call -> lookUp(call.query("id"))),
        Route.read("GET", "/v1/events/*", call -> lookUp(call.pathParameter())));
  }

  private Reply list(Call call) {
    EventQuery query =
        new EventQuery(
            call.query("external_customer_id"),
            call.query("event_name"),
            call.query("event_id"),
            call.query("source"),
            range(time(call.query("start_time")), time(call.query("end_time"))),
            EventQuery.listedPageSize(call.query("page_size")),
            EventQuery.offset(call.query("offset")),
            call.query("order").equals("asc"));
    return Reply.tree(200, world.locked(w -> query.answer(w.ledger.events())));
  }

  private Reply query(Call call) {
    Fields request = Fields.bind(call.body(), BAD);
    int pageSize = request.integer("page_size", 0);
    EventQuery query =
        new EventQuery(
            request.text("external_customer_id"),
            request.text("event_name"),
            request.text("event_id"),
            request.text("source"),
            range(request.time("start_time"), request.time("end_time")),
            pageSize <= 0 ? EventQuery.DEFAULT_PAGE : pageSize,
            Math.max(0, request.integer("offset", 0)),
            request.text("order").equals("asc"));
    return Reply.tree(200, world.locked(w -> query.answer(w.ledger.events())));
  }

  private Reply usage(Call call) {
    Fields request = Fields.bind(call.body(), BAD);
    String name = request.text("event_name");
    String type = request.text("aggregation_type");
    if (name.isEmpty() || type.isEmpty()) {
      throw new Refused(ApiProblem.validation(BAD));
    }
    String property = request.text("property_name");
    AggregationType aggregation = property.isEmpty() ? AggregationType.COUNT : known(type);
    return total(request, name, aggregation, property);
  }

  private Reply usageByMeter(Call call) {
    Fields request = Fields.bind(call.body(), BAD);
    String id = request.text("meter_id");
    if (id.isEmpty()) {
      throw new Refused(ApiProblem.validation(BAD));
    }
    var meter = Features.asMeter(world.locked(w -> w.features.meter(id)));
    return total(
        request, meter.eventName(), meter.aggregation().type(), meter.aggregation().field());
  }

  private Reply total(Fields request, String name, AggregationType type, String property) {
    TimeRange range = range(request.time("start_time"), request.time("end_time"));
    String customer = request.text("external_customer_id");
    EventTotals totals =
        world.locked(w ->
            EventTotals.of(
                w.ledger.events(),
                event ->
                    event.name().equals(name)
                        && (customer.isEmpty() || event.customer().equals(customer)),
                range.start(),
                range.end()));
    ObjectNode answer = Json.MAPPER.createObjectNode();
    var total = totals.total(type, property);
    if (total.signum() != 0) { // Go's omitempty
      answer.put("value", total);
    }
    return Reply.tree(200, answer.put("event_name", name).put("type", type.name()));
  }

  private Reply lookUp(String id) {
    if (id.isEmpty()) {
      throw new Refused(ApiProblem.validation("Please provide a valid event ID"));
    }
    Optional<StoredEvent> event =
        world.locked(w -> w.ledger.events().stream().filter(e -> e.id().equals(id)).findFirst());
    // The real server marks this error twice and picks 404 or 500 by chance.
    StoredEvent found =
        event.orElseThrow(() ->
            new Refused(
                ApiProblem.notFound("Event not found in events table", Map.of("event_id", id))));
    return Reply.tree(200, world.locked(w -> EventTrace.of(w, found)));
  }

  private static AggregationType known(String type) {
    return AggregationType.named(type)
        .orElseThrow(
            () -> new Refused(ApiProblem.notImplemented("usage by the aggregation " + type)));
  }

  private TimeRange range(Optional<Instant> start, Optional<Instant> end) {
    return TimeRange.of(start, end, world.now(), BAD);
  }

  private static Optional<Instant> time(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(GoTimestamp.parse(text));
    } catch (MalformedBody e) {
      throw new Refused(ApiProblem.validation(BAD));
    }
  }
}
