package io.usagecollector.testkit.flexprice.contract;

import static io.usagecollector.testkit.flexprice.contract.Answers.assertAnswer;
import static io.usagecollector.testkit.flexprice.contract.Answers.assertBrokenField;
import static io.usagecollector.testkit.flexprice.contract.Answers.assertInvalidPayload;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.testkit.client.HttpAnswer;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sheet 1, 2 and 6: the answers that delivery tells apart, each by its status and whole body. What
 * only gateways and proxies answer (429, 413, pages) no server can be asked for.
 */
@ContractTest
class IngestAnswersContractTest {
  private static final String SINGLE = "/v1/events";
  private static final String BULK = "/v1/events/bulk";

  private final ServerUnderTest server;

  IngestAnswersContractTest(ServerUnderTest server) {
    this.server = server;
  }

  private String event() {
    return "{\"event_name\":\"n\",\"external_customer_id\":\"c\",\"event_id\":\"%s\"}"
        .formatted(server.unique("id"));
  }

  /** An answer of each kind that the server itself gives. */
  private HttpAnswer answer(String kind, Map<String, String> more) {
    Map<String, String> headers = new HashMap<>(server.calls().headers());
    headers.putAll(more);
    return switch (kind) {
      case "accepted" -> server.send("POST", SINGLE, event(), headers);
      case "accepted bulk" ->
          server.send("POST", BULK, "{\"events\":[" + event() + "," + event() + "]}", headers);
      case "refused" -> server.send("POST", SINGLE, "{}", headers);
      case "refused bulk" -> server.send("POST", BULK, "{\"events\":[{}]}", headers);
      case "unauthorized" -> {
        headers.put("x-api-key", "sk_wrong");
        yield server.send("POST", BULK, "{}", headers);
      }
      case "elsewhere" -> server.send("POST", "/v1" + BULK, "{}", headers);
      default -> throw new IllegalArgumentException(kind);
    };
  }

  @Test
  void aBulkIsAcceptedInItsOwnWordsAndNoOthers() {
    assertAnswer(
        answer("accepted bulk", Map.of()), 202, "{\"message\":\"Events accepted for processing\"}");
  }

  /** One event in a bulk is answered as a bulk is. */
  @Test
  void aBulkOfOneIsAcceptedAsABulk() {
    assertAnswer(
        server.post(BULK, "{\"events\":[" + event() + "]}"),
        202,
        "{\"message\":\"Events accepted for processing\"}");
  }

  @Test
  void anEventIsRefusedWithoutDetailsAndAlsoAloneInABulkWithThem() {
    assertInvalidPayload(answer("refused", Map.of()));
    assertBrokenField(
        server.post(BULK, "{\"events\":[{\"external_customer_id\":\"c\"}]}"),
        "IngestEventRequest",
        "EventName",
        "required");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/v1/events/bulk", "/events/bulk", "/v1/events/bulk/more", "/"})
  void whatIsNoEndpointIsPlainText404(String path) {
    HttpAnswer answer = server.post(path, "{}");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).isEqualTo("404 page not found");
  }

  @Test
  void aBulkWithATrailingSlashIsRedirectedWithAnEmptyBody() {
    HttpAnswer answer = server.post(BULK + "/", "{}");
    assertThat(answer.status()).isEqualTo(307);
    assertThat(answer.body()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "accepted, 202, application/json",
    "accepted bulk, 202, application/json",
    "refused, 400, application/json",
    "refused bulk, 400, application/json",
    "unauthorized, 401, application/json",
    "elsewhere, 404, text/plain"
  })
  void everyAnswerSaysWhatItsBodyIs(String kind, int status, String type) {
    HttpAnswer answer = answer(kind, Map.of());
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith(type);
  }

  /** Dates in an answer are measured against it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "accepted",
        "accepted bulk",
        "refused",
        "refused bulk",
        "unauthorized",
        "elsewhere"
      })
  void everyAnswerIsDated(String kind) {
    Instant there =
        Instant.from(
            DateTimeFormatter.RFC_1123_DATE_TIME.parse(answer(kind, Map.of()).header("Date")));
    assertThat(Duration.between(there, Instant.now()).abs()).isLessThan(Duration.ofDays(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "accepted",
        "accepted bulk",
        "refused",
        "refused bulk",
        "unauthorized",
        "elsewhere"
      })
  void noAnswerIsCompressedWhereThatIsNotAskedFor(String kind) {
    assertThat(answer(kind, Map.of("Accept-Encoding", "identity")).header("Content-Encoding"))
        .isEmpty();
  }
}
