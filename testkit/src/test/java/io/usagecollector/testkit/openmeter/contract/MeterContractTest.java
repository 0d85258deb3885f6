package io.usagecollector.testkit.openmeter.contract;

import static io.usagecollector.testkit.openmeter.contract.Events.batch;
import static io.usagecollector.testkit.openmeter.contract.Events.event;
import static io.usagecollector.testkit.openmeter.contract.Events.with;
import static io.usagecollector.testkit.openmeter.contract.ServerUnderTest.BATCH;
import static io.usagecollector.testkit.openmeter.contract.ServerUnderTest.V1;
import static io.usagecollector.testkit.openmeter.contract.ServerUnderTest.V3;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.usagecollector.testkit.client.HttpAnswer;
import io.usagecollector.testkit.openmeter.client.MeterHandle;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What meters read: sheet 0, traps 9 and 10, and sheet 4. */
@ContractTest
class MeterContractTest {
  private final ServerUnderTest server;
  private final String type;
  private MeterHandle sum;
  private MeterHandle count;

  MeterContractTest(ServerUnderTest server) {
    this.server = server;
    this.type = server.unique("type");
  }

  @BeforeAll
  void makeMeters() {
    sum = server.client().createMeter(MeterHandle.Draft.sum(server.unique("sum"), type, "amount"));
    count = server.client().createMeter(MeterHandle.Draft.count(server.unique("count"), type));
  }

  @AfterAll
  void deleteMeters() {
    server.client().deleteMeter(sum.id());
    server.client().deleteMeter(count.id());
  }

  @Test
  void aMeterIsFoundByItsKey() {
    assertThat(server.client().findMeter(sum.draft().key())).contains(sum.id());
    assertThat(server.client().findMeter(server.unique("nobody"))).isEmpty();
  }

  @Test
  void sumsAndCountsAreBySubject() {
    String one = server.unique("subject");
    String other = server.unique("subject");
    send(amount(one, "5"), amount(one, "7"), amount(other, "100"));
    awaitSum(one, "12");
    awaitSum(other, "100");
    assertThat(server.client().usage(count.id(), one)).isEqualByComparingTo("2");
  }

  @Test
  void textsThatAreNumbersCountAndOthersAreNothing() {
    String subject = server.unique("subject");
    List<ObjectNode> events = new ArrayList<>();
    for (String amount : List.of("\"+5\"", "\"-5\"", "\"1e3\"", "\"2.5\"", "4")) {
      events.add(amount(subject, amount));
    }
    for (String nothing : List.of("\" 5\"", "\"1,000\"", "\"\"", "\"NaN\"", "true")) {
      events.add(amount(subject, nothing));
    }
    send(events.toArray(ObjectNode[]::new));
    awaitCount(subject, 10);
    assertThat(server.client().usage(sum.id(), subject)).isEqualByComparingTo("1006.5");
  }

  @Test
  void sumsAreFloats() {
    String subject = server.unique("subject");
    ObjectNode[] tenths = new ObjectNode[10];
    for (int i = 0; i < tenths.length; i++) {
      tenths[i] = amount(subject, "\"0.1\"");
    }
    send(tenths);
    awaitCount(subject, 10);
    assertThat(server.client().usage(sum.id(), subject).doubleValue())
        .isEqualTo(0.9999999999999999);
  }

  @Test
  void bothApisAnswerForOneSubject() {
    String subject = server.unique("subject");
    send(amount(subject, "42"), amount(server.unique("other"), "1"));
    awaitSum(subject, "42");
    HttpAnswer v1 = server.get(V1 + "/meters/" + sum.draft().key() + "/query?subject=" + subject);
    assertThat(v1.json().path("data")).hasSize(1);
    assertThat(v1.json().at("/data/0/value").asDouble()).isEqualTo(42);
    assertThat(v1.json().at("/data/0/subject").asText()).isEqualTo(subject);
    HttpAnswer v3 =
        server.post(
            V3 + "/meters/" + sum.id() + "/query",
            """
            {"filters":{"dimensions":{"subject":{"eq":"%s"}}}}\
            """
                .formatted(subject));
    assertThat(v3.json().path("data")).hasSize(1);
    assertThat(v3.json().at("/data/0/value").asText()).isEqualTo("42");
    assertThat(v3.json().at("/data/0/dimensions/subject").asText()).isEqualTo(subject);
  }

  @Test
  void usageIsACustomersBySubjectAndByKey() {
    String key = server.unique("cust");
    String id = server.client().createCustomer(key);
    send(amount(key, "3"), amount(server.unique("other"), "1"));
    awaitSum(key, "3");
    HttpAnswer answer =
        server.post(
            V3 + "/meters/" + sum.id() + "/query",
            """
            {"filters":{"dimensions":{"customer_id":{"eq":"%s"}}}}\
            """
                .formatted(id));
    BigDecimal total = BigDecimal.ZERO;
    for (JsonNode row : answer.json().path("data")) {
      total = total.add(new BigDecimal(row.path("value").asText()));
    }
    assertThat(total).isEqualByComparingTo("3");
  }

  @Test
  void ofEventsAlikeTheFirstStoredCounts() {
    assumeDedupe();
    String subject = server.unique("subject");
    String id = server.unique("id");
    send(event(id, type, subject, "{\"amount\":1}"));
    awaitSum(subject, "1");
    send(event(id, type, subject, "{\"amount\":10}"));
    send(amount(subject, "100"));
    awaitSum(subject, "101");
  }

  @Test
  void sourceAndIdAreOneTextInWhichPairsMayBeAlike() {
    assumeDedupe();
    String subject = server.unique("subject");
    String part = server.unique("part");
    send(source(part + "-b", event("c", type, subject, "{\"amount\":1}")));
    awaitSum(subject, "1");
    send(source(part, event("b-c", type, subject, "{\"amount\":10}")));
    send(amount(subject, "100"));
    awaitSum(subject, "101");
  }

  @Test
  void twoSourcesMayHaveTheSameId() {
    String subject = server.unique("subject");
    String id = server.unique("id");
    send(
        source("one", event(id, type, subject, "{\"amount\":1}")),
        source("two", event(id, type, subject, "{\"amount\":10}")));
    awaitSum(subject, "11");
  }

  private static void assumeDedupe() {
    Assumptions.assumeFalse(
        "off".equals(System.getenv("OPENMETER_TEST_DEDUPE")),
        "the server under test does not look for duplicates");
  }

  private static ObjectNode source(String source, ObjectNode event) {
    return with(event, "source", "\"" + source + "\"");
  }

  private ObjectNode amount(String subject, String amount) {
    return event(server.unique("id"), type, subject, "{\"amount\":" + amount + "}");
  }

  private void send(ObjectNode... events) {
    HttpAnswer answer = server.post(V3 + "/events", BATCH, batch(events));
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
  }

  private void awaitSum(String subject, String total) {
    server.eventually(
        () -> assertThat(server.client().usage(sum.id(), subject)).isEqualByComparingTo(total));
  }

  private void awaitCount(String subject, int events) {
    server.eventually(() ->
        assertThat(server.client().usage(count.id(), subject))
            .isEqualByComparingTo(BigDecimal.valueOf(events)));
  }
}
