package io.usagecollector.testkit.flexprice.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The documents of one kind by id, in the order they were made. What is put is never changed
 * afterwards: a change is a new document under the same id.
 */
public final class Shelf {
  private final Map<String, ObjectNode> documents = new LinkedHashMap<>();
  private final Consumer<ObjectNode> journal;

  public Shelf(Consumer<ObjectNode> journal) {
    this.journal = journal;
  }

  /** Keeps a document and writes it to the journal. */
  ObjectNode put(ObjectNode document) {
    restore(document);
    journal.accept(document);
    return document;
  }

  /** Keeps a document that came from the journal. */
  public void restore(ObjectNode document) {
    documents.put(document.path("id").asText(), document);
  }

  Optional<ObjectNode> get(String id) {
    return Optional.ofNullable(documents.get(id));
  }

  Stream<ObjectNode> published() {
    return documents.values().stream()
        .filter(document -> document.path("status").asText().equals("published"));
  }
}
