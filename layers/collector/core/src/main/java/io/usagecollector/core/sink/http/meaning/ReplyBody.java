package io.usagecollector.core.sink.http.meaning;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.usagecollector.core.sink.http.Reply;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a reply's body says, as far as services write such things: the texts on the first level of a
 * JSON object, and the names under one of its fields. Whatever cannot be read says nothing; nor
 * does an object that names a field twice.
 */
final class ReplyBody {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private static final byte[] NOTHING = {};
  private static final int MOST_COMPLAINTS = 5;
  private static final int LONGEST_NAME = 40;

  private final Map<String, String> texts = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private final Set<String> complaints = new TreeSet<>();
  private final BodyKind kind;

  private ReplyBody(Reply reply, String complaints) {
    this.kind = BodyKind.of(reply, read(reply.body().orElse(NOTHING), complaints));
  }

  /**
   * Reads a reply's body.
   *
   * @param complaints the field whose members are named for what the service complains about
   */
  static ReplyBody of(Reply reply, String complaints) {
    return new ReplyBody(reply, complaints);
  }

  BodyKind kind() {
    return kind;
  }

  Optional<String> text(String name) {
    return kind == BodyKind.OBJECT ? Optional.ofNullable(texts.get(name)) : Optional.empty();
  }

  boolean says(String name, String value) {
    return text(name).filter(value::equals).isPresent();
  }

  /** Whether it is an object without fields but these. */
  boolean hasOnly(Set<String> known) {
    return kind == BodyKind.OBJECT && known.containsAll(names);
  }

  /** The names of what the service complains about, sorted: no values. */
  List<String> complaints() {
    return kind == BodyKind.OBJECT
        ? complaints.stream().filter(ReplyBody::isName).limit(MOST_COMPLAINTS).toList()
        : List.of();
  }

  private static boolean isName(String name) {
    return name.length() <= LONGEST_NAME && name.chars().allMatch(Character::isLetterOrDigit);
  }

  private boolean read(byte[] body, String under) {
    try (JsonParser parser = JSON.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        readField(name, parser, under);
      }
      return parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
    } catch (IOException e) {
      return false;
    }
  }

  private void readField(String name, JsonParser parser, String under) throws IOException {
    JsonToken value = parser.nextToken();
    names.add(name);
    if (value == JsonToken.START_OBJECT && name.equals(under)) {
      for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
        parser.nextToken();
        parser.skipChildren();
        complaints.add(key);
      }
    } else if (value != null && value.isScalarValue()) {
      texts.put(name, parser.getText());
    } else {
      parser.skipChildren();
    }
  }
}
