package io.usagecollector.ensure.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.usagecollector.aws.MalformedEventException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON that API Gateway invokes a function with, in one pass: payload 2.0 of an HTTP API,
 * or 1.0, which a REST API has. Unknown fields are passed over.
 */
public final class ApiEventReader {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
          .build();

  private ApiEventReader() {}

  /**
   * The request.
   *
   * @throws MalformedEventException if it is no such event
   * @throws IOException if the stream breaks
   */
  public static HttpRequest read(InputStream in) throws IOException {
    try (JsonParser json = JSON.createParser(in)) {
      return event(json).request();
    } catch (JacksonException e) {
      var at = e.getLocation();
      throw new MalformedEventException(
          "not an event of API Gateway: malformed near byte "
              + (at == null ? "?" : at.getByteOffset()));
    }
  }

  private static ApiEvent event(JsonParser json) throws IOException {
    var event = new ApiEvent();
    expect(json.nextToken() == JsonToken.START_OBJECT, "the event");
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      switch (name) {
        case "version" -> event.version = text(json, name);
        case "routeKey" -> event.routeKey = text(json, name);
        case "rawPath" -> event.rawPath = text(json, name);
        case "httpMethod" -> event.httpMethod = text(json, name);
        case "resource" -> event.resource = text(json, name);
        case "path" -> event.path = text(json, name);
        case "body" -> event.body = text(json, name);
        case "isBase64Encoded" -> event.base64 = flag(json, name);
        case "requestContext" -> context(json, event);
        default -> json.skipChildren();
      }
    }
    expect(json.currentToken() == JsonToken.END_OBJECT, "the event's end");
    return event;
  }

  private static void context(JsonParser json, ApiEvent event) throws IOException {
    expect(json.currentToken() == JsonToken.START_OBJECT, "requestContext");
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      switch (name) {
        case "stage" -> event.stage = text(json, name);
        case "http" -> http(json, event);
        default -> json.skipChildren();
      }
    }
  }

  private static void http(JsonParser json, ApiEvent event) throws IOException {
    expect(json.currentToken() == JsonToken.START_OBJECT, "requestContext.http");
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      switch (name) {
        case "method" -> event.method = text(json, name);
        default -> json.skipChildren();
      }
    }
  }

  private static @Nullable String text(JsonParser json, String name) throws IOException {
    JsonToken token = json.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    expect(token == JsonToken.VALUE_STRING, name);
    return json.getText();
  }

  private static boolean flag(JsonParser json, String name) throws IOException {
    JsonToken token = json.currentToken();
    expect(
        token == JsonToken.VALUE_TRUE
            || token == JsonToken.VALUE_FALSE
            || token == JsonToken.VALUE_NULL,
        name);
    return token == JsonToken.VALUE_TRUE;
  }

  private static void expect(boolean asExpected, String what) {
    if (!asExpected) {
      throw new MalformedEventException(
          "not an event of API Gateway: " + what + " is not as expected");
    }
  }
}
