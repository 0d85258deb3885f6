package io.usagecollector.testkit.openmeter.contract;

import static io.usagecollector.testkit.openmeter.contract.Events.batch;
import static io.usagecollector.testkit.openmeter.contract.Events.event;
import static io.usagecollector.testkit.openmeter.contract.Events.with;
import static io.usagecollector.testkit.openmeter.contract.Events.without;
import static io.usagecollector.testkit.openmeter.contract.ServerUnderTest.BATCH;
import static io.usagecollector.testkit.openmeter.contract.ServerUnderTest.V1;
import static io.usagecollector.testkit.openmeter.contract.ServerUnderTest.V3;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.usagecollector.testkit.client.HttpAnswer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lists of events show: sheets 0 and 5. */
@ContractTest
class StoredEventsContractTest {
  private final ServerUnderTest server;

  StoredEventsContractTest(ServerUnderTest server) {
    this.server = server;
  }

  @Test
  void whoseAnEventIsIsSaidWhenItIsReadAndHealsLater() {
    String subject = server.unique("subject");
    String type = server.unique("type");
    send(event("one", type, subject, "{\"a\":1}"));
    JsonNode orphan = awaited(subject, "one");
    assertThat(messages(orphan))
        .containsExactlyInAnyOrder(
            "no meter found for event type: " + type,
            "no customer found for event subject: " + subject);
    assertThat(orphan.at("/validation_errors/0/code").asText()).isEqualTo("validation_error");
    assertThat(orphan.has("customer")).isFalse();
    String id = server.client().createCustomer(subject);
    server.eventually(() -> {
      JsonNode healed = awaited(subject, "one");
      assertThat(healed.at("/customer/id").asText()).isEqualTo(id);
      assertThat(messages(healed)).containsExactly("no meter found for event type: " + type);
    });
  }

  @Test
  void v1SaysTheSameInOneText() {
    String subject = server.unique("subject");
    send(event("one", server.unique("type"), subject));
    server.eventually(() -> {
      HttpAnswer list = server.get(V1 + "/events?subject=" + subject);
      assertThat(list.status()).isEqualTo(200);
      assertThat(list.json().at("/0/event/id").asText()).isEqualTo("one");
      assertThat(list.json().at("/0/validationError").asText())
          .contains("no customer found for event subject: " + subject);
    });
  }

  @Test
  void aCustomersOwnKeyActsAsASubject() {
    String key = server.unique("bare");
    server.post(V3 + "/customers", "{\"name\":\"n\",\"key\":\"" + key + "\"}");
    send(event("one", server.unique("type"), key));
    assertThat(messages(awaited(key, "one"))).noneMatch(text -> text.contains("no customer"));
  }

  @Test
  void timesAreKeptToTheSecondInUtc() {
    String subject = server.unique("subject");
    Instant hour = Instant.now().minus(Duration.ofHours(3)).truncatedTo(ChronoUnit.HOURS);
    String written = hour.plus(Duration.ofHours(2)).toString().replace("Z", ".987+02:00");
    send(with(event("one", server.unique("type"), subject), "time", "\"" + written + "\""));
    assertThat(time(awaited(subject, "one"))).isEqualTo(hour);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"0001-01-01T00:00:00Z\"", "null"})
  void noTimeIsTheServers(String time) {
    String subject = server.unique("subject");
    send(with(event("one", server.unique("type"), subject), "time", time));
    JsonNode stored = awaited(subject, "one");
    Instant ingested = Instant.parse(stored.path("ingested_at").asText());
    assertThat(Duration.between(time(stored), ingested).abs()).isLessThan(Duration.ofMinutes(2));
  }

  @Test
  void anEventAtTheEpochIsDroppedWithoutAWord() {
    String subject = server.unique("subject");
    String type = server.unique("type");
    send(
        with(event("old", type, subject), "time", "\"1970-01-01T00:00:00Z\""),
        event("marker", type, subject));
    awaited(subject, "marker");
    assertThat(ids(subject)).containsExactly("marker");
  }

  @Test
  void numbersGoThroughAFloatAndStringsAreKept() {
    String subject = server.unique("subject");
    send(
        event(
            "one",
            server.unique("type"),
            subject,
            "{\"number\":9007199254740993,\"text\":\"9007199254740993\",\"html\":\"<&>\"}"));
    JsonNode data = awaited(subject, "one").at("/event/data");
    assertThat(data.path("number").decimalValue()).isEqualByComparingTo("9007199254740992");
    assertThat(data.path("text").asText()).isEqualTo("9007199254740993");
    assertThat(data.path("html").asText()).isEqualTo("<&>");
  }

  @Test
  void v1sExtensionAttributesAreGone() {
    String subject = server.unique("subject");
    ObjectNode extended = with(event("one", server.unique("type"), subject), "tenant", "\"t\"");
    assertThat(server.post(V1 + "/events", BATCH, batch(extended)).status()).isEqualTo(204);
    assertThat(awaited(subject, "one").path("event").has("tenant")).isFalse();
  }

  @Test
  void anEventWithoutDataHasNone() {
    String subject = server.unique("subject");
    send(without(event("one", server.unique("type"), subject), "data"));
    JsonNode data = awaited(subject, "one").at("/event/data");
    assertThat(data.isMissingNode() || data.isNull()).isTrue();
  }

  private void send(ObjectNode... events) {
    HttpAnswer answer = server.post(V3 + "/events", BATCH, batch(events));
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
  }

  private JsonNode awaited(String subject, String id) {
    server.eventually(() -> assertThat(ids(subject)).contains(id));
    return server.client().events(subject).stream()
        .filter(stored -> stored.at("/event/id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private List<String> ids(String subject) {
    return server.client().events(subject).stream()
        .map(stored -> stored.at("/event/id").asText())
        .toList();
  }

  private static List<String> messages(JsonNode stored) {
    return stored.path("validation_errors").findValuesAsText("message");
  }

  private static Instant time(JsonNode stored) {
    return Instant.parse(stored.at("/event/time").asText());
  }
}
