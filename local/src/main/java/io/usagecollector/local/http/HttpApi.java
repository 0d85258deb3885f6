package io.usagecollector.local.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.usagecollector.local.lambda.InvokeResult;
import io.usagecollector.local.lambda.Invoker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves one function on 127.0.0.1, whatever the path. */
public final class HttpApi implements AutoCloseable {
  /** Requests that wait for the function at once; more wait for those. */
  private static final int THREADS = 8;

  private final HttpServer server;
  private final ExecutorService threads;
  private final Invoker function;
  private final RequestEvent events;

  private HttpApi(HttpServer server, Invoker function, InstantSource clock) {
    this.server = server;
    this.threads =
        Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("http-api-", 0).factory());
    this.function = function;
    this.events = new RequestEvent(clock);
  }

  /**
   * Starts it.
   *
   * @param port 0 for one that is free
   * @throws IOException if the port is taken
   */
  public static HttpApi start(int port, Invoker function, InstantSource clock) throws IOException {
    var address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
    var api = new HttpApi(HttpServer.create(address, 0), function, clock);
    api.server.setExecutor(api.threads);
    api.server.createContext("/", api::handle);
    api.server.start();
    return api;
  }

  /** Where it listens, without a slash at the end. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] event = events.of(exchange, exchange.getRequestBody().readAllBytes());
      write(exchange, answer(event));
    }
  }

  private HttpAnswer answer(byte[] event) {
    try {
      return switch (function.invoke(event)) {
        case InvokeResult.Answered(byte[] body) -> HttpAnswer.read(body);
        case InvokeResult.Faulted _, InvokeResult.Died _ -> HttpAnswer.FAILED;
        case InvokeResult.TimedOut _ -> HttpAnswer.TIMED_OUT;
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return HttpAnswer.TIMED_OUT;
    }
  }

  private static void write(HttpExchange exchange, HttpAnswer answer) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    boolean bodiless = exchange.getRequestMethod().equals("HEAD") || answer.body().length == 0;
    exchange.sendResponseHeaders(answer.status(), bodiless ? -1 : answer.body().length);
    if (!bodiless) {
      exchange.getResponseBody().write(answer.body());
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
