package io.usagecollector.local.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.usagecollector.local.lambda.InvokeResult;
import io.usagecollector.local.lambda.Invoker;
import java.net.BindException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

  private static HttpResponse<String> send(Invoker function, HttpRequest.Builder request)
      throws Exception {
    try (HttpApi api = HttpApi.start(0, function, () -> NOW);
        HttpClient client = HttpClient.newHttpClient()) {
      URI path = request.build().uri();
      return client.send(
          request
              .uri(URI.create(api.url() + path.toString().substring("http://x".length())))
              .build(),
          BodyHandlers.ofString());
    }
  }

  private static Invoker answering(String answer) {
    return _ -> new InvokeResult.Answered(answer.getBytes(UTF_8));
  }

  private static HttpRequest.Builder get(String path) {
    return HttpRequest.newBuilder(URI.create("http://x" + path));
  }

  private static HttpRequest.Builder post(String type, byte[] body) {
    return get("/ensure").header("Content-Type", type).POST(BodyPublishers.ofByteArray(body));
  }

  /** The event that a request becomes. */
  private static JsonNode event(HttpRequest.Builder request) throws Exception {
    var event = new AtomicReference<byte[]>();
    send(
        given -> {
          event.set(given);
          return new InvokeResult.Answered("{\"statusCode\":204}".getBytes(UTF_8));
        },
        request);
    return JSON.readTree(event.get());
  }

  @Test
  void aRequestBecomesAnEventOfPayload2() throws Exception {
    ObjectNode event =
        (ObjectNode) event(post("application/json", "{\"a\":\"ä\"}".getBytes(UTF_8)));
    ObjectNode context = (ObjectNode) event.get("requestContext");
    assertThat(context.remove("requestId").asText()).isNotEmpty();
    assertThat(((ObjectNode) event.remove("headers")).get("content-type").asText())
        .isEqualTo("application/json");
    assertThat(event)
        .isEqualTo(
            JSON.readTree(
                """
                {"version":"2.0","routeKey":"$default","rawPath":"/ensure","rawQueryString":"",
                 "requestContext":{"accountId":"000000000000","apiId":"local","domainName":"127.0.0.1",
                  "http":{"method":"POST","path":"/ensure","protocol":"HTTP/1.1","sourceIp":"127.0.0.1"},
                  "routeKey":"$default","stage":"$default","time":"28/Nov/2026:12:00:00 +0000",
                  "timeEpoch":1795867200000},
                 "body":"{\\"a\\":\\"ä\\"}","isBase64Encoded":false}
                """));
  }

  @Test
  void whatIsNoTextIsBase64() throws Exception {
    JsonNode binary = event(post("application/octet-stream", "{}".getBytes(UTF_8)));
    assertThat(binary.get("isBase64Encoded").asBoolean()).isTrue();
    assertThat(binary.get("body").asText()).isEqualTo("e30=");
    JsonNode broken = event(post("application/json", new byte[] {(byte) 0xff}));
    assertThat(broken.get("isBase64Encoded").asBoolean()).isTrue();
    assertThat(broken.get("body").asText()).isEqualTo("/w==");
  }

  @Test
  void withoutABodyThereIsNone() throws Exception {
    JsonNode event = event(get("/health?deep=1"));
    assertThat(event.has("body")).isFalse();
    assertThat(event.get("isBase64Encoded").asBoolean()).isFalse();
    assertThat(event.get("rawPath").asText()).isEqualTo("/health");
    assertThat(event.get("rawQueryString").asText()).isEqualTo("deep=1");
  }

  @Test
  void theAnswerIsTheFunctions() throws Exception {
    HttpResponse<String> answer =
        send(
            answering(
                "{\"statusCode\":503,\"headers\":{\"Retry-After\":\"7\"},\"body\":\"ä\","
                    + "\"isBase64Encoded\":false}"),
            get("/"));
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("7");
    assertThat(answer.body()).isEqualTo("ä");
    assertThat(
            send(
                    answering("{\"statusCode\":200,\"body\":\"w6Q=\",\"isBase64Encoded\":true}"),
                    get("/"))
                .body())
        .isEqualTo("ä");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{}",
        "{\"statusCode\":\"200\"}",
        "{\"statusCode\":200,\"body\":\"?\",\"isBase64Encoded\":true}"
      })
  void whatIsNoAnswerIsGatewaysOwn500(String answer) throws Exception {
    HttpResponse<String> got = send(answering(answer), get("/"));
    assertThat(got.statusCode()).isEqualTo(500);
    assertThat(got.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
  }

  @Test
  void aFunctionThatFailsOrIsLateIsTold() throws Exception {
    assertThat(send(_ -> new InvokeResult.Faulted("E", "secret"), get("/")).statusCode())
        .isEqualTo(500);
    assertThat(send(_ -> new InvokeResult.Died(1), get("/")).statusCode()).isEqualTo(500);
    assertThat(send(_ -> new InvokeResult.TimedOut(Duration.ofSeconds(1)), get("/")).body())
        .isEqualTo("{\"message\":\"Service Unavailable\"}");
  }

  @Test
  void aTakenPortIsToldByAnException() throws Exception {
    try (HttpApi api = HttpApi.start(0, answering("{}"), () -> NOW)) {
      int port = api.url().getPort();
      assertThatThrownBy(() -> HttpApi.start(port, answering("{}"), () -> NOW))
          .isInstanceOf(BindException.class);
    }
  }
}
