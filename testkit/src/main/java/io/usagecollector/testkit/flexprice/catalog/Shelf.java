package io.usagecollector.testkit.flexprice.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The documents of one kind by id, in the order they were made, and by one more field. What is put
 * is never changed afterwards: a change is a new document under the same id and the same field.
 */
public final class Shelf {
  private final Map<String, Versions> documents = new LinkedHashMap<>();
  private final Map<String, Set<String>> idsByField = new HashMap<>();
  private final String field;
  private final Replica replica;
  private final Consumer<ObjectNode> journal;

  /**
   * @param field the field documents can be asked for by
   * @param replica what of it can be read just now
   */
  public Shelf(String field, Replica replica, Consumer<ObjectNode> journal) {
    this.field = field;
    this.replica = replica;
    this.journal = journal;
  }

  /** Keeps a document and writes it to the journal. */
  ObjectNode put(ObjectNode document) {
    keep(document, replica.now());
    journal.accept(document);
    return document;
  }

  /** Keeps a document that came from the journal. */
  public void restore(ObjectNode document) {
    keep(document, Instant.MIN);
  }

  private void keep(ObjectNode document, Instant at) {
    String id = document.path("id").asText();
    documents.computeIfAbsent(id, _ -> new Versions()).put(document, at, replica.behind(at));
    idsByField
        .computeIfAbsent(document.path(field).asText(), value -> new LinkedHashSet<>())
        .add(id);
  }

  Optional<ObjectNode> get(String id) {
    return Optional.ofNullable(documents.get(id)).flatMap(versions -> versions.at(replica.reads()));
  }

  Stream<ObjectNode> published() {
    return documents.values().stream()
        .flatMap(versions -> versions.at(replica.reads()).stream())
        .filter(Shelf::isPublished);
  }

  /** The published documents whose field has this value. */
  Stream<ObjectNode> published(String value) {
    return idsByField.getOrDefault(value, Set.of()).stream()
        .flatMap(id -> get(id).stream())
        .filter(Shelf::isPublished);
  }

  private static boolean isPublished(ObjectNode document) {
    return document.path("status").asText().equals("published");
  }
}
