package io.usagecollector.testkit.flexprice.contract;

import static io.usagecollector.testkit.flexprice.contract.Answers.assertAnswer;
import static io.usagecollector.testkit.flexprice.contract.Answers.assertValidation;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.usagecollector.testkit.client.HttpAnswer;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sheet 8: checking that an event counted. */
@ContractTest
class UsageReadingContractTest {
  private static final String YEAR =
      "\"start_time\":\"2026-01-01T00:00:00Z\",\"end_time\":\"2027-01-01T00:00:00Z\"";

  private final ServerUnderTest server;
  private final Metered metered;
  private final String customer;

  UsageReadingContractTest(ServerUnderTest server) {
    this.server = server;
    this.metered = server.metered();
    this.customer = metered.customer();
  }

  @BeforeAll
  void sendTwoEvents() {
    metered.send(metered.event(customer, id("first"), "2026-03-01T12:00:00.250Z", "100"));
    metered.send(metered.event(customer, id("second"), "2026-03-02T12:00:00Z", "\"20.5\""));
  }

  @Test
  void meterUsageIsADecimalAsTextWithItsEventCount() {
    metered.awaitSum(customer, "120.5");
    assertAnswer(
        meterUsage(customer),
        200,
        """
        {"meter_id":"%s","aggregation_type":"SUM","total_value":"120.5","event_count":2}\
        """
            .formatted(metered.sum().id()));
  }

  @Test
  void withoutAnActiveSubscriptionMeterUsageIsZeroNotAnError() {
    assertAnswer(
        meterUsage(server.unique("nobody")),
        200,
        """
        {"meter_id":"%s","aggregation_type":"SUM","total_value":"0","event_count":0}\
        """
            .formatted(metered.sum().id()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"external_customer_id", "meter_id", "start_time", "end_time", "aggregation_type"})
  void everyFieldOfAMeterUsageQueryIsRequired(String field) {
    assertValidation(
        server.post(
            "/v1/meter-usage/query",
            meterUsageQuery(customer).replace("\"" + field + "\"", "\"other\"")),
        "Check your request body");
  }

  @Test
  void usageByNameIsANumberAndLeftOutWhenZero() {
    server.eventually(() ->
        assertAnswer(
            usageByName(customer, "SUM"),
            200,
            "{\"value\":120.5,\"event_name\":\"%s\",\"type\":\"SUM\"}"
                .formatted(metered.eventName())));
    assertAnswer(
        usageByName(server.unique("nobody"), "SUM"),
        200,
        "{\"event_name\":\"%s\",\"type\":\"SUM\"}".formatted(metered.eventName()));
  }

  @Test
  void usageByNameWithoutAPropertyCounts() {
    server.eventually(() ->
        assertAnswer(
            server.post(
                "/v1/events/usage",
                """
                {"external_customer_id":"%s","event_name":"%s","aggregation_type":"SUM",%s}\
                """
                    .formatted(customer, metered.eventName(), YEAR)),
            200,
            "{\"value\":2,\"event_name\":\"%s\",\"type\":\"COUNT\"}"
                .formatted(metered.eventName())));
  }

  @Test
  void usageByMeterHasTheSameShape() {
    server.eventually(() ->
        assertAnswer(
            server.post(
                "/v1/events/usage/meter",
                "{\"external_customer_id\":\"%s\",\"meter_id\":\"%s\",%s}"
                    .formatted(customer, metered.sum().id(), YEAR)),
            200,
            "{\"value\":120.5,\"event_name\":\"%s\",\"type\":\"SUM\"}"
                .formatted(metered.eventName())));
  }

  @Test
  void eventsAreListedNewestFirstWithTheirMilliseconds() {
    server.eventually(() -> {
      JsonNode list =
          server
              .get(
                  "/v1/events?external_customer_id="
                      + customer
                      + "&start_time=2026-01-01T00:00:00Z&end_time=2027-01-01T00:00:00Z")
              .json();
      assertThat(list.path("events")).hasSize(2);
      assertThat(list.path("total_count").asInt()).isEqualTo(2);
      assertThat(list.path("has_more").asBoolean()).isFalse();
      JsonNode oldest = list.path("events").path(1);
      assertThat(oldest.path("id").asText()).isEqualTo(id("first"));
      assertThat(oldest.path("event_name").asText()).isEqualTo(metered.eventName());
      assertThat(Instant.parse(oldest.path("timestamp").asText()))
          .isEqualTo(Instant.parse("2026-03-01T12:00:00.250Z"));
      assertThat(oldest.path("properties").path("amount").asDouble()).isEqualTo(100);
    });
  }

  @Test
  void eventsCanBeAskedForById() {
    server.eventually(() ->
        assertThat(
                server
                    .post(
                        "/v1/events/query",
                        "{\"event_id\":\"%s\",%s}".formatted(id("second"), YEAR))
                    .json()
                    .path("events"))
            .hasSize(1));
  }

  @Test
  void aProcessedEventNamesWhatBilledIt() {
    server.eventually(() -> {
      JsonNode trace = server.get("/v1/events/lookup?id=" + id("first")).json();
      assertThat(trace.path("status").asText()).isEqualTo("processed");
      assertThat(trace.path("event").path("id").asText()).isEqualTo(id("first"));
      assertThat(trace.path("processed_events").path(0).path("meter_id").asText())
          .isIn(metered.sum().id(), metered.count().id());
    });
  }

  @Test
  void anUnknownEventIsNotFoundOrByChanceAnError() {
    assertThat(server.get("/v1/events/lookup?id=" + server.unique("nobody")).status())
        .isIn(404, 500);
  }

  private String id(String name) {
    return name + "_" + customer;
  }

  private HttpAnswer meterUsage(String whom) {
    return server.post("/v1/meter-usage/query", meterUsageQuery(whom));
  }

  private String meterUsageQuery(String whom) {
    return """
    {"external_customer_id":"%s","meter_id":"%s","aggregation_type":"SUM",%s}\
    """
        .formatted(whom, metered.sum().id(), YEAR);
  }

  private HttpAnswer usageByName(String whom, String type) {
    return server.post(
        "/v1/events/usage",
        """
        {"external_customer_id":"%s","event_name":"%s","property_name":"amount",
         "aggregation_type":"%s",%s}\
        """
            .formatted(whom, metered.eventName(), type, YEAR));
  }
}
