package io.usagecollector.testkit.flexprice.contract;

import static io.usagecollector.testkit.flexprice.contract.Answers.assertAnswer;
import static io.usagecollector.testkit.flexprice.contract.Answers.assertInvalidPayload;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.testkit.client.HttpAnswer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sheet 1.1, and traps 1, 9 and 10. */
@ContractTest
class SingleIngestContractTest {
  private final ServerUnderTest server;
  private final Metered metered;

  SingleIngestContractTest(ServerUnderTest server) {
    this.server = server;
    this.metered = server.metered();
  }

  @Test
  void anEventIsAcceptedWithItsOwnId() {
    String id = server.unique("id");
    assertAnswer(
        server.post("/v1/events", metered.event("someone", id, "1")),
        202,
        """
        {"event_id":"%s","message":"Event accepted for processing"}\
        """
            .formatted(id));
  }

  @Test
  void anAcceptedEventIsBilled() {
    String customer = metered.customer();
    metered.send(metered.event(customer, server.unique("id"), "120"));
    metered.awaitSum(customer, "120");
    metered.awaitCount(customer, 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"event_id\":\"\",", "\"event_id\":null,"})
  void anEventWithoutAnIdGetsOneOfTheServers(String id) {
    HttpAnswer answer = post(id + named());
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().path("event_id").asText()).matches("event_[0-9A-Z]{26}");
  }

  @Test
  void anIdMayBeLongAndHoldASlash() {
    String id = server.unique("a/b") + "x".repeat(1000);
    HttpAnswer answer = post("\"event_id\":\"" + id + "\"," + named());
    assertThat(answer.json().path("event_id").asText()).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"event_name\":\"\",\"external_customer_id\":\"c\"}",
        "{\"event_name\":\"n\",\"external_customer_id\":\"\"}",
        "{\"event_name\":\"n\"}",
        "{\"external_customer_id\":\"c\"}",
        "{\"event_name\":null,\"external_customer_id\":\"c\"}"
      })
  void nameAndCustomerAreRequiredAndTheAnswerDoesNotSayWhich(String body) {
    assertInvalidPayload(server.post("/v1/events", body));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "\"x\"", "null", "not json", "{\"event_name\":}"})
  void whatIsNoJsonObjectIsRefused(String body) {
    assertInvalidPayload(server.post("/v1/events", body));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"event_name\":1,",
        "\"external_customer_id\":1,",
        "\"event_id\":1,",
        "\"event_id\":true,",
        "\"source\":1,",
        "\"customer_id\":{},",
        "\"properties\":[],",
        "\"properties\":\"x\",",
        "\"properties\":1,",
        "\"timestamp\":1700000000,"
      })
  void aValueOfTheWrongTypeRefusesTheRequest(String field) {
    // Last, so that an earlier key of the same name cannot mend it.
    assertInvalidPayload(
        server.post(
            "/v1/events", "{" + named() + "," + field.substring(0, field.length() - 1) + "}"));
  }

  @Test
  void unknownFieldsAndEveryKindOfPropertyAreAccepted() {
    HttpAnswer answer =
        post(
            "\"unknown\":{\"a\":[1,{}]},\"properties\":{\"n\":1.5,\"s\":\"x\",\"b\":true,"
                + "\"z\":null,\"o\":{\"p\":[1]},\"l\":[]},"
                + named());
    assertThat(answer.status()).isEqualTo(202);
  }

  @Test
  void theEventNameIsTrimmedBeforeItIsMatched() {
    String customer = metered.customer();
    metered.send(
        metered
            .event(customer, server.unique("id"), "3")
            .replace("\"" + metered.eventName() + "\"", "\" \\t" + metered.eventName() + "\\n \""));
    metered.awaitSum(customer, "3");
  }

  @Test
  void theEventNameIsMatchedByCase() {
    String customer = metered.customer();
    metered.send(
        metered
            .event(customer, server.unique("id"), "3")
            .replace(metered.eventName(), metered.eventName().toUpperCase(Locale.ROOT)));
    metered.awaitEverythingBefore(customer);
    assertThat(metered.summed(customer).total()).isZero();
  }

  @Test
  void theCustomerIsNeitherTrimmedNorFolded() {
    String customer = metered.customer();
    metered.send(metered.event(customer + " ", server.unique("id"), "3"));
    metered.send(metered.event(customer.toUpperCase(Locale.ROOT), server.unique("id"), "3"));
    metered.awaitEverythingBefore(customer);
    assertThat(metered.summed(customer).total()).isZero();
  }

  @Test
  void aBlankEventNameIsAcceptedUnseenAndBilledOnEveryMeter() {
    String customer = metered.customer();
    // A real server may know its meters of "no name" from up to ten minutes ago: send until it
    // does.
    Awaitility.await()
        .atMost(RealServer.isGiven() ? Duration.ofMinutes(12) : Duration.ofSeconds(5))
        .pollInterval(RealServer.isGiven() ? Duration.ofSeconds(15) : Duration.ofMillis(50))
        .pollDelay(Duration.ZERO)
        .untilAsserted(() -> {
          String event = metered.event(customer, "blank", "7");
          metered.send(event.replace(metered.eventName(), "  "));
          assertThat(metered.summed(customer).total()).isEqualByComparingTo(new BigDecimal(7));
          assertThat(metered.counted(customer).total()).isOne();
        });
    HttpAnswer listed =
        server.get(
            "/v1/events?event_id=blank&external_customer_id="
                + customer
                + "&start_time=2026-01-01T00:00:00Z&end_time=2027-01-01T00:00:00Z");
    assertThat(listed.json().path("events")).isEmpty();
  }

  @Test
  void anEventSentTwiceWithoutATimestampIsBilledTwice() {
    String customer = metered.customer();
    String event =
        """
        {"event_name":"%s","external_customer_id":"%s","event_id":"same","properties":{"amount":5}}\
        """
            .formatted(metered.eventName(), customer);
    metered.send(event);
    // Billing knows whole seconds: the second copy must come in another one.
    Awaitility.await().pollDelay(Duration.ofMillis(1100)).until(() -> true);
    metered.send(event);
    metered.awaitSum(customer, "10");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"0001-01-01T00:00:00Z\"", "\"0001-01-01T01:00:00+01:00\""})
  void aMissingTimestampIsTheServersOwnTime(String timestamp) {
    String customer = metered.customer();
    Instant now = Instant.now();
    metered.send(
        metered
            .event(customer, server.unique("id"), "4")
            .replace("\"" + Metered.NOON + "\"", timestamp));
    server.eventually(() ->
        assertThat(
                server
                    .client()
                    .usage(
                        customer,
                        metered.sum(),
                        now.minus(Duration.ofHours(1)),
                        now.plus(Duration.ofHours(1)))
                    .total())
            .isEqualByComparingTo("4"));
  }

  private HttpAnswer post(String fields) {
    return server.post("/v1/events", "{" + fields + "}");
  }

  private String named() {
    return "\"event_name\":\"" + metered.eventName() + "\",\"external_customer_id\":\"someone\"";
  }
}
