package io.usagecollector.core.sink.openmeter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.sink.Answer;
import io.usagecollector.core.sink.http.Credential;
import io.usagecollector.core.sink.http.HttpTransport;
import io.usagecollector.core.sink.http.KeyHeader;
import io.usagecollector.core.sink.openmeter.form.EventSource;
import io.usagecollector.core.sink.openmeter.form.OpenMeterForm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenMeterSinkTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private record Received(
      String path, List<String> authorization, List<String> type, String body) {}

  private final List<Received> received = Collections.synchronizedList(new ArrayList<>());
  private final AtomicReference<String> token = new AtomicReference<>("kpat_1");
  private HttpServer server;
  private volatile int status = 202;
  private volatile String body = "";

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
    var headers = exchange.getRequestHeaders();
    received.add(
        new Received(
            exchange.getRequestURI().toString(),
            headers.getOrDefault("Authorization", List.of()),
            headers.get("Content-Type"),
            new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private final Credential fetched =
      new Credential() {
        @Override
        public CompletableFuture<String> value() {
          return CompletableFuture.completedFuture(token.get());
        }

        @Override
        public void renew() {
          token.set("kpat_2");
        }
      };

  private OpenMeterSink sink(String path, HttpTransport transport) {
    var address = OpenMeterAddress.of("http://127.0.0.1:" + server.getAddress().getPort() + path);
    return new OpenMeterSink(
        new OpenMeterForm(EventSource.DEFAULT, List.of()),
        OpenMeterSink.LIMITS,
        new OpenMeterApi(address, transport),
        Clock.systemUTC());
  }

  private OpenMeterSink sink(String path) {
    return sink(
        path,
        new HttpTransport(HttpTransport.client(), KeyHeader.bearer(), fetched, new Random(1)));
  }

  private static UsageEvent event(String id) {
    return new UsageEvent(id, "t", "c", "n", ("{\"id\":\"" + id + "\"}").getBytes(UTF_8));
  }

  @Test
  void konnectIsSentABatchWithABearersToken() {
    Answer answer = sink("/v3/openmeter").send(List.of(event("a"), event("é")), LONG);
    assertThat(answer).isEqualTo(new Answer.Accepted("202"));
    assertThat(received)
        .containsExactly(
            new Received(
                "/v3/openmeter/events",
                List.of("Bearer kpat_1"),
                List.of("application/cloudevents-batch+json"),
                "[{\"id\":\"a\"},{\"id\":\"é\"}]"));
  }

  /** As a batch too: the refusals of other types name no event. */
  @Test
  void oneEventIsABatchOfOne() {
    status = 204;
    Answer answer = sink("").send(List.of(event("a")), LONG);
    assertThat(answer).isEqualTo(new Answer.Accepted("204"));
    assertThat(received.getFirst().path()).isEqualTo("/api/v1/events");
    assertThat(received.getFirst().type()).containsExactly("application/cloudevents-batch+json");
    assertThat(received.getFirst().body()).isEqualTo("[{\"id\":\"a\"}]");
  }

  @Test
  void aServerThatWantsNoTokenIsSentNone() {
    sink("", HttpTransport.withoutKey(HttpTransport.client(), new Random(1)))
        .send(List.of(event("a")), LONG);
    assertThat(received.getFirst().authorization()).isEmpty();
  }

  @Test
  void aRenewedTokenIsUsedAtOnce() {
    OpenMeterSink sink = sink("");
    sink.renewCredentials();
    sink.send(List.of(event("a")), LONG);
    assertThat(received.getFirst().authorization()).containsExactly("Bearer kpat_2");
  }

  /** A refusal of a whole bulk tells of each event, at length. */
  @Test
  void aRefusalOfAHundredEventsIsReadToItsEnd() {
    status = 400;
    String all =
        String.join(
            ",",
            IntStream.range(0, 100)
                .mapToObj(
                    i -> "{\"reason\":\"" + "r".repeat(2_000) + "\",\"field\":\"" + i + ".id\"}")
                .toList());
    body =
        "{\"type\":\"https://kongapi.info/konnect/bad-request\",\"status\":400,"
            + "\"invalid_parameters\":["
            + all
            + "]}";
    assertThat(sink("").send(List.of(event("a")), LONG))
        .isInstanceOfSatisfying(
            Answer.Invalid.class,
            invalid ->
                assertThat(invalid.guilty()).isEqualTo(IntStream.range(0, 100).boxed().toList()));
  }

  @Test
  void aBulkIsAHundredEventsAndAQuarterOfAMegabyteAtMost() {
    assertThat(sink("").limits().events()).isEqualTo(100);
    assertThat(sink("").limits().bytes() + EventBatch.FRAME).isEqualTo(256_000);
    assertThat(EventBatch.of(List.of(event("a"), event("b"))))
        .hasSize(EventBatch.FRAME + 2 * "{\"id\":\"a\"}".length() + 1);
  }
}
