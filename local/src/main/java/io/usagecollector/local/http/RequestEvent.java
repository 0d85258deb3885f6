package io.usagecollector.local.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** A request as the event of payload 2.0. */
record RequestEvent(InstantSource clock) {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String ROUTE = "$default";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

  byte[] of(HttpExchange exchange, byte[] body) throws IOException {
    var out = new ByteArrayOutputStream(1024);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("version", "2.0");
      json.writeStringField("routeKey", ROUTE);
      json.writeStringField("rawPath", exchange.getRequestURI().getPath());
      json.writeStringField(
          "rawQueryString", Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
      headers(json, exchange);
      context(json, exchange);
      body(json, exchange, body);
      json.writeEndObject();
    }
    return out.toByteArray();
  }

  /** Names in small letters; values of one name with a comma between. */
  private static void headers(JsonGenerator json, HttpExchange exchange) throws IOException {
    json.writeObjectFieldStart("headers");
    for (var header : exchange.getRequestHeaders().entrySet()) {
      json.writeStringField(
          header.getKey().toLowerCase(Locale.ROOT), String.join(",", header.getValue()));
    }
    json.writeEndObject();
  }

  private void context(JsonGenerator json, HttpExchange exchange) throws IOException {
    Instant now = clock.instant();
    json.writeObjectFieldStart("requestContext");
    json.writeStringField("accountId", "000000000000");
    json.writeStringField("apiId", "local");
    json.writeStringField("domainName", "127.0.0.1");
    json.writeObjectFieldStart("http");
    json.writeStringField("method", exchange.getRequestMethod());
    json.writeStringField("path", exchange.getRequestURI().getPath());
    json.writeStringField("protocol", exchange.getProtocol());
    json.writeStringField("sourceIp", exchange.getRemoteAddress().getAddress().getHostAddress());
    json.writeEndObject();
    json.writeStringField("requestId", UUID.randomUUID().toString());
    json.writeStringField("routeKey", ROUTE);
    json.writeStringField("stage", ROUTE);
    json.writeStringField("time", TIME.format(now));
    json.writeNumberField("timeEpoch", now.toEpochMilli());
    json.writeEndObject();
  }

  /** Text where the request says that it is, Base64 of anything else; none if there is none. */
  private static void body(JsonGenerator json, HttpExchange exchange, byte[] body)
      throws IOException {
    Optional<String> text = saysText(exchange) ? text(body) : Optional.empty();
    if (body.length > 0) {
      json.writeStringField("body", text.orElseGet(() -> Base64.getEncoder().encodeToString(body)));
    }
    json.writeBooleanField("isBase64Encoded", body.length > 0 && text.isEmpty());
  }

  private static boolean saysText(HttpExchange exchange) {
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    return type != null && (type.startsWith("text/") || type.startsWith("application/json"));
  }

  private static Optional<String> text(byte[] body) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
