package io.usagecollector.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Lambda's Runtime API (2018-06-01) for one execution environment, on 127.0.0.1: what the runtime
 * interface client in the child JVM talks to. It lives as long as the child, so that no invocation
 * is handed to a connection of one that died.
 */
final class RuntimeApi implements AutoCloseable {
  private static final String BASE = "/2018-06-01/runtime/";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final Clock clock;
  private final String functionName;
  private final LinkedBlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
  private final ConcurrentHashMap<String, Invocation> running = new ConcurrentHashMap<>();
  private final CompletableFuture<InvokeResult> initError = new CompletableFuture<>();

  @SuppressWarnings("ArrayRecordComponent") // A carrier of bytes: never compared, never a key.
  private record Invocation(
      String id,
      byte[] event,
      Duration timeout,
      CompletableFuture<Void> taken,
      CompletableFuture<InvokeResult> result) {}

  /**
   * One invocation under way.
   *
   * @param taken completes when the function has it, which is when its time begins to run
   * @param result what came of it
   */
  record Handed(CompletableFuture<Void> taken, CompletableFuture<InvokeResult> result) {}

  private RuntimeApi(HttpServer server, Clock clock, String functionName) {
    this.server = server;
    this.clock = clock;
    this.functionName = functionName;
  }

  static RuntimeApi open(Clock clock, String functionName) {
    try {
      var loopback = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
      var api = new RuntimeApi(HttpServer.create(loopback, 0), clock, functionName);
      api.server.setExecutor(Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory()));
      api.server.createContext(BASE, api::handle);
      api.server.start();
      return api;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open a Runtime API on 127.0.0.1", e);
    }
  }

  /** What {@code AWS_LAMBDA_RUNTIME_API} is set to. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Completes if the function reports that it cannot start. */
  CompletableFuture<InvokeResult> initError() {
    return initError;
  }

  Handed hand(byte[] event, Duration timeout) {
    var invocation =
        new Invocation(
            UUID.randomUUID().toString(),
            event,
            timeout,
            new CompletableFuture<>(),
            new CompletableFuture<>());
    waiting.add(invocation);
    return new Handed(invocation.taken, invocation.result);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath().substring(BASE.length());
      String[] steps = path.split("/");
      if (path.equals("invocation/next")) {
        next(exchange);
      } else if (path.equals("init/error")) {
        initError.complete(fault(exchange));
        exchange.sendResponseHeaders(202, -1);
      } else if (steps.length == 3 && steps[0].equals("invocation")) {
        report(exchange, steps[1], steps[2]);
      } else {
        exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  private void next(HttpExchange exchange) throws IOException {
    Invocation invocation = take();
    running.put(invocation.id, invocation);
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "application/json");
    headers.set("Lambda-Runtime-Aws-Request-Id", invocation.id);
    headers.set(
        "Lambda-Runtime-Deadline-Ms",
        Long.toString(clock.millis() + invocation.timeout.toMillis()));
    headers.set("Lambda-Runtime-Invoked-Function-Arn", LocalAccount.functionArn(functionName));
    headers.set("Lambda-Runtime-Trace-Id", "Root=1-00000000-000000000000000000000000;Sampled=0");
    exchange.sendResponseHeaders(200, invocation.event.length);
    exchange.getResponseBody().write(invocation.event);
    invocation.taken.complete(null);
  }

  private Invocation take() {
    try {
      return waiting.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the Runtime API was closed while a function waited", e);
    }
  }

  private void report(HttpExchange exchange, String id, String what) throws IOException {
    Invocation invocation = running.remove(id);
    if (invocation == null) {
      exchange.sendResponseHeaders(400, -1);
      return;
    }
    InvokeResult result =
        what.equals("response")
            ? new InvokeResult.Answered(exchange.getRequestBody().readAllBytes())
            : fault(exchange);
    exchange.sendResponseHeaders(202, -1);
    exchange.close();
    invocation.result.complete(result);
  }

  private static InvokeResult.Faulted fault(HttpExchange exchange) throws IOException {
    JsonNode body = JSON.readTree(exchange.getRequestBody());
    return new InvokeResult.Faulted(
        body.path("errorType").asText("Unknown"), body.path("errorMessage").asText(""));
  }

  @Override
  public void close() {
    server.stop(0);
    if (server.getExecutor() instanceof java.util.concurrent.ExecutorService threads) {
      threads.shutdownNow();
    }
  }
}
