package io.usagecollector.ensure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.aws.MalformedEventException;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.ensure.Caller.Payload;
import io.usagecollector.ensure.Caller.Received;
import io.usagecollector.ensure.Caller.Sent;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {
  private static final String BODY = "{\"auth_id\":\"a:b\"}";

  private final Scripted billing = Scripted.ready();
  private final Caller caller = billing.caller();

  @ParameterizedTest
  @EnumSource(Payload.class)
  void bothPayloadsAreAnsweredAlike(Payload payload) {
    Received received = caller.call(Sent.ensure(BODY).by(payload));
    assertThat(received).isEqualTo(caller.ensure(BODY));
    assertThat(received.status()).isEqualTo(200);
    assertThat(caller.call(Sent.get("/health").by(payload)).body()).isEqualTo("ok");
  }

  @Test
  void healthAsksNobody() {
    var fault = new EnsureFault(EnsureFault.Kind.UNREACHABLE, "away");
    Received received = Scripted.failing(fault).caller().call(Sent.get("/health"));
    assertThat(received.status()).isEqualTo(200);
    assertThat(received.headers()).containsOnlyKeys("Content-Type");
    assertThat(received.headers()).containsEntry("Content-Type", "text/plain");
    assertThat(received.body()).isEqualTo("ok");
  }

  @Test
  void readyIfTheTableAndTheServiceAnswer() {
    Received received = caller.call(Sent.get("/ready"));
    assertThat(received.status()).isEqualTo(200);
    assertThat(received.body())
        .isEqualTo(
            "{\"checks\":[{\"part\":\"state_table\",\"answers\":true},"
                + "{\"part\":\"flexprice\",\"answers\":true}]}\n");
  }

  @Test
  void whatDoesNotAnswerIsNamed() {
    var fault = new EnsureFault(EnsureFault.Kind.CREDENTIALS_REFUSED, "said by upstream");
    Received service = Scripted.failing(fault).caller().call(Sent.get("/ready"));
    assertThat(service.status()).isEqualTo(503);
    assertThat(service.json().required("checks").toString())
        .isEqualTo(
            "[{\"part\":\"state_table\",\"answers\":true},"
                + "{\"part\":\"flexprice\",\"answers\":false,\"error\":\"credentials_refused\"}]");
    Received table = Scripted.withoutTable().caller().call(Sent.get("/ready"));
    assertThat(table.status()).isEqualTo(503);
    assertThat(table.error()).isEqualTo("not_ready");
    assertThat(table.json().required("checks").toString())
        .isEqualTo(
            "[{\"part\":\"state_table\",\"answers\":false,\"error\":\"state_table_away\"},"
                + "{\"part\":\"flexprice\",\"answers\":true}]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/ensure/", "/Ensure", "/ensure/x", "/healthz", "//ensure", "ensure"})
  void nothingIsAtOtherPaths(String path) {
    Received received = caller.call(new Sent(Payload.HTTP_API, "POST", path, BODY, false));
    assertThat(received.status()).isEqualTo(404);
    assertThat(received.error()).isEqualTo("not_found");
    assertThat(billing.asked).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /ensure, POST",
    "PUT, /ensure, POST",
    "post, /ensure, POST",
    "POST, /health, GET",
    "HEAD, /ready, GET",
    "DELETE, /ready, GET"
  })
  void anotherMethodIsToldWhichThereIs(String method, String path, String allowed) {
    Received received = caller.call(new Sent(Payload.HTTP_API, method, path, BODY, false));
    assertThat(received.status()).isEqualTo(405);
    assertThat(received.error()).isEqualTo("method_not_allowed");
    assertThat(received.headers()).containsEntry("Allow", allowed);
    assertThat(billing.asked).isEmpty();
  }

  /** A named stage, a domain of one's own: what stands before the path is the deployment's. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        {"version":"2.0","routeKey":"POST /ensure","rawPath":"/billing/ensure","requestContext":{"stage":"$default","http":{"method":"POST"}},"body":"{\\"auth_id\\":\\"a:b\\"}"}
        """,
        """
        {"version":"2.0","routeKey":"$default","rawPath":"/live/ensure","requestContext":{"stage":"live","http":{"method":"POST"}},"body":"{\\"auth_id\\":\\"a:b\\"}"}
        """,
        """
        {"version":"2.0","routeKey":"ANY /{proxy+}","rawPath":"/ensure","requestContext":{"stage":"ensure","http":{"method":"POST"}},"body":"{\\"auth_id\\":\\"a:b\\"}","isBase64Encoded":false}
        """,
        """
        {"resource":"/ensure","path":"/billing/ensure","httpMethod":"POST","body":"{\\"auth_id\\":\\"a:b\\"}"}
        """,
        """
        {"version":"1.0","resource":"/{proxy+}","path":"/ensure","httpMethod":"POST","requestContext":{"stage":"prod","http":null},"body":"{\\"auth_id\\":\\"a:b\\"}"}
        """
      })
  void thePathIsTheSameHoweverTheApiIsDeployed(String event) {
    String read = event.replace("\"http\":null", "\"resourcePath\":\"/{proxy+}\"");
    Received received = caller.invoke(read.getBytes(StandardCharsets.UTF_8));
    assertThat(received.status()).as(received.body()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{}",
        "{\"version\":\"2.0\"}",
        "{\"version\":\"2.0\",\"rawPath\":\"/ensure\"}",
        "{\"path\":\"/ensure\",\"httpMethod\":5}",
        "{\"path\":\"/ensure\",\"httpMethod\":\"POST\",\"isBase64Encoded\":\"yes\"}",
        "{\"Records\":[]}"
      })
  void whatIsNoRequestFailsTheInvocation(String event) {
    assertThatThrownBy(() -> caller.invoke(event.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(MalformedEventException.class)
        .hasMessageStartingWith("not an event of API Gateway: ");
  }
}
