package io.usagecollector.testkit.flexprice.contract;

import static io.usagecollector.testkit.flexprice.contract.Answers.assertInvalidPayload;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.testkit.client.HttpAnswer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sheet 1.6: how the server reads JSON. The single endpoint echoes the id, so the id is the probe.
 */
@ContractTest
class JsonReadingContractTest {
  private static final String NAMED = "\"event_name\":\"n\",\"external_customer_id\":\"c\"";

  private final ServerUnderTest server;

  JsonReadingContractTest(ServerUnderTest server) {
    this.server = server;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"event_id\":\"a\",\"Event_ID\":\"b\" | b",
        "\"EVENT_ID\":\"b\",\"event_id\":\"a\" | a",
        "\"event_id\":\"a\",\"event_id\":\"b\" | b",
        "\"event_id\":\"a\",\"event_id\":null  | a",
      })
  void keysMatchWithoutCaseAndTheLastOneThatSaysSomethingWins(String ids, String expected) {
    assertThat(idOf(("{" + NAMED + "," + ids + "}").getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(expected);
  }

  @Test
  void aBlankNameUnderAnotherCaseOverridesAGoodOne() {
    assertInvalidPayload(server.post("/v1/events", "{" + NAMED + ",\"Event_Name\":\"\"}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "}", "{\"event_id\":\"b\"}", "\n\n", "\u0000"})
  void whateverFollowsTheFirstObjectIsIgnored(String trailing) {
    String body = "{" + NAMED + ",\"event_id\":\"a\"}" + trailing;
    assertThat(idOf(body.getBytes(StandardCharsets.UTF_8))).isEqualTo("a");
  }

  @Test
  void theContentTypeIsNotLookedAt() {
    Map<String, String> headers = new HashMap<>(server.calls().headers());
    headers.put("Content-Type", "text/csv");
    assertThat(server.send("POST", "/v1/events", "{" + NAMED + "}", headers).status())
        .isEqualTo(202);
  }

  @Test
  void aGzippedBodyIsRefused() throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
      out.write(("{" + NAMED + "}").getBytes(StandardCharsets.UTF_8));
    }
    Map<String, String> headers = new HashMap<>(server.calls().headers());
    headers.put("Content-Encoding", "gzip");
    assertInvalidPayload(
        server.calls().send("POST", "/v1/events", compressed.toByteArray(), headers));
  }

  @Test
  void aByteOrderMarkIsRefused() {
    assertInvalidPayload(server.post("/v1/events", "\ufeff{" + NAMED + "}"));
  }

  @Test
  void eachInvalidByteOfUtf8BecomesAReplacementCharacter() {
    byte[] body = ("{" + NAMED + ",\"event_id\":\"<??>\"}").getBytes(StandardCharsets.UTF_8);
    int at = new String(body, StandardCharsets.UTF_8).indexOf("??");
    body[at] = (byte) 0xE2; // the start of a sequence of three, cut after two
    body[at + 1] = (byte) 0x82;
    assertThat(idOf(body)).isEqualTo("<\ufffd\ufffd>");
  }

  @Test
  void aLoneSurrogateEscapeBecomesAReplacementCharacter() {
    assertThat(
            idOf(("{" + NAMED + ",\"event_id\":\"<\\ud800>\"}").getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("<\ufffd>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e400", "-1e400"})
  void aNumberBeyondAFloatIsRefused(String number) {
    assertInvalidPayload(
        server.post("/v1/events", "{" + NAMED + ",\"properties\":{\"a\":" + number + "}}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"01", "1.", ".5", "+1", "NaN", "0x10", "'a'", "\"\t\"", "\"\\x\""})
  void whatIsNotJsonInsideIsRefused(String value) {
    assertInvalidPayload(
        server.post("/v1/events", "{" + NAMED + ",\"properties\":{\"a\":" + value + "}}"));
  }

  @Test
  void nestingGoesToTenThousandAndNoDeeper() {
    // Two levels are the event's own object and its properties.
    assertThat(server.post("/v1/events", nested(9_998)).status()).isEqualTo(202);
    assertInvalidPayload(server.post("/v1/events", nested(9_999)));
  }

  @Test
  void anEscapeInATimestampIsRefused() {
    assertInvalidPayload(
        server.post("/v1/events", "{" + NAMED + ",\"timestamp\":\"2026-03-01T12:00:00\\u005a\"}"));
  }

  @Test
  void keysOfABulkMatchWithoutCaseToo() {
    HttpAnswer answer =
        server.post(
            "/v1/events/bulk",
            "{\"EVENTS\":[{\"EVENT_NAME\":\"n\",\"External_Customer_ID\":\"c\"}]}");
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
  }

  @Test
  void theLastEventsOfABulkWin() {
    for (String bad : List.of("null", "[]")) {
      HttpAnswer answer =
          server.post("/v1/events/bulk", "{\"events\":[{" + NAMED + "}],\"events\":" + bad + "}");
      assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    }
  }

  private String idOf(byte[] body) {
    HttpAnswer answer = server.post("/v1/events", body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    return answer.json().path("event_id").asText();
  }

  private static String nested(int depth) {
    return "{" + NAMED + ",\"properties\":{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}}";
  }
}
