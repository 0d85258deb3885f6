package io.usagecollector.ensure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.aws.assembly.UnusableConfigurationException;
import io.usagecollector.ensure.Caller.Sent;
import io.usagecollector.testkit.lambda.InvocationContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The function as its environment has it, at a stand-in Flexprice. */
class ConfiguredTest {
  private static final String BODY = "{\"auth_id\":\"a:b\"}";

  @TempDir Path directory;

  @Test
  void aCustomerIsMadeOnceAndThenAnsweredFromMemory() throws IOException {
    try (LocalParts parts = new LocalParts(directory)) {
      Caller caller = parts.caller();
      Caller.Received first = caller.ensure(BODY);
      assertThat(first.status()).as(first.body()).isEqualTo(200);
      assertThat(first.body()).contains("\"created\":{\"customer\":true,\"subscription\":true}");
      assertThat(caller.ensure(BODY).body())
          .isEqualTo(
              first
                  .body()
                  .replace(
                      "\"created\":{\"customer\":true,\"subscription\":true}",
                      "\"created\":{\"customer\":false,\"subscription\":false}"));
    }
  }

  /** Another instance has the item, and asks nobody: the service may be away. */
  @Test
  void anotherInstanceAsksTheTableAlone() throws IOException {
    try (LocalParts parts = new LocalParts(directory)) {
      Caller.Received first = parts.caller().ensure(BODY);
      parts.flexprice.close();
      Caller.Received other = parts.caller().ensure(BODY);
      assertThat(other.status()).isEqualTo(200);
      assertThat(other.json().get("customerId")).isEqualTo(first.json().get("customerId"));
      assertThat(other.json().get("subscriptionId")).isEqualTo(first.json().get("subscriptionId"));
    }
  }

  @Test
  void customersAloneAreEnsuredIfThatIsAll() throws IOException {
    try (LocalParts parts = new LocalParts(directory)) {
      parts.environment.put("ENSURE", "customer");
      parts.environment.remove("ENSURE_PLAN");
      Caller.Received received = parts.caller().ensure(BODY);
      assertThat(received.status()).as(received.body()).isEqualTo(200);
      assertThat(received.json().get("subscriptionId").isNull()).isTrue();
    }
  }

  @Test
  void aPlanThatIsNotThereIsSomebodysToMend() throws IOException {
    try (LocalParts parts = new LocalParts(directory)) {
      parts.environment.put("ENSURE_PLAN", "nobodys-plan");
      Caller.Received received = parts.caller().ensure(BODY);
      assertThat(received.status()).isEqualTo(424);
      assertThat(received.error()).isEqualTo("plan_not_found");
      assertThat(received.body()).doesNotContain("nobodys-plan");
    }
  }

  @Test
  void theKeyForCustomersIsNotTheOneForEvents() throws IOException {
    try (LocalParts parts = new LocalParts(directory)) {
      parts.environment.put("FLEXPRICE_API_KEY", "sk_of_events_alone");
      assertThat(parts.caller().ensure(BODY).error()).isEqualTo("credentials_refused");
      parts.environment.put("PROVISIONING_KEY", parts.flexprice.apiKey());
      assertThat(parts.caller().ensure(BODY).status()).isEqualTo(200);
    }
  }

  @Test
  void aServiceThatIsAwayIsNotReady() throws IOException {
    try (LocalParts parts = new LocalParts(directory)) {
      Caller caller = parts.caller();
      assertThat(caller.call(Sent.get("/ready")).status()).isEqualTo(200);
      parts.flexprice.close();
      Caller.Received received = caller.call(Sent.get("/ready"));
      assertThat(received.status()).isEqualTo(503);
      assertThat(received.json().required("checks").toString())
          .isEqualTo(
              "[{\"part\":\"state_table\",\"answers\":true},{\"part\":\"flexprice\","
                  + "\"answers\":false,\"error\":\"billing_unreachable\"}]");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ENSURE, off",
    "ENSURE, everything",
    "ENSURE_PLAN, ''",
    "STATE_TABLE, ''",
    "OWNER_PREFIX_MODE, maybe",
    "PIPELINE_FILE, /nowhere/pipeline.yaml",
    "FLEXPRICE_API_KEY, ''"
  })
  void whatItCannotWorkWithIsToldAndNever500(String variable, String value) throws IOException {
    try (LocalParts parts = new LocalParts(directory)) {
      parts.environment.put(variable, value);
      Caller caller = parts.caller();
      Caller.Received received = caller.ensure(BODY);
      assertThat(received.status()).isEqualTo(503);
      assertThat(received.error()).isEqualTo("not_configured");
      assertThat(caller.call(Sent.get("/ready")).error()).isEqualTo("not_configured");
      assertThat(caller.call(Sent.get("/health")).status()).isEqualTo(200);
      assertThatThrownBy(() ->
              parts
                  .sweep()
                  .handleRequest(
                      InputStream.nullInputStream(),
                      OutputStream.nullOutputStream(),
                      InvocationContext.of("request-1", 20_000)))
          .isInstanceOf(UnusableConfigurationException.class);
    }
  }

  @Test
  void aTableIsDemandedWhereTwoCallersWouldBillTwice() throws IOException {
    try (LocalParts parts = new LocalParts(directory)) {
      parts.environment.remove("STATE_TABLE");
      assertThatThrownBy(() ->
              parts
                  .sweep()
                  .handleRequest(
                      InputStream.nullInputStream(),
                      OutputStream.nullOutputStream(),
                      InvocationContext.of("request-1", 20_000)))
          .hasMessage(
              "STATE_TABLE is not set: give the DynamoDB table that callers share, or set"
                  + " ENSURE=customer: without it two callers may make two subscriptions for one"
                  + " customer, and both would be billed");
      parts.environment.put("ENSURE", "customer");
      assertThat(parts.caller().ensure(BODY).status()).isEqualTo(200);
    }
  }
}
