package io.usagecollector.local.monitor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Serves the figures on 127.0.0.1. */
public final class Monitor implements AutoCloseable {
  /** Where the collector that we replace listens. */
  public static final int USUAL_PORT = 4195;

  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";
  private static final String JSON = "application/json";

  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("monitor").factory());
  private final Version version;
  private final Supplier<Figures> figures;

  private Monitor(HttpServer server, Version version, Supplier<Figures> figures) {
    this.server = server;
    this.version = version;
    this.figures = figures;
  }

  /**
   * Starts it.
   *
   * @param figures asked anew for each request, on one thread
   * @throws IOException if the port is taken
   */
  public static Monitor start(int port, Version version, Supplier<Figures> figures)
      throws IOException {
    var address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
    var monitor = new Monitor(HttpServer.create(address, 0), version, figures);
    monitor.server.setExecutor(monitor.threads);
    monitor.server.createContext("/", monitor::handle);
    monitor.server.start();
    return monitor;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      switch (exchange.getRequestURI().getPath()) {
        case "/ping" -> answer(exchange, 200, TEXT, "pong");
        case "/version" -> answer(exchange, 200, TEXT, version.json());
        case "/ready" -> ready(exchange);
        case "/metrics" -> answer(exchange, 200, PROMETHEUS, MetricsText.prometheus(figures.get()));
        case "/stats" -> stats(exchange);
        default -> answer(exchange, 404, TEXT, "404 page not found\n");
      }
    } catch (RuntimeException e) {
      answer(exchange, 503, TEXT, "the system cannot be asked just now\n");
    }
  }

  private void ready(HttpExchange exchange) throws IOException {
    if (figures.get().ready()) {
      answer(exchange, 200, TEXT, "OK");
    } else {
      answer(exchange, 503, TEXT, "input not connected\n");
    }
  }

  /** The same as the metrics, as there; as JSON for whoever asks for that. */
  private void stats(HttpExchange exchange) throws IOException {
    String accept = exchange.getRequestHeaders().getFirst("Accept");
    if (accept != null && accept.contains(JSON)) {
      answer(exchange, 200, JSON, MetricsText.json(figures.get()));
    } else {
      answer(exchange, 200, PROMETHEUS, MetricsText.prometheus(figures.get()));
    }
  }

  private static void answer(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
