package io.usagecollector.core.sink.flexprice;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a reply's body says, as far as Flexprice writes such things: the texts on the first level of
 * a JSON object, and the names in its {@code details}. Whatever cannot be read says nothing.
 */
final class ReplyBody {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String DETAILS = "details";
  private static final int MOST_DETAILS = 5;
  private static final int LONGEST_NAME = 40;

  private final Map<String, String> texts = new TreeMap<>();
  private final Map<String, String> strings = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private final Map<String, String> details = new TreeMap<>();
  private final boolean object;

  private ReplyBody(byte[] body) {
    this.object = read(body);
  }

  static ReplyBody of(byte[] body) {
    return new ReplyBody(body);
  }

  /** Whether it is a JSON object, read to its end. */
  boolean isObject() {
    return object;
  }

  Optional<String> text(String name) {
    return object ? Optional.ofNullable(texts.get(name)) : Optional.empty();
  }

  boolean says(String name, String value) {
    return text(name).filter(value::equals).isPresent();
  }

  /** Whether a field holds this text, as a text and no other scalar that reads alike. */
  boolean quotes(String name, String text) {
    return object && text.equals(strings.get(name));
  }

  /** Whether it has no fields but these. */
  boolean hasOnly(Set<String> known) {
    return object && known.containsAll(names);
  }

  /** The names of the fields that {@code details} complains about, sorted: no values. */
  List<String> details() {
    Stream<String> names = object ? details.keySet().stream() : Stream.empty();
    return names.filter(ReplyBody::isName).limit(MOST_DETAILS).toList();
  }

  private static boolean isName(String name) {
    return name.length() <= LONGEST_NAME && name.chars().allMatch(Character::isLetterOrDigit);
  }

  private boolean read(byte[] body) {
    try (JsonParser parser = JSON.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        readField(name, parser);
      }
      return parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
    } catch (IOException e) {
      return false;
    }
  }

  private void readField(String name, JsonParser parser) throws IOException {
    JsonToken value = parser.nextToken();
    names.add(name);
    if (value == JsonToken.START_OBJECT && name.equals(DETAILS)) {
      for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
        parser.nextToken();
        parser.skipChildren();
        details.put(key, "");
      }
    } else if (value != null && value.isScalarValue()) {
      texts.put(name, parser.getText());
      if (value == JsonToken.VALUE_STRING) {
        strings.put(name, parser.getText());
      }
    } else {
      parser.skipChildren();
    }
  }
}
