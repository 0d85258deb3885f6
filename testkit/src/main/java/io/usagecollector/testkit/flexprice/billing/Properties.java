package io.usagecollector.testkit.flexprice.billing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.usagecollector.testkit.flexprice.ingest.GoJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An event's properties, kept as the bytes they came in and read when asked. Values are what Go
 * decodes JSON into: null, Boolean, Double, String, List, Map.
 */
public record Properties(String json) {
  /** No properties given: a null map on the server. */
  public static final Properties NONE = new Properties("");

  /** One first-level value. */
  record Value(@Nullable Object decoded) {}

  /** The value under a first-level key; the last of a repeated key wins. Empty: no such key. */
  Optional<Value> get(String key) {
    return Optional.ofNullable(values(key::equals).get(key));
  }

  /** All first-level values. */
  public Map<String, @Nullable Object> all() {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    values(key -> true).forEach((key, value) -> all.put(key, value.decoded()));
    return all;
  }

  private Map<String, Value> values(Predicate<String> wanted) {
    Map<String, Value> values = new LinkedHashMap<>();
    if (json.isEmpty()) {
      return values;
    }
    try (JsonParser parser = GoJson.parser(json)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = parser.currentName();
        parser.nextToken();
        if (wanted.test(key)) {
          values.put(key, new Value(decode(parser)));
        } else {
          parser.skipChildren();
        }
      }
      return values;
    } catch (IOException e) {
      throw new IllegalStateException("properties that were read once cannot be read again", e);
    }
  }

  private static @Nullable Object decode(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> GoJson.text(parser);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Double.parseDouble(parser.getText());
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case null, default -> null;
    };
  }

  private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      parser.nextToken();
      object.put(key, decode(parser));
    }
    return object;
  }

  private static List<@Nullable Object> array(JsonParser parser) throws IOException {
    List<@Nullable Object> array = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(decode(parser));
    }
    return array;
  }
}
