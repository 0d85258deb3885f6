package io.usagecollector.testkit.flexprice.routes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.usagecollector.testkit.flexprice.billing.AggregationType;
import io.usagecollector.testkit.flexprice.billing.Usage;
import io.usagecollector.testkit.flexprice.catalog.ApiProblem;
import io.usagecollector.testkit.flexprice.catalog.Fields;
import io.usagecollector.testkit.flexprice.catalog.Refused;
import io.usagecollector.testkit.flexprice.state.AccountState;
import io.usagecollector.testkit.http.Call;
import io.usagecollector.testkit.http.Reply;
import io.usagecollector.testkit.http.Route;
import io.usagecollector.testkit.store.Json;
import java.time.Instant;
import java.util.List;

/** What was used: {@code POST /v1/meter-usage/query}, read as invoices read it (FINAL). */
public final class MeterUsageRoute {
  private static final String BAD = "Check your request body";

  private final AccountState world;

  public MeterUsageRoute(AccountState world) {
    this.world = world;
  }

  public List<Route> routes() {
    return List.of(Route.read("POST", "/v1/meter-usage/query", this::query));
  }

  /** The window is the request's alone; line items only decide whether the meter counts at all. */
  private Reply query(Call call) {
    Fields request = Fields.bind(call.body(), BAD);
    String customer = required(request, "external_customer_id");
    String meter = required(request, "meter_id");
    String type = required(request, "aggregation_type");
    Instant start = requiredTime(request, "start_time");
    Instant end = requiredTime(request, "end_time");
    if (!request.text("window_size").isEmpty()) {
      throw new Refused(ApiProblem.notImplemented("windowed usage"));
    }
    // The server takes an aggregation it does not know for SUM.
    AggregationType aggregation = AggregationType.named(type).orElse(AggregationType.SUM);
    Usage usage =
        world.locked(w ->
            w.subscriptions.bills(customer, meter)
                ? w.ledger.usage(customer, meter, aggregation, start, end)
                : Usage.NONE);
    ObjectNode answer =
        Json.MAPPER
            .createObjectNode()
            .put("meter_id", meter)
            .put("aggregation_type", type)
            .put("total_value", usage.value().toPlainString())
            .put("event_count", usage.events());
    return Reply.tree(200, answer);
  }

  private static String required(Fields request, String field) {
    String value = request.text(field);
    if (value.isEmpty()) {
      throw new Refused(ApiProblem.validation(BAD));
    }
    return value;
  }

  private static Instant requiredTime(Fields request, String field) {
    return request.time(field).orElseThrow(() -> new Refused(ApiProblem.validation(BAD)));
  }
}
