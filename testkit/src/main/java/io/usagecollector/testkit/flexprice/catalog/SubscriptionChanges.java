package io.usagecollector.testkit.flexprice.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.usagecollector.testkit.store.Json;
import java.time.Instant;
import java.util.Map;

/**
 * What becomes of a subscription: activated, cancelled, or anything that an update says. Each is
 * handed the subscription as the replica has it, since the server looks there before it writes.
 */
public final class SubscriptionChanges {
  private final Shelf shelf;
  private final SubscriptionTerms terms;
  private final Documents documents;

  public SubscriptionChanges(Shelf shelf, SubscriptionTerms terms, Documents documents) {
    this.shelf = shelf;
    this.terms = terms;
    this.documents = documents;
  }

  /** Sets a status, whatever it was: nothing keeps a draft from being cancelled so. */
  public ObjectNode update(ObjectNode subscription, Fields request) {
    String status = request.text("status");
    ObjectNode updated = documents.changed(subscription);
    if (!status.isEmpty()) {
      updated.put("subscription_status", status);
    }
    return Subscriptions.withRelations(shelf.put(updated));
  }

  /** Activates a draft, from a time on. */
  public ObjectNode activate(ObjectNode subscription, Instant start) {
    String id = subscription.path("id").asText();
    String status = subscription.path("subscription_status").asText();
    if (!status.equals("draft")) {
      throw new Refused(
          ApiProblem.validation(
              "Only draft subscriptions can be activated",
              Map.of("subscription_id", id, "current_status", status)));
    }
    ObjectNode activated = documents.changed(subscription).put("subscription_status", "active");
    terms.restart(activated, start);
    shelf.put(activated);
    return Subscriptions.withRelations(activated);
  }

  /** From when an activated draft shall run: nothing stands for it. */
  public static Instant requireStart(Fields request) {
    return request
        .time("start_date")
        .orElseThrow(() ->
            new Refused(
                Violations.of("ActivateDraftSubscriptionRequest", "StartDate", "required")));
  }

  /** Whether it is the one way of cancelling that is known here. */
  public static void requireImmediate(Fields request) {
    String type = request.text("cancellation_type");
    if (!type.equals("immediate")) {
      throw new Refused(ApiProblem.notImplemented("the cancellation type '" + type + "'"));
    }
  }

  /** Cancels at once what was activated. */
  public ObjectNode cancel(ObjectNode subscription) {
    String id = subscription.path("id").asText();
    String status = subscription.path("subscription_status").asText();
    if (status.equals("draft")) {
      throw new Refused(
          ApiProblem.validation("Draft subscriptions must be activated before cancellation."));
    }
    if (status.equals("cancelled")) {
      throw new Refused(
          ApiProblem.validation(
              "The subscription is already cancelled", Map.of("subscription_id", id)));
    }
    String now = documents.now().toString();
    ObjectNode cancelled =
        documents
            .changed(subscription)
            .put("subscription_status", "cancelled")
            .put("cancelled_at", now)
            .put("cancel_at", now);
    cancelled.path("line_items").forEach(item -> ((ObjectNode) item).put("end_date", now));
    shelf.put(cancelled);
    return cancellation(id, now);
  }

  private static ObjectNode cancellation(String id, String now) {
    ObjectNode answer =
        Json.MAPPER
            .createObjectNode()
            .put("subscription_id", id)
            .put("cancellation_type", "immediate")
            .put("effective_date", now)
            .put("status", "cancelled");
    answer.putArray("proration_details");
    return answer
        .put("total_credit_amount", "0")
        .put("message", "Subscription cancelled immediately")
        .put("processed_at", now);
  }
}
