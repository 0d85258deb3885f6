package io.usagecollector.core.customer.openmeter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** Answers one request after another as it was told to, and remembers what it was asked. */
final class ScriptedServer implements AutoCloseable {
  /** What it was asked: the request line with its query decoded, and the body. */
  record Asked(String line, String rawQuery, String body, String authorization) {}

  private record Scripted(int status, String body, Map<String, String> headers) {}

  private final HttpServer server;
  private final Queue<Scripted> script = new ArrayDeque<>();
  private final List<Asked> asked = new ArrayList<>();

  ScriptedServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  ScriptedServer answers(int status, String body) {
    return answers(status, body, Map.of());
  }

  synchronized ScriptedServer answers(int status, String body, Map<String, String> headers) {
    script.add(new Scripted(status, body, headers));
    return this;
  }

  synchronized List<Asked> asked() {
    return List.copyOf(asked);
  }

  List<String> lines() {
    return asked().stream().map(Asked::line).toList();
  }

  private synchronized Scripted next(Asked request) {
    asked.add(request);
    Scripted next = script.poll();
    return next == null ? new Scripted(599, "not expected", Map.of()) : next;
  }

  private void answer(HttpExchange exchange) throws IOException {
    URI uri = exchange.getRequestURI();
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    String path = URLDecoder.decode(uri.getRawPath().replace("+", "%2B"), UTF_8);
    String line =
        exchange.getRequestMethod()
            + " "
            + path
            + (query.isEmpty() ? "" : "?" + URLDecoder.decode(query, UTF_8));
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    String key = exchange.getRequestHeaders().getFirst("Authorization");
    Scripted answer = next(new Asked(line, query, body, key == null ? "" : key));
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] bytes = answer.body().getBytes(UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
