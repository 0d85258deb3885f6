package io.usagecollector.testkit.flexprice.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Customers: unique by external id while published. */
public final class Customers {
  private static final int COLUMN_WIDTH = 255;
  private static final List<String> PLAIN =
      List.of(
          "address_line1",
          "address_line2",
          "address_city",
          "address_state",
          "address_postal_code",
          "address_country");

  private final Shelf shelf;
  private final Documents documents;

  public Customers(Shelf shelf, Documents documents) {
    this.shelf = shelf;
    this.documents = documents;
  }

  public ObjectNode create(Fields request) {
    String externalId = request.text("external_id");
    String name = request.text("name");
    validate(request, externalId, name);
    if (externalId.codePointCount(0, externalId.length()) > COLUMN_WIDTH
        || externalId.indexOf('\0') >= 0) {
      throw new Refused(ApiProblem.database("Failed to create customer"));
    }
    if (find(externalId).isPresent()) {
      throw new Refused(
          ApiProblem.alreadyExists(
              "A customer with this identifier already exists", Map.of("external_id", externalId)));
    }
    ObjectNode customer = documents.create("cust").put("external_id", externalId).put("name", name);
    customer.put("email", request.text("email"));
    PLAIN.forEach(field -> customer.put(field, request.text(field)));
    String timezone = request.text("timezone");
    customer.put("timezone", timezone.isEmpty() ? "UTC" : timezone);
    Documents.putMap(customer, "metadata", request.textMap("metadata"));
    return shelf.put(customer);
  }

  private static void validate(Fields request, String externalId, String name) {
    new Violations("CreateCustomerRequest")
        .required("ExternalID", externalId)
        .required("Name", name)
        .atMost("Name", name, COLUMN_WIDTH)
        .atMost("Contact", request.text("contact"), 20)
        .atMost("AddressLine1", request.text("address_line1"), 255)
        .atMost("AddressLine2", request.text("address_line2"), 255)
        .atMost("AddressCity", request.text("address_city"), 100)
        .atMost("AddressState", request.text("address_state"), 100)
        .atMost("AddressPostalCode", request.text("address_postal_code"), 20)
        .check();
  }

  public ObjectNode get(String id) {
    return shelf
        .get(id)
        .orElseThrow(() ->
            new Refused(
                ApiProblem.notFound(
                    "Customer with ID " + id + " was not found", Map.of("customer_id", id))));
  }

  public Optional<ObjectNode> find(String externalId) {
    return shelf.published(externalId).findFirst();
  }

  public ObjectNode lookUp(String externalId) {
    return find(externalId)
        .orElseThrow(() -> new Refused(unknown(externalId, Map.of("lookup_key", externalId))));
  }

  /** Like {@link #lookUp}, in the words of the two routes that search subscriptions. */
  ObjectNode lookUpForSearch(String externalId) {
    Map<String, String> details =
        Map.of("external_customer_id", externalId, "lookup_key", externalId);
    return find(externalId).orElseThrow(() -> new Refused(unknown(externalId, details)));
  }

  private static ApiProblem unknown(String externalId, Map<String, String> details) {
    return ApiProblem.notFound(
        "Customer with lookup key " + externalId + " was not found", details);
  }

  /** The customers of these external ids and ids; an empty list asks for all. Newest first. */
  public ObjectNode list(List<String> externalIds, List<String> ids, Page page) {
    Stream<ObjectNode> candidates =
        externalIds.isEmpty()
            ? shelf.published()
            : externalIds.stream().distinct().flatMap(shelf::published);
    List<ObjectNode> found =
        candidates
            .filter(customer -> ids.isEmpty() || ids.contains(customer.path("id").asText()))
            .toList()
            .reversed();
    return page.of(found);
  }

  public void archive(String id) {
    shelf.put(documents.changed(get(id)).put("status", "archived"));
  }
}
