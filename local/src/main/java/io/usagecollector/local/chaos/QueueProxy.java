package io.usagecollector.local.chaos;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands between functions and the queues' server: the first requests that send messages meet what
 * the plan says, everything else goes through as it is.
 */
public final class QueueProxy implements AutoCloseable {
  private static final String TARGET = "X-Amz-Target";
  private static final Set<String> OWN_HEADERS =
      Set.of("host", "connection", "content-length", "expect", "upgrade", "transfer-encoding");

  private final HttpServer server;
  private final URI queues;
  private final ConcurrentLinkedQueue<SendFault> plan;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("queue-proxy").factory());

  private QueueProxy(HttpServer server, URI queues, List<SendFault> plan) {
    this.server = server;
    this.queues = queues;
    this.plan = new ConcurrentLinkedQueue<>(plan);
  }

  /** Starts one on a free port of 127.0.0.1. */
  public static QueueProxy start(URI queues, List<SendFault> plan) {
    try {
      var loopback = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
      var proxy = new QueueProxy(HttpServer.create(loopback, 0), queues, plan);
      proxy.server.setExecutor(proxy.threads);
      proxy.server.createContext("/", proxy::handle);
      proxy.server.start();
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open a port on 127.0.0.1", e);
    }
  }

  /** What the functions' {@code AWS_ENDPOINT_URL_SQS} is set to. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Whether all that the plan holds has struck. */
  public boolean isCalm() {
    return plan.isEmpty();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      switch (fault(exchange)) {
        case NONE -> answer(exchange, forward(exchange, body));
        case REFUSED -> refuse(exchange);
        // Closed without an answer.
        case ANSWER_LOST -> forward(exchange, body);
      }
    }
  }

  private SendFault fault(HttpExchange exchange) {
    String target = exchange.getRequestHeaders().getFirst(TARGET);
    boolean sends = target != null && target.startsWith("AmazonSQS.SendMessage");
    SendFault fault = sends ? plan.poll() : null;
    return fault == null ? SendFault.NONE : fault;
  }

  private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException {
    var request =
        HttpRequest.newBuilder(queues.resolve(exchange.getRequestURI()))
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> {
          if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
            values.forEach(value -> request.header(name, value));
          }
        });
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the queues were asked", e);
    }
  }

  private static void answer(HttpExchange exchange, HttpResponse<byte[]> response)
      throws IOException {
    Headers headers = exchange.getResponseHeaders();
    response
        .headers()
        .map()
        .forEach((name, values) -> {
          if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
            headers.put(name, values);
          }
        });
    byte[] body = response.body();
    exchange.sendResponseHeaders(response.statusCode(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private static void refuse(HttpExchange exchange) throws IOException {
    byte[] body =
        "{\"__type\":\"com.amazonaws.sqs#ServiceUnavailable\"}".getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
    exchange.sendResponseHeaders(503, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    client.close();
  }
}
