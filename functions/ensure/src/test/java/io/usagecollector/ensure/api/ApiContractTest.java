package io.usagecollector.ensure.api;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds answers against the document lets no other answer pass. */
class ApiContractTest {
  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
  private static final String READY =
      "{\"customerKey\":\"a:b\",\"customerId\":\"c\",\"subscriptionId\":\"s\",\"planKey\":\"p\","
          + "\"status\":\"active\",\"created\":{\"customer\":true,\"subscription\":true}}\n";

  private static void hold(int status, Map<String, String> headers, String body) {
    ApiContract.PUBLISHED.hold("POST", "/ensure", status, headers, body);
  }

  @Test
  void whatIsDocumentedPasses() {
    assertThatCode(() -> hold(200, JSON, READY)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "customerId":"c",      | ~~
          "customerKey":"a:b"    | "customerKey":""
          "status":"active"      | "status":5
          {"customer":true,      | {
          "planKey":"p"          | "planKey":"p","more":1
          """)
  void anotherBodyFails(String written, String other) {
    assertThatThrownBy(() -> hold(200, JSON, READY.replace(written, other)))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void anotherStatusHeaderOrMediaTypeFails() {
    assertThatThrownBy(() -> hold(201, JSON, READY)).isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> hold(500, JSON, READY)).isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> hold(200, Map.of("Content-Type", "text/plain"), READY))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(
            () -> hold(200, Map.of("Content-Type", "application/json", "X-Trace", "1"), READY))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> hold(200, JSON, READY.strip())).isInstanceOf(AssertionError.class);
  }

  /** A sentence of another fault, or one with something of the request in it, is none of its. */
  @Test
  void aFaultSaysItsOwnSentenceAndNothingElse() {
    assertThatCode(() -> hold(413, JSON, fault("body_too_large", "a body has at most 16384 bytes")))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> hold(413, JSON, fault("body_too_large", "a:b is too long")))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> hold(413, JSON, fault("too_large", "a body has at most 16384 bytes")))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void whereOnlyTimeHelpsItIsSaidHowLong() {
    String away = fault("billing_unreachable", "the billing service is not reached");
    assertThatThrownBy(() -> hold(503, JSON, away)).isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> hold(503, later("0"), away)).isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> hold(503, later("1.5"), away)).isInstanceOf(AssertionError.class);
    assertThatCode(() -> hold(503, later("1"), away)).doesNotThrowAnyException();
  }

  private static Map<String, String> later(String seconds) {
    return Map.of("Content-Type", "application/json", "Retry-After", seconds);
  }

  private static String fault(String code, String sentence) {
    return "{\"error\":\"" + code + "\",\"message\":\"" + sentence + "\"}\n";
  }
}
