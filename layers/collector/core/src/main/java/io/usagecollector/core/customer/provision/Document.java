package io.usagecollector.core.customer.provision;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON object that a service wrote, read leniently: what is not there, or is of another kind, is
 * empty. Numbers and booleans are texts, as written; null is nothing.
 */
public final class Document {
  private static final JsonFactory JSON = new JsonFactory();
  private static final Document EMPTY = new Document(Map.of());

  private final Map<String, Object> members;

  private Document(Map<String, Object> members) {
    this.members = members;
  }

  /** Reads a body; nothing if it is not one whole JSON object. */
  public static Optional<Document> read(byte[] body) {
    try (JsonParser parser = JSON.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      Document read = object(parser);
      return parser.nextToken() == null ? Optional.of(read) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Document object(JsonParser parser) throws IOException {
    Map<String, Object> members = new HashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      put(members, name, value(parser));
    }
    return new Document(members);
  }

  private static void put(Map<String, Object> members, String name, Optional<Object> value) {
    value.ifPresentOrElse(present -> members.put(name, present), () -> members.remove(name));
  }

  private static List<Object> array(JsonParser parser) throws IOException {
    List<Object> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      value(parser).ifPresent(elements::add);
    }
    return elements;
  }

  private static Optional<Object> value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return Optional.of(object(parser));
    }
    if (token == JsonToken.START_ARRAY) {
      return Optional.of(array(parser));
    }
    return token == JsonToken.VALUE_NULL ? Optional.empty() : Optional.of(parser.getText());
  }

  /** The text, number or boolean of this name. */
  public Optional<String> text(String name) {
    return members.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** The time of this name, RFC 3339. */
  public Optional<Instant> time(String name) {
    return text(name).flatMap(Document::instant);
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The object of this name; one without members where there is none. */
  public Document object(String name) {
    return members.get(name) instanceof Document object ? object : EMPTY;
  }

  /** The objects in the array of this name. */
  public List<Document> objects(String name) {
    return members.get(name) instanceof List<?> elements
        ? elements.stream().filter(Document.class::isInstance).map(Document.class::cast).toList()
        : List.of();
  }

  /** Whether there is an array of this name, empty or not. */
  public boolean isArray(String name) {
    return members.get(name) instanceof List<?>;
  }

  /** The texts, numbers and booleans in the array of this name. */
  public List<String> texts(String name) {
    return members.get(name) instanceof List<?> elements
        ? elements.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : List.of();
  }

  /** Without what it holds: a log line may hold it. */
  @Override
  public String toString() {
    return "Document[" + members.size() + " members]";
  }
}
