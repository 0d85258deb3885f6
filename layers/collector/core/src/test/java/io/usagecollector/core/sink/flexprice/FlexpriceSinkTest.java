package io.usagecollector.core.sink.flexprice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.sink.Answer;
import io.usagecollector.core.sink.FaultKey;
import io.usagecollector.core.sink.TransportFault;
import io.usagecollector.core.sink.flexprice.form.FlexpriceForm;
import io.usagecollector.core.sink.http.Credential;
import io.usagecollector.core.sink.http.HttpTransport;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FlexpriceSinkTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private record Received(
      String path,
      String key,
      List<String> environment,
      String id,
      String encoding,
      int port,
      String body) {}

  private final List<Received> received = Collections.synchronizedList(new ArrayList<>());
  private final AtomicReference<String> key = new AtomicReference<>("sk_1");
  private HttpServer server;
  private volatile int status = 202;
  private volatile byte[] body = "{\"message\":\"Events accepted for processing\"}".getBytes(UTF_8);

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
            headers.getFirst("x-api-key"),
            headers.getOrDefault("X-Environment-ID", List.of()),
            headers.getFirst("X-Request-ID"),
            headers.getFirst("Accept-Encoding"),
            exchange.getRemoteAddress().getPort(),
            new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    } catch (IOException expected) {
      // The client need not read a long body to its end.
    }
    exchange.close();
  }

  private FlexpriceSink sink(int port, Optional<String> environmentId) {
    return sink(port, environmentId, fetched());
  }

  private Credential fetched() {
    return new Credential() {
      @Override
      public CompletableFuture<String> value() {
        String value = key.get();
        return value == null
            ? CompletableFuture.failedFuture(new IllegalStateException("secret"))
            : CompletableFuture.completedFuture(value);
      }

      @Override
      public void renew() {
        key.set("sk_2");
      }
    };
  }

  private static FlexpriceSink sink(int port, Optional<String> environmentId, Credential apiKey) {
    URI base = URI.create("http://127.0.0.1:" + port);
    return new FlexpriceSink(
        new FlexpriceForm(List.of()),
        FlexpriceSink.LIMITS,
        new FlexpriceApi(
            new FlexpriceAddress(base, environmentId),
            HttpTransport.client(),
            apiKey,
            new Random(1)),
        Clock.systemUTC());
  }

  private FlexpriceSink sink() {
    return sink(server.getAddress().getPort(), Optional.empty());
  }

  private static UsageEvent event(String id) {
    return new UsageEvent(id, "t", "c", "n", ("{\"event_id\":\"" + id + "\"}").getBytes(UTF_8));
  }

  @Test
  void oneEventGoesToTheSingleEndpointAsItIs() {
    assertThat(sink().send(List.of(event("é")), LONG)).isEqualTo(new Answer.Accepted("202"));
    assertThat(received).hasSize(1);
    assertThat(received.getFirst().path()).isEqualTo("/v1/events");
    assertThat(received.getFirst().body()).isEqualTo("{\"event_id\":\"é\"}");
    assertThat(received.getFirst().key()).isEqualTo("sk_1");
    assertThat(received.getFirst().encoding()).isEqualTo("identity");
    assertThat(received.getFirst().environment()).isEmpty();
  }

  @Test
  void severalEventsGoToTheBulkEndpointInOrder() {
    sink(server.getAddress().getPort(), Optional.of("env_1"))
        .send(List.of(event("a"), event("b")), LONG);
    assertThat(received.getFirst().path()).isEqualTo("/v1/events/bulk");
    assertThat(received.getFirst().body())
        .isEqualTo("{\"events\":[{\"event_id\":\"a\"},{\"event_id\":\"b\"}]}");
    assertThat(received.getFirst().environment()).containsExactly("env_1");
  }

  @Test
  void eachRequestHasItsOwnIdAndAllShareAConnection() {
    FlexpriceSink sink = sink();
    for (int i = 0; i < 5; i++) {
      sink.send(List.of(event("a")), LONG);
    }
    assertThat(received.stream().map(Received::id).distinct()).hasSize(5);
    assertThat(received.stream().map(Received::port).distinct()).hasSize(1);
  }

  @Test
  void aRenewedKeyIsUsedAtOnce() {
    FlexpriceSink sink = sink();
    sink.renewCredentials();
    sink.send(List.of(event("a")), LONG);
    assertThat(received.getFirst().key()).isEqualTo("sk_2");
  }

  @Test
  void aKeyThatCannotBeHadOrSentCallsNobodyAndIsNotTold() {
    key.set(null);
    assertThat(sink().send(List.of(event("a")), LONG).detail())
        .isEqualTo("not sent, the API key could not be fetched: IllegalStateException");
    key.set("sk\nsecret");
    assertThat(sink().send(List.of(event("a")), LONG).detail())
        .isEqualTo("not sent, the API key or environment id is empty or no legal header value");
    assertThat(received).isEmpty();
  }

  @Test
  void aKeyThatIsNeverFetchedIsGivenUpInTimeAndWaitedForByTheNext() {
    var coming = new CompletableFuture<String>();
    Credential slow =
        new Credential() {
          @Override
          public CompletableFuture<String> value() {
            return coming;
          }

          @Override
          public void renew() {}
        };
    FlexpriceSink sink = sink(server.getAddress().getPort(), Optional.empty(), slow);
    assertThat(sink.send(List.of(event("a")), Duration.ofMillis(50)))
        .isEqualTo(
            new Answer.Transient(
                new FaultKey.Unanswered(TransportFault.NOT_SENT),
                "not sent, the API key could not be fetched in time",
                Optional.empty()));
    assertThat(received).isEmpty();
    coming.complete("sk_late");
    assertThat(sink.send(List.of(event("a")), LONG)).isInstanceOf(Answer.Accepted.class);
    assertThat(received.getFirst().key()).isEqualTo("sk_late");
  }

  @Test
  void aRedirectIsNotFollowed() {
    status = 307;
    body = new byte[0];
    assertThat(sink().send(List.of(event("a")), LONG)).isInstanceOf(Answer.Misconfigured.class);
    assertThat(received).hasSize(1);
  }

  @Test
  void aBodyWithoutEndIsReadInPartOnly() {
    status = 500;
    body = new byte[8_000_000];
    assertThat(sink().send(List.of(event("a")), LONG))
        .isEqualTo(
            new Answer.Transient(
                FaultKey.Answered.status(500),
                "500 with a body that is no JSON object",
                Optional.empty()));
  }

  @Test
  void noServerIsARefusedConnection() {
    server.stop(0);
    assertThat(sink().send(List.of(event("a")), LONG))
        .isEqualTo(
            new Answer.Transient(
                new FaultKey.Unanswered(TransportFault.CONNECTION_REFUSED),
                "the connection was refused",
                Optional.empty()));
  }

  @Test
  void aServerThatNeverAnswersIsGivenUpInTime() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Answer answer =
          sink(silent.getLocalPort(), Optional.empty())
              .send(List.of(event("a")), Duration.ofMillis(200));
      assertThat(answer.detail()).isEqualTo("no answer in time; it may have been stored");
    }
  }

  @Test
  void aBodyThatDripsForEverIsGivenUpInTime() throws IOException {
    try (ServerSocket dripping = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread server =
          Thread.startVirtualThread(() -> {
            try (var socket = dripping.accept()) {
              socket
                  .getOutputStream()
                  .write("HTTP/1.1 202 Accepted\r\nContent-Length: 100\r\n\r\n{".getBytes(UTF_8));
              while (socket.getInputStream().read() >= 0) {}
            } catch (IOException e) {
              // The client hung up: what the test waits for.
            }
          });
      Answer answer =
          sink(dripping.getLocalPort(), Optional.empty())
              .send(List.of(event("a")), Duration.ofMillis(500));
      assertThat(answer).isInstanceOf(Answer.Transient.class);
      assertThat(server).isNotNull();
    }
  }

  /** The head alone says nothing of what is stored. */
  @Test
  void aSuccessWhoseBodyIsCutOffOrTooLongIsUnknown() throws IOException {
    try (ServerSocket cutting = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.startVirtualThread(() -> {
        try (var socket = cutting.accept()) {
          socket.getInputStream().read(new byte[4_000]);
          socket
              .getOutputStream()
              .write("HTTP/1.1 202 Accepted\r\nContent-Length: 100\r\n\r\n{".getBytes(UTF_8));
        } catch (IOException e) {
          // The client hung up first, and says so in its answer.
        }
      });
      assertThat(sink(cutting.getLocalPort(), Optional.empty()).send(List.of(event("a")), LONG))
          .isInstanceOf(Answer.Unknown.class);
    }
    body =
        ("{\"message\":\"Events accepted for processing\"" + " ".repeat(70_000) + "}")
            .getBytes(UTF_8);
    assertThat(sink().send(List.of(event("a")), LONG)).isInstanceOf(Answer.Unknown.class);
  }

  @Test
  void aConnectionCutInsteadOfAnAnswerIsTransient() throws IOException {
    try (ServerSocket cutting = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.startVirtualThread(() -> {
        while (true) {
          try (var socket = cutting.accept()) {
            socket.getInputStream().read();
          } catch (IOException e) {
            return;
          }
        }
      });
      assertThat(sink(cutting.getLocalPort(), Optional.empty()).send(List.of(event("a")), LONG))
          .isEqualTo(
              new Answer.Transient(
                  new FaultKey.Unanswered(TransportFault.CONNECTION_BROKEN),
                  "the connection broke; it may have been stored",
                  Optional.empty()));
    }
  }

  @Test
  void anInterruptedSendSaysSoAndKeepsTheFlag() {
    Thread.currentThread().interrupt();
    Answer answer = sink().send(List.of(event("a")), LONG);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(answer.detail()).isEqualTo("interrupted; it may have been stored");
  }
}
