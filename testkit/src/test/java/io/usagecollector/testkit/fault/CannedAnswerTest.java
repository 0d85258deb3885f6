package io.usagecollector.testkit.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.testkit.flexprice.FlexpriceStandIn;
import io.usagecollector.testkit.flexprice.StandInOptions;
import io.usagecollector.testkit.flexprice.contract.StandInOnly;
import io.usagecollector.testkit.flexprice.fault.FlexpriceErrors;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What gateways and proxies answer, as it goes over the wire. */
@StandInOnly("a server gives its own answers")
class CannedAnswerTest {
  private final FlexpriceStandIn standIn = FlexpriceStandIn.start(new StandInOptions().plainHttp());
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    http.close();
    standIn.close();
  }

  private HttpResponse<byte[]> answered(Fault fault) throws IOException, InterruptedException {
    standIn.faults().next(1, fault);
    HttpRequest event =
        HttpRequest.newBuilder(URI.create(standIn.url() + "/v1/events"))
            .header("x-api-key", standIn.apiKey())
            .header("Accept-Encoding", "identity")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"event_name\":\"n\",\"external_customer_id\":\"c\",\"event_id\":\"e\"}"))
            .build();
    return http.send(event, HttpResponse.BodyHandlers.ofByteArray());
  }

  @Test
  void anAnswerIsDatedByTheClockItIsGiven() throws Exception {
    Instant there = Instant.parse("2030-01-01T00:10:00Z");
    HttpResponse<byte[]> answer =
        answered(Fault.answers(FlexpriceErrors.throttledUntil(there.plusSeconds(5)).dated(there)));
    assertThat(answer.headers().allValues("Date")).containsExactly("Tue, 1 Jan 2030 00:10:00 GMT");
    assertThat(answer.headers().allValues("Retry-After"))
        .containsExactly("Tue, 1 Jan 2030 00:10:05 GMT");
  }

  @Test
  void aCompressedAnswerIsTheTrueOneAndItsEventIsStored() throws Exception {
    HttpResponse<byte[]> answer = answered(Fault.compresses());
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.headers().allValues("Content-Encoding")).containsExactly("gzip");
    try (var body = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
      assertThat(new String(body.readAllBytes(), UTF_8))
          .contains("\"message\":\"Event accepted for processing\"");
    }
  }

  @Test
  void strangersSpeakInWordsThatAreNotTheServices() throws Exception {
    for (CannedAnswer stranger :
        List.of(
            CannedAnswer.gatewayUnauthorized(),
            CannedAnswer.proxyForbidden(),
            CannedAnswer.maintenance(),
            CannedAnswer.page(413, "Request Entity Too Large"),
            FlexpriceErrors.throttledFor(Duration.ofSeconds(7)))) {
      HttpResponse<byte[]> answer = answered(Fault.answers(stranger));
      assertThat(answer.statusCode()).isEqualTo(stranger.status());
      assertThat(new String(answer.body(), UTF_8)).isEqualTo(stranger.body());
    }
  }
}
