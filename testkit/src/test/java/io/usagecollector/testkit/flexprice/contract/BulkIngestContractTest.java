package io.usagecollector.testkit.flexprice.contract;

import static io.usagecollector.testkit.flexprice.contract.Answers.assertAnswer;
import static io.usagecollector.testkit.flexprice.contract.Answers.assertBrokenField;
import static io.usagecollector.testkit.flexprice.contract.Answers.assertInvalidPayload;
import static io.usagecollector.testkit.flexprice.contract.Answers.assertValidation;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.testkit.client.HttpAnswer;
import io.usagecollector.testkit.flexprice.FlexpriceStandIn;
import io.usagecollector.testkit.flexprice.StandInOptions;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sheet 1.2, and trap 3. */
@ContractTest
class BulkIngestContractTest {
  private static final String REQUEST = "BulkIngestEventRequest";

  private final ServerUnderTest server;
  private final Metered metered;

  BulkIngestContractTest(ServerUnderTest server) {
    this.server = server;
    this.metered = server.metered();
  }

  @Test
  void aBulkIsAcceptedWithoutIds() {
    String customer = metered.customer();
    HttpAnswer answer =
        metered.bulk(List.of(metered.event(customer, "a", "1"), metered.event(customer, "b", "2")));
    assertAnswer(answer, 202, "{\"message\":\"Events accepted for processing\"}");
    metered.awaitSum(customer, "3");
  }

  @Test
  void aThousandEventsAreTaken() {
    String customer = metered.customer();
    List<String> events =
        IntStream.range(0, 1000).mapToObj(i -> metered.event(customer, "e" + i, "1")).toList();
    assertThat(metered.bulk(events).status()).isEqualTo(202);
    metered.awaitCount(customer, 1000);
  }

  @Test
  void moreThanAThousandAreRefusedWhole() {
    String customer = metered.customer();
    List<String> events = Collections.nCopies(1001, metered.event(customer, "e", "1"));
    assertBrokenField(metered.bulk(events), REQUEST, "Events", "max");
    assertNothingBilled(customer);
  }

  @Test
  void noEventsAreTooFew() {
    assertBrokenField(metered.bulk(List.of()), REQUEST, "Events", "min");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"events\":null}", "null"})
  void missingEventsAreRequired(String body) {
    assertBrokenField(server.post("/v1/events/bulk", body), REQUEST, "Events", "required");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "\"x\"", "{\"events\":{}}", "{\"events\":[1]}", "{\"events\":[{}"})
  void whatIsNoBulkIsRefused(String body) {
    assertInvalidPayload(server.post("/v1/events/bulk", body));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"event_name\":\"n\",\"external_customer_id\":\"c\",\"timestamp\":\"yesterday\"}",
        "{\"event_name\":\"n\",\"external_customer_id\":\"c\",\"properties\":[]}",
        "{\"event_name\":1,\"external_customer_id\":\"c\"}",
        "{\"event_name\":\"n\" \"external_customer_id\":\"c\"}"
      })
  void aFaultOfTimeTypeOrSyntaxLeavesNothingOfTheBulk(String bad) {
    String customer = metered.customer();
    assertInvalidPayload(metered.bulk(List.of(metered.event(customer, "a", "1"), bad)));
    assertNothingBilled(customer);
  }

  @ParameterizedTest
  @CsvSource({
    "event_name, EventName",
    "external_customer_id, ExternalCustomerID",
  })
  void aMissingFieldIsNamedWithoutItsIndexAndNothingAfterItIsTaken(String key, String field) {
    String customer = metered.customer();
    String bad = metered.event(customer, "bad", "100").replace("\"" + key + "\"", "\"other\"");
    HttpAnswer answer =
        metered.bulk(
            List.of(
                metered.event(customer, "before", "1"), bad, metered.event(customer, "c", "10")));
    assertBrokenField(answer, "IngestEventRequest", field, "required");
    assertOnlyWhatStoodBefore(customer);
  }

  @Test
  void aNullElementIsRefusedWithoutDetailsAndNothingAfterItIsTaken() {
    String customer = metered.customer();
    HttpAnswer answer =
        metered.bulk(
            Arrays.asList(
                metered.event(customer, "before", "1"), null, metered.event(customer, "c", "10")));
    assertValidation(answer, "Request validation failed");
    assertOnlyWhatStoodBefore(customer);
  }

  @Test
  void theSameBulkSentAgainAddsNothing() {
    String customer = metered.customer();
    List<String> events =
        List.of(metered.event(customer, "a", "1"), metered.event(customer, "b", "2"));
    metered.bulk(events);
    metered.awaitSum(customer, "3");
    metered.bulk(events);
    awaitEverythingBefore(customer);
    assertThat(metered.summed(customer).total()).isEqualByComparingTo("3");
  }

  @Test
  void aBodyBeyond32MebibytesIsRefusedWholeTrailingBytesIncluded() {
    String customer = metered.customer();
    byte[] bulk =
        ("{\"events\":[" + metered.event(customer, "a", "1") + "]}")
            .getBytes(StandardCharsets.UTF_8);
    byte[] padded = Arrays.copyOf(bulk, (32 << 20) + 1);
    Arrays.fill(padded, bulk.length, padded.length, (byte) ' ');
    assertValidation(
        server.post("/v1/events/bulk", padded),
        "Request body exceeds the maximum size; split the batch into smaller requests");
    assertNothingBilled(customer);
  }

  @Test
  @StandInOnly("how a server publishes bulks is its configuration")
  void byDefaultWhatStoodBeforeABadEventIsTaken() {
    String customer = metered.customer();
    metered.bulk(List.of(metered.event(customer, "before", "1"), "{}"));
    metered.awaitSum(customer, "1");
  }

  @Test
  @StandInOnly("how a server publishes bulks is its configuration")
  void anAtomicServerTakesNothingOfABadBulk() {
    try (ServerUnderTest atomic =
        ServerUnderTest.of(FlexpriceStandIn.start(new StandInOptions().atomicBulk()))) {
      Metered there = atomic.metered();
      String customer = there.customer();
      assertThat(there.bulk(List.of(there.event(customer, "before", "1"), "{}")).status())
          .isEqualTo(400);
      assertThat(there.summed(customer).total()).isZero();
    }
  }

  /** Partial or atomic: both are right, anything beyond is not. */
  private void assertOnlyWhatStoodBefore(String customer) {
    awaitEverythingBefore(customer);
    assertThat(metered.summed(customer).total().intValueExact()).isIn(0, 1);
  }

  private void assertNothingBilled(String customer) {
    awaitEverythingBefore(customer);
    assertThat(metered.summed(customer).total()).isZero();
  }

  /** Bulks may travel apart from single events: waits for one of each. */
  private void awaitEverythingBefore(String customer) {
    long before = metered.counted(customer).events();
    metered.bulk(List.of(metered.event(customer, server.unique("marker"), "0")));
    metered.send(metered.event(customer, server.unique("marker"), "0"));
    server.eventually(
        () -> assertThat(metered.counted(customer).events()).isGreaterThanOrEqualTo(before + 2));
  }
}
