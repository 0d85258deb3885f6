package io.usagecollector.ensure;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.usagecollector.ensure.api.ApiContract;
import io.usagecollector.testkit.lambda.InvocationContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * Calls the function as API Gateway does. Every answer is held against the API's document before
 * anybody sees it.
 */
record Caller(EnsureHandler handler) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TIME_LEFT = 20_000;

  /** How API Gateway hands requests over. */
  enum Payload {
    HTTP_API,
    REST_API
  }

  /** A request as a client sends it. */
  record Sent(Payload payload, String method, String path, String body, boolean base64) {
    static Sent ensure(String body) {
      return new Sent(Payload.HTTP_API, "POST", "/ensure", body, false);
    }

    static Sent get(String path) {
      return new Sent(Payload.HTTP_API, "GET", path, "", false);
    }

    static Sent ensure(byte[] body) {
      return new Sent(
          Payload.HTTP_API, "POST", "/ensure", Base64.getEncoder().encodeToString(body), true);
    }

    Sent by(Payload other) {
      return new Sent(other, method, path, body, base64);
    }

    byte[] event() {
      ObjectNode event = JSON.createObjectNode();
      ObjectNode context = event.putObject("requestContext");
      switch (payload) {
        case HTTP_API -> {
          event.put("version", "2.0").put("routeKey", "$default").put("rawPath", path);
          context
              .put("stage", "$default")
              .putObject("http")
              .put("method", method)
              .put("path", path);
        }
        case REST_API -> {
          event.put("resource", "/{proxy+}").put("path", path).put("httpMethod", method);
          context.put("stage", "prod").put("path", "/prod" + path);
        }
      }
      if (!body.isEmpty()) {
        event.put("body", body);
      }
      event.put("isBase64Encoded", base64);
      return event.toString().getBytes(UTF_8);
    }
  }

  /** What came back. */
  record Received(int status, Map<String, String> headers, String body) {
    JsonNode json() {
      return tree(body);
    }

    String error() {
      return json().required("error").asText();
    }
  }

  Received ensure(String body) {
    return call(Sent.ensure(body));
  }

  Received call(Sent sent) {
    Received received = invoke(sent.event());
    ApiContract.PUBLISHED.hold(
        sent.method(), sent.path(), received.status(), received.headers(), received.body());
    return received;
  }

  /** Without a look into the document: an event may have no method. */
  Received invoke(byte[] event) {
    var out = new ByteArrayOutputStream();
    try {
      handler.handleRequest(
          new ByteArrayInputStream(event), out, InvocationContext.of("request-1", TIME_LEFT));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    JsonNode answer = tree(out.toString(UTF_8));
    var headers = new TreeMap<String, String>();
    answer
        .required("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
    return new Received(
        answer.required("statusCode").asInt(), headers, answer.required("body").asText());
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
