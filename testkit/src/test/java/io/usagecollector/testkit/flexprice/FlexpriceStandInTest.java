package io.usagecollector.testkit.flexprice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.testkit.client.HttpAnswer;
import io.usagecollector.testkit.client.HttpCalls;
import io.usagecollector.testkit.fault.CannedAnswer;
import io.usagecollector.testkit.fault.Fault;
import io.usagecollector.testkit.flexprice.client.Access;
import io.usagecollector.testkit.flexprice.contract.Metered;
import io.usagecollector.testkit.flexprice.contract.ServerUnderTest;
import io.usagecollector.testkit.flexprice.contract.StandInOnly;
import io.usagecollector.testkit.flexprice.fault.FlexpriceErrors;
import io.usagecollector.testkit.record.RecordedRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@StandInOnly("faults, recorder and TLS are the stand-in's own")
class FlexpriceStandInTest {
  private final FlexpriceStandIn standIn =
      FlexpriceStandIn.start(new StandInOptions().recordBodies());
  private final ServerUnderTest server = ServerUnderTest.of(standIn);
  private final Metered metered = server.metered();
  private final String customer = metered.customer();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aClientThatDoesNotTrustTheAuthorityGetsNoConnection() throws Exception {
    try (HttpCalls strangers =
        Access.of(standIn.url(), standIn.apiKey()).calls(SSLContext.getDefault())) {
      assertThatThrownBy(() -> strangers.get("/health")).isInstanceOf(SSLHandshakeException.class);
    }
  }

  @Test
  void plainHttpServesWithoutTls() {
    try (FlexpriceStandIn plain = FlexpriceStandIn.start(new StandInOptions().plainHttp());
        ServerUnderTest open = ServerUnderTest.of(plain)) {
      assertThat(plain.url()).hasScheme("http");
      assertThat(plain.trustStore()).isEmpty();
      assertThat(open.get("/health").body()).isEqualTo("{\"status\":\"ok\"}");
    }
  }

  @Test
  void aFaultBeforeStoringLeavesNothingAndOneAfterLeavesEverything() {
    standIn.faults().next(1, Fault.answers(FlexpriceErrors.internalError()));
    standIn.faults().next(1, Fault.answers(FlexpriceErrors.internalError()).afterStored());

    assertThat(single("lost").status()).isEqualTo(500);
    assertThat(metered.counted(customer).events()).isZero();
    assertThat(single("stored").status()).isEqualTo(500);
    assertThat(metered.counted(customer).events()).isEqualTo(1);
    assertThat(single("fine").status()).isEqualTo(202);
    assertThat(metered.counted(customer).events()).isEqualTo(2);
  }

  @Test
  void aResetReachesTheClientAsAnErrorBeforeAndAfterStoring() {
    standIn.faults().next(1, Fault.resets());
    standIn.faults().next(1, Fault.resets().afterStored());

    assertThatThrownBy(() -> single("lost")).hasRootCauseInstanceOf(IOException.class);
    assertThat(metered.counted(customer).events()).isZero();
    assertThatThrownBy(() -> single("stored")).hasRootCauseInstanceOf(IOException.class);
    assertThat(metered.counted(customer).events()).isEqualTo(1);
  }

  @Test
  void aStallEndsWithoutAnAnswer() {
    standIn.faults().next(1, Fault.stalls(Duration.ofMillis(50)).afterStored());

    assertThatThrownBy(() -> single("silent")).hasRootCauseInstanceOf(IOException.class);
    assertThat(metered.counted(customer).events()).isEqualTo(1);
  }

  @Test
  void aSlowAnswerArrivesWholeAndACutOneDoesNot() {
    standIn.faults().next(1, Fault.dribbles(10, Duration.ofMillis(1)));
    standIn.faults().next(1, Fault.cutsBody(10));

    assertThat(single("slow").json().path("event_id").asText()).isEqualTo("slow");
    assertThatThrownBy(() -> single("cut")).hasRootCauseInstanceOf(IOException.class);
    assertThat(metered.counted(customer).events()).isEqualTo(2);
  }

  @Test
  void faultsSpareTheReadingOfTheBill() {
    standIn.faults().during(() -> true, Fault.answers(CannedAnswer.badGateway()));

    assertThat(single("x").header("Content-Type")).isEqualTo("text/html");
    assertThat(metered.counted(customer).events()).isZero();
    standIn.faults().clear();
    assertThat(single("x").status()).isEqualTo(202);
  }

  @Test
  void theRecorderKeepsRequestsWithoutTheKey() {
    standIn.requests().clear();
    metered.bulk(List.of(metered.event(customer, "a", "1"), metered.event(customer, "b", "2")));

    RecordedRequest request = standIn.requests().ingests().getLast();
    assertThat(request.path()).isEqualTo("/v1/events/bulk");
    assertThat(request.events()).isEqualTo(2);
    assertThat(request.status()).contains(202);
    assertThat(request.headers()).doesNotContainKey("x-api-key").containsKey("content-type");
    assertThat(request.body().orElseThrow().text()).contains("\"event_id\":\"b\"");
    assertThat(standIn.requests().events()).isEqualTo(2);
    assertThat(request.toString()).doesNotContain(standIn.apiKey()).doesNotContain("event_id");
  }

  private HttpAnswer single(String id) {
    return server.post("/v1/events", metered.event(customer, id, "1"));
  }
}
