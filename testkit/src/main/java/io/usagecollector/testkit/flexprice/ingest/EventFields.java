package io.usagecollector.testkit.flexprice.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One event object being bound. Keys match without case and the last one wins; a null leaves what
 * an earlier key set (except for properties, which it clears), as Go's decoder has it.
 */
final class EventFields {
  // Go: the zero time.Time, which the server takes for "no timestamp given".
  private static final Instant ZERO_TIME = Instant.parse("0001-01-01T00:00:00Z");

  private final byte[] body;
  private String name = "";
  private String customer = "";
  private String id = "";
  private String customerId = "";
  private String source = "";
  private @Nullable Instant timestamp;
  private byte @Nullable [] properties;

  EventFields(byte[] body) {
    this.body = body;
  }

  /** Reads the object whose start is the current token. */
  void read(JsonParser parser) throws IOException, MalformedBody {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw new MalformedBody("an event is not an object");
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = canonical(parser.currentName());
      parser.nextToken();
      set(field, parser);
    }
  }

  IncomingEvent event() {
    Instant given = ZERO_TIME.equals(timestamp) ? null : timestamp;
    return new IncomingEvent(name, customer, id, customerId, source, given, properties);
  }

  private void set(String field, JsonParser parser) throws IOException, MalformedBody {
    switch (field) {
      case "event_name" -> name = string(parser, name);
      case "external_customer_id" -> customer = string(parser, customer);
      case "event_id" -> id = string(parser, id);
      case "customer_id" -> customerId = string(parser, customerId);
      case "source" -> source = string(parser, source);
      case "timestamp" -> timestamp = time(parser);
      case "properties" -> properties = object(parser);
      default -> GoJson.skipValue(parser);
    }
  }

  private static String canonical(String key) {
    return switch (key) {
      case "event_name",
          "external_customer_id",
          "event_id",
          "customer_id",
          "source",
          "timestamp",
          "properties" ->
          key;
      default -> folded(key);
    };
  }

  private static String folded(String key) {
    for (String field :
        new String[] {
          "event_name",
          "external_customer_id",
          "event_id",
          "customer_id",
          "source",
          "timestamp",
          "properties"
        }) {
      if (field.equalsIgnoreCase(key)) {
        return field;
      }
    }
    return "";
  }

  private static String string(JsonParser parser, String before) throws IOException, MalformedBody {
    return switch (parser.currentToken()) {
      case VALUE_NULL -> before;
      case VALUE_STRING -> GoJson.text(parser);
      case null, default -> throw new MalformedBody("not a string");
    };
  }

  private @Nullable Instant time(JsonParser parser) throws IOException, MalformedBody {
    return switch (parser.currentToken()) {
      case VALUE_NULL -> timestamp;
      case VALUE_STRING -> unescapedTime(parser);
      case null, default -> throw new MalformedBody("a timestamp is not a string");
    };
  }

  /** Go hands the raw token to the time parser, so an escape makes any timestamp a bad one. */
  private Instant unescapedTime(JsonParser parser) throws IOException, MalformedBody {
    String text = parser.getText();
    int start = (int) parser.currentTokenLocation().getByteOffset();
    for (int i = 1; i <= text.length(); i++) {
      if (body[start + i] == '\\') {
        throw new MalformedBody("an escape in a timestamp");
      }
    }
    return GoTimestamp.parse(text);
  }

  private byte @Nullable [] object(JsonParser parser) throws IOException, MalformedBody {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw new MalformedBody("properties are not an object");
    }
    int start = (int) parser.currentTokenLocation().getByteOffset();
    GoJson.skipValue(parser);
    int end = (int) parser.currentLocation().getByteOffset();
    byte[] read = Arrays.copyOfRange(body, start, end);
    return properties == null ? read : merged(properties, read);
  }

  /** A second properties object adds to the first: Go decodes into the map it already has. */
  private static byte[] merged(byte[] first, byte[] second) {
    int firstEnd = first.length - 1;
    boolean comma = !isEmptyObject(first) && !isEmptyObject(second);
    byte[] both = new byte[firstEnd + (comma ? 1 : 0) + second.length - 1];
    System.arraycopy(first, 0, both, 0, firstEnd);
    if (comma) {
      both[firstEnd] = ',';
    }
    System.arraycopy(second, 1, both, both.length - (second.length - 1), second.length - 1);
    return both;
  }

  private static boolean isEmptyObject(byte[] object) {
    for (int i = 1; i < object.length - 1; i++) {
      if (object[i] != ' ' && object[i] != '\t' && object[i] != '\n' && object[i] != '\r') {
        return false;
      }
    }
    return true;
  }
}
