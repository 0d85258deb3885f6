package io.usagecollector.core.sink.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.usagecollector.core.sink.TransportFault;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpTransportTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private record Received(String method, String uri, Map<String, List<String>> headers) {}

  private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
  private HttpServer server;
  private volatile byte[] answer = "{}".getBytes(UTF_8);

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    received.add(
        new Received(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            Map.copyOf(exchange.getRequestHeaders())));
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(200, answer.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(answer);
    } catch (IOException expected) {
      // The client need not read a long body to its end.
    }
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private static HttpTransport transport(KeyHeader header, String key) {
    var credential =
        new Credential() {
          @Override
          public CompletableFuture<String> value() {
            return CompletableFuture.completedFuture(key);
          }

          @Override
          public void renew() {}
        };
    return new HttpTransport(HttpTransport.client(), header, credential, new Random(1));
  }

  private static Exchange exchange(KeyHeader header, String key, HttpCall call) {
    return transport(header, key).exchange(call, "id", LONG);
  }

  @Test
  void aGetHasNeitherBodyNorTypeOfContent() throws Exception {
    exchange(KeyHeader.of("x-api-key"), "k", HttpCall.get(uri("/a?b=c%2Fd"), Map.of()));
    Received get = received.take();
    assertThat(get.method()).isEqualTo("GET");
    assertThat(get.uri()).isEqualTo("/a?b=c%2Fd");
    assertThat(get.headers()).containsEntry("X-api-key", List.of("k"));
    assertThat(get.headers()).doesNotContainKeys("Content-type", "Content-length");
  }

  @Test
  void aBearersKeyStandsBehindItsScheme() throws Exception {
    exchange(KeyHeader.bearer(), "k", HttpCall.get(uri("/"), Map.of()));
    assertThat(received.take().headers()).containsEntry("Authorization", List.of("Bearer k"));
  }

  @Test
  void aBearerWithoutKeyIsNotSent() {
    assertThat(exchange(KeyHeader.bearer(), "", HttpCall.get(uri("/"), Map.of())))
        .isEqualTo(
            new Exchange.Unanswered(
                TransportFault.NOT_SENT,
                "not sent, the API key or environment id is empty or no legal header value"));
    assertThat(received).isEmpty();
  }

  @Test
  void aCallsOwnTypeOfContentStandsInPlaceOfJson() throws Exception {
    Map<String, String> type = Map.of("Content-Type", "application/other");
    exchange(KeyHeader.of("x"), "k", HttpCall.post(uri("/"), type, "{}".getBytes(UTF_8)));
    exchange(KeyHeader.of("x"), "k", HttpCall.post(uri("/"), Map.of(), "{}".getBytes(UTF_8)));
    assertThat(received.take().headers())
        .containsEntry("Content-type", List.of("application/other"));
    assertThat(received.take().headers())
        .containsEntry("Content-type", List.of("application/json"));
  }

  @Test
  void documentsAreReadThatAreTooLongForAReceipt() {
    answer = new byte[HttpCall.RECEIPT + 1];
    assertThat(read(HttpCall.get(uri("/"), Map.of()))).hasSize(HttpCall.RECEIPT + 1);
    assertThat(read(HttpCall.post(uri("/"), Map.of(), "{}".getBytes(UTF_8)))).isNull();
  }

  private static byte[] read(HttpCall call) {
    return exchange(KeyHeader.of("x"), "k", call) instanceof Exchange.Answered(Reply reply)
        ? reply.body().orElse(null)
        : new byte[0];
  }
}
