package io.usagecollector.forward;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** SQS as far as sending batches goes; the real protocol over HTTP. */
final class FakeSqs implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Of every queue but the retry queue. */
  final List<String> messages = new CopyOnWriteArrayList<>();

  final List<String> retries = new CopyOnWriteArrayList<>();
  volatile boolean refusing;
  private final HttpServer server;

  FakeSqs() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    JsonNode request = JSON.readTree(exchange.getRequestBody());
    ObjectNode response = JSON.createObjectNode();
    ArrayNode successful = response.putArray("Successful");
    ArrayNode failed = response.putArray("Failed");
    for (JsonNode entry : request.get("Entries")) {
      if (refusing) {
        failed.addObject().put("Id", entry.get("Id").asText()).put("Code", "InternalError");
      } else {
        boolean retry = request.get("QueueUrl").asText().endsWith("/retries");
        (retry ? retries : messages).add(entry.get("MessageBody").asText());
        successful
            .addObject()
            .put("Id", entry.get("Id").asText())
            .put("MessageId", "m")
            .put("MD5OfMessageBody", md5(entry.get("MessageBody").asText()));
      }
    }
    byte[] body = JSON.writeValueAsBytes(response);
    exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.0");
    exchange.sendResponseHeaders(200, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private static String md5(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
