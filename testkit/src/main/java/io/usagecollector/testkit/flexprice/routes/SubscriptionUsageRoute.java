package io.usagecollector.testkit.flexprice.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.usagecollector.testkit.flexprice.billing.Meter;
import io.usagecollector.testkit.flexprice.billing.Usage;
import io.usagecollector.testkit.flexprice.catalog.ApiProblem;
import io.usagecollector.testkit.flexprice.catalog.Features;
import io.usagecollector.testkit.flexprice.catalog.Fields;
import io.usagecollector.testkit.flexprice.catalog.Refused;
import io.usagecollector.testkit.flexprice.state.AccountState;
import io.usagecollector.testkit.http.Call;
import io.usagecollector.testkit.http.Reply;
import io.usagecollector.testkit.http.Route;
import io.usagecollector.testkit.store.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * {@code POST /v1/subscriptions/usage}: what each line item counts from the later of its own start
 * and the period's (sheet 1.5). The real answer shows a duplicate until a merge; this one never
 * does.
 */
public final class SubscriptionUsageRoute {
  private static final String BAD = "Invalid request format";

  private final AccountState world;

  public SubscriptionUsageRoute(AccountState world) {
    this.world = world;
  }

  public List<Route> routes() {
    return List.of(Route.read("POST", "/v1/subscriptions/usage", this::usage));
  }

  private Reply usage(Call call) {
    Fields request = Fields.bind(call.body(), BAD);
    String id = request.text("subscription_id");
    if (id.isEmpty()) {
      throw new Refused(ApiProblem.validation(BAD));
    }
    return Reply.tree(200, world.locked(w -> answer(w, w.subscriptions.require(id), request)));
  }

  private static ObjectNode answer(AccountState world, ObjectNode subscription, Fields request) {
    Instant start = request.time("start_time").orElse(time(subscription, "current_period_start"));
    Instant end = request.time("end_time").orElse(time(subscription, "current_period_end"));
    String currency = subscription.path("currency").asText();
    ArrayNode charges = Json.MAPPER.createArrayNode();
    BigDecimal total = BigDecimal.ZERO;
    for (JsonNode item : subscription.path("line_items")) {
      if (item.path("price_type").asText().equals("USAGE")) {
        BigDecimal amount = charge(world, subscription, item, start, end, charges.addObject());
        total = total.add(amount);
      }
    }
    ObjectNode answer =
        Json.MAPPER
            .createObjectNode()
            .put("amount", plain(total))
            .put("currency", currency)
            .put("display_amount", display(total, currency))
            .put("start_time", start.toString())
            .put("end_time", end.toString());
    answer.set("charges", charges);
    return answer.put("has_overage", false);
  }

  private static BigDecimal charge(
      AccountState world,
      ObjectNode subscription,
      JsonNode item,
      Instant start,
      Instant end,
      ObjectNode charge) {
    Meter meter = Features.asMeter(world.features.meter(item.path("meter_id").asText()));
    ObjectNode price = world.prices.get(item.path("price_id").asText());
    String customer =
        world.customers.get(subscription.path("customer_id").asText()).path("external_id").asText();
    Usage usage =
        world.ledger.usage(
            customer,
            meter.id(),
            meter.aggregation().type(),
            later(start, time(item, "start_date")),
            item.has("end_date") ? earlier(end, time(item, "end_date")) : end);
    String currency = subscription.path("currency").asText();
    BigDecimal amount = usage.value().multiply(new BigDecimal(price.path("amount").asText()));
    charge
        .put("subscription_line_item_id", item.path("id").asText())
        .put("amount", plain(amount))
        .put("currency", currency)
        .put("display_amount", display(amount, currency))
        .put("quantity", plain(usage.value()))
        .put("meter_id", meter.id())
        .put("meter_display_name", meter.name())
        .put("is_overage", false)
        .set("price", price);
    return amount;
  }

  private static Instant time(JsonNode node, String field) {
    return Instant.parse(node.path(field).asText());
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static String display(BigDecimal amount, String currency) {
    String symbol = currency.equals("usd") ? "$" : currency.toUpperCase(Locale.ROOT) + " ";
    return symbol + String.format(Locale.ROOT, "%.2f", amount);
  }
}
