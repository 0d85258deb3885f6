package io.usagecollector.testkit.flexprice.contract;

import static io.usagecollector.testkit.flexprice.contract.Answers.assertAnswer;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.testkit.client.HttpAnswer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sheet 1.6 and 6: routes and headers. */
@ContractTest
class RoutingContractTest {
  private final ServerUnderTest server;

  RoutingContractTest(ServerUnderTest server) {
    this.server = server;
  }

  @Test
  void healthNeedsNoKey() {
    assertAnswer(server.send("GET", "/health", "", Map.of()), 200, "{\"status\":\"ok\"}");
  }

  @ParameterizedTest
  @CsvSource({"GET, /v1/nothing", "POST, /v2/events", "PUT, /v1/events", "DELETE, /v1/events/bulk"})
  void anUnknownPathOrMethodIsPlainText404WhateverTheKey(String method, String path) {
    for (Map<String, String> headers :
        List.of(server.calls().headers(), Map.<String, String>of())) {
      HttpAnswer answer = server.send(method, path, "", headers);
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.header("Content-Type")).startsWith("text/plain");
      assertThat(answer.body()).isEqualTo("404 page not found");
    }
  }

  @Test
  void aTrailingSlashIsRedirectedWithAnEmptyBody() {
    HttpAnswer answer = server.post("/v1/events/", "{}");
    assertThat(answer.status()).isEqualTo(307);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.header("Location")).endsWith("/v1/events");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /v1/events, '{\"event_name\":\"n\",\"external_customer_id\":\"c\"}', 202",
    "POST, /v1/events, '{}', 400",
    "GET, /v1/nothing, '', 404",
    "GET, /v1/plans/plan_nobody, '', 404"
  })
  void theRequestIdIsEchoed(String method, String path, String body, int status) {
    Map<String, String> headers = new HashMap<>(server.calls().headers());
    headers.put("X-Request-ID", "our-own-id");
    HttpAnswer answer = server.send(method, path, body, headers);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("X-Request-ID")).isEqualTo("our-own-id");
  }

  @Test
  void theRequestIdIsEchoedOnA401() {
    HttpAnswer answer =
        server.send(
            "POST", "/v1/events", "{}", Map.of("x-api-key", "wrong", "X-Request-ID", "our-own"));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("X-Request-ID")).isEqualTo("our-own");
  }

  @Test
  void withoutARequestIdTheServerMakesOne() {
    assertThat(server.post("/v1/events", "{}").header("X-Request-ID")).matches("[0-9A-Z]{26}");
  }

  @Test
  void noAnswerCarriesARateLimitHeader() {
    for (String body :
        new String[] {"{}", "{\"event_name\":\"n\",\"external_customer_id\":\"c\"}"}) {
      assertThat(server.post("/v1/events", body).headers().map().keySet())
          .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("x-ratelimit"))
          .noneMatch(name -> name.equalsIgnoreCase("retry-after"));
    }
  }
}
