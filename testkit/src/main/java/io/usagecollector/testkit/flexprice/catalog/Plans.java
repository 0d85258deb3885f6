package io.usagecollector.testkit.flexprice.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans and their prices. */
public final class Plans {
  private final Shelf plans;
  private final Prices prices;
  private final Documents documents;

  public Plans(Shelf plans, Prices prices, Documents documents) {
    this.plans = plans;
    this.prices = prices;
    this.documents = documents;
  }

  public ObjectNode create(Fields request) {
    String name = request.text("name");
    new Violations("CreatePlanRequest").required("Name", name).check();
    String lookupKey = request.text("lookup_key");
    if (!lookupKey.isEmpty() && !withKey(lookupKey).isEmpty()) {
      throw new Refused(
          ApiProblem.alreadyExists(
              "Plan with this name already exists", Map.of("plan_name", name)));
    }
    ObjectNode plan =
        documents
            .create("plan")
            .put("name", name)
            .put("lookup_key", lookupKey)
            .put("description", request.text("description"))
            .put("display_order", request.integer("display_order", 0));
    Documents.putMap(plan, "metadata", request.textMap("metadata"));
    return plans.put(plan);
  }

  ObjectNode require(String id) {
    return plans
        .get(id)
        .orElseThrow(() ->
            new Refused(
                ApiProblem.notFound(
                    "Plan with ID " + id + " was not found", Map.of("plan_id", id))));
  }

  /** The plan with its prices. */
  public ObjectNode get(String id) {
    return withPrices(require(id));
  }

  /** Published plans; an empty key asks for all. */
  public ObjectNode list(String lookupKey, boolean expandPrices, Page page) {
    List<ObjectNode> found =
        (lookupKey.isEmpty() ? plans.published().toList() : withKey(lookupKey)).reversed();
    return page.of(expandPrices ? found.stream().map(this::withPrices).toList() : found);
  }

  private List<ObjectNode> withKey(String lookupKey) {
    return plans.published(lookupKey).toList();
  }

  private ObjectNode withPrices(ObjectNode plan) {
    ObjectNode answer = plan.deepCopy();
    prices.ofPlan(plan.path("id").asText()).forEach(answer.putArray("prices")::add);
    return answer;
  }

  /** The plan as lists of subscriptions show it; nothing of one that is archived. */
  Optional<ObjectNode> published(String id) {
    return plans.get(id).filter(plan -> plan.path("status").asText().equals("published"));
  }

  public void archive(String id) {
    plans.put(documents.changed(require(id)).put("status", "archived"));
  }
}
