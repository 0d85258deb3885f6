package io.usagecollector.testkit.flexprice.catalog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.usagecollector.testkit.flexprice.billing.AggregationType;
import io.usagecollector.testkit.flexprice.billing.EventLedger;
import io.usagecollector.testkit.flexprice.billing.Meter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Metered features and the meters behind them. */
public final class Features {
  // A field of ours within the meter's document, so that a reload counts what it counted before.
  private static final String KNOWN_FROM = "stand_in_known_from";

  private final Shelf features;
  private final Shelf meters;
  private final Documents documents;
  private final EventLedger ledger;

  public Features(Shelf features, Shelf meters, Documents documents, EventLedger ledger) {
    this.features = features;
    this.meters = meters;
    this.documents = documents;
    this.ledger = ledger;
  }

  public ObjectNode createFeature(Fields request) {
    String name = request.text("name");
    if (name.isEmpty() || request.text("type").isEmpty()) {
      throw new Refused(ApiProblem.validation("Invalid request format"));
    }
    if (!request.text("type").equals("metered")) {
      throw new Refused(ApiProblem.notImplemented("features that are not metered"));
    }
    String lookupKey = request.text("lookup_key");
    requireFree(lookupKey);
    ObjectNode meter =
        request
            .object("meter")
            .map(this::createMeter)
            .orElseGet(() -> meter(request.text("meter_id")));
    ObjectNode feature =
        documents
            .create("feat")
            .put("name", name)
            .put("lookup_key", lookupKey)
            .put("description", request.text("description"))
            .put("type", "metered")
            .put("meter_id", meter.path("id").asText());
    Documents.putMap(feature, "metadata", request.textMap("metadata"));
    features.put(feature);
    return feature.deepCopy().set("meter", meter);
  }

  private void requireFree(String lookupKey) {
    if (!lookupKey.isEmpty() && features.published(lookupKey).findAny().isPresent()) {
      throw new Refused(
          ApiProblem.alreadyExists(
              "A feature with this lookup key already exists", Map.of("lookup_key", lookupKey)));
    }
  }

  /** Published features; an empty key asks for all. */
  public ObjectNode list(String lookupKey, Page page) {
    return page.of(
        (lookupKey.isEmpty() ? features.published() : features.published(lookupKey))
            .toList()
            .reversed());
  }

  public ObjectNode meter(String id) {
    return meters
        .get(id)
        .orElseThrow(
            () -> new Refused(ApiProblem.notFound("Meter not found", Map.of("meter_id", id))));
  }

  public ObjectNode createMeter(Fields request) {
    Fields aggregation =
        request
            .object("aggregation")
            .orElseThrow(() -> new Refused(ApiProblem.validation("Invalid request format")));
    for (String needed : List.of("name", "event_name", "reset_usage")) {
      if (request.text(needed).isEmpty()) {
        throw new Refused(ApiProblem.validation("Invalid request format"));
      }
    }
    AggregationType type = type(aggregation);
    if (type.needsField() && aggregation.text("field").isEmpty()) {
      throw new Refused(ApiProblem.validation("Please specify a field or expression"));
    }
    ObjectNode meter =
        documents
            .create("meter")
            .put("name", request.text("name"))
            .put("event_name", request.text("event_name").strip())
            .put("reset_usage", request.text("reset_usage"))
            .put(KNOWN_FROM, ledger.processed());
    meter.putObject("aggregation").put("type", type.name()).put("field", aggregation.text("field"));
    ArrayNode filters = meter.putArray("filters");
    for (Fields filter : request.objects("filters")) {
      ArrayNode values = filters.addObject().put("key", filter.text("key")).putArray("values");
      filter.texts("values").forEach(values::add);
    }
    meters.put(meter);
    ledger.add(asMeter(meter));
    return meter;
  }

  private static AggregationType type(Fields aggregation) {
    for (String beyond : List.of("expression", "bucket_size", "group_by")) {
      if (!aggregation.text(beyond).isEmpty()) {
        throw new Refused(ApiProblem.notImplemented("meters with " + beyond));
      }
    }
    String name = aggregation.text("type");
    return AggregationType.named(name)
        .orElseThrow(
            () -> new Refused(ApiProblem.notImplemented("meters of the aggregation " + name)));
  }

  /** The meter that bills, from its document. */
  public static Meter asMeter(ObjectNode document) {
    List<Meter.Filter> filters = new ArrayList<>();
    for (var filter : document.path("filters")) {
      List<String> values = new ArrayList<>();
      filter.path("values").forEach(value -> values.add(value.asText()));
      filters.add(new Meter.Filter(filter.path("key").asText(), values));
    }
    return new Meter(
        document.path("id").asText(),
        document.path("name").asText(),
        document.path("event_name").asText(),
        new Meter.Aggregation(
            AggregationType.valueOf(document.path("aggregation").path("type").asText()),
            document.path("aggregation").path("field").asText()),
        filters,
        document.path("reset_usage").asText(),
        Instant.parse(document.path("created_at").asText()),
        document.path(KNOWN_FROM).asLong());
  }
}
