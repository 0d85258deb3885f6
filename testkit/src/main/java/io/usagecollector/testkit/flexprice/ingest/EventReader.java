package io.usagecollector.testkit.flexprice.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binds the bodies of {@code POST /v1/events} and {@code POST /v1/events/bulk}, streaming. */
public final class EventReader {

  private EventReader() {}

  /** The event of a single request. A JSON {@code null} binds like an empty object. */
  public static IncomingEvent single(byte[] body) throws MalformedBody {
    byte[] prepared = GoJson.prepare(body);
    try (JsonParser parser = GoJson.parser(prepared)) {
      EventFields fields = new EventFields(prepared);
      if (parser.nextToken() != JsonToken.VALUE_NULL) {
        fields.read(parser);
      }
      return fields.event();
    } catch (IOException e) {
      throw new MalformedBody("not JSON");
    }
  }

  /**
   * The events of a bulk request; a null element stays null.
   *
   * @return null when {@code events} is missing or null
   */
  public static @Nullable List<@Nullable IncomingEvent> bulk(byte[] body) throws MalformedBody {
    byte[] prepared = GoJson.prepare(body);
    try (JsonParser parser = GoJson.parser(prepared)) {
      return switch (parser.nextToken()) {
        case VALUE_NULL -> null;
        case START_OBJECT -> envelope(parser, prepared);
        case null, default -> throw new MalformedBody("not a JSON object");
      };
    } catch (IOException e) {
      throw new MalformedBody("not JSON");
    }
  }

  private static @Nullable List<@Nullable IncomingEvent> envelope(
      JsonParser parser, byte[] prepared) throws IOException, MalformedBody {
    List<@Nullable IncomingEvent> events = null;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean isEvents = parser.currentName().equalsIgnoreCase("events");
      parser.nextToken();
      if (isEvents) {
        events = elements(parser, prepared);
      } else {
        GoJson.skipValue(parser);
      }
    }
    return events;
  }

  private static @Nullable List<@Nullable IncomingEvent> elements(
      JsonParser parser, byte[] prepared) throws IOException, MalformedBody {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw new MalformedBody("events is not an array");
    }
    List<@Nullable IncomingEvent> events = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      events.add(element(parser, prepared));
    }
    return events;
  }

  private static @Nullable IncomingEvent element(JsonParser parser, byte[] prepared)
      throws IOException, MalformedBody {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    EventFields fields = new EventFields(prepared);
    fields.read(parser);
    return fields.event();
  }
}
