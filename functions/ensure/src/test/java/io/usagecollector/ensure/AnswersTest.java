package io.usagecollector.ensure;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.customer.BillingCustomer;
import io.usagecollector.core.customer.BillingSubscription;
import io.usagecollector.core.customer.EnsureAnswer;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.Ensured;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What callers are told, byte for byte. */
class AnswersTest {
  private static final String BODY = "{\"auth_id\":\"a:b\"}";

  /** As the failure table has it: status, code, and after how many seconds to ask again. */
  private static final String TABLE =
      """
      REJECTED            424 billing_rejected        -
      PLAN_NOT_FOUND      424 plan_not_found          -
      BILLING_SETUP       424 billing_setup_invalid   -
      SUBJECT_CONFLICT    409 subject_conflict        -
      CREDENTIALS_REFUSED 502 credentials_refused     -
      MISCONFIGURED       502 billing_not_found       -
      CUSTOMER_GONE       502 customer_gone           1
      THROTTLED           503 billing_throttled       1
      UNREACHABLE         503 billing_unreachable     1
      UNKNOWN_OUTCOME     503 billing_unknown_outcome 1
      BUSY                503 ensure_busy             1
      GUARD_AWAY          503 guard_unavailable       1
      """;

  @Test
  void eachFaultHasItsStatusItsCodeAndItsAdviceToWait() {
    String told =
        Arrays.stream(EnsureFault.Kind.values())
            .map(kind -> {
              Caller.Received received =
                  Scripted.failing(new EnsureFault(kind, "said by upstream")).caller().ensure(BODY);
              assertThat(received.body()).doesNotContain("said by upstream");
              return kind
                  + " "
                  + received.status()
                  + " "
                  + received.error()
                  + " "
                  + received.headers().getOrDefault("Retry-After", "-");
            })
            .collect(Collectors.joining("\n"));
    assertThat(told).isEqualTo(TABLE.replaceAll(" +", " ").strip());
  }

  /** A caller who waits so long is not told the same again. */
  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "1000, 1", "1001, 2", "59999, 60", "900000, 900"})
  void secondsToWaitAreWholeAndRoundedUp(long millis, String seconds) {
    var fault =
        new EnsureFault(
            EnsureFault.Kind.PLAN_NOT_FOUND, "none", Optional.of(Duration.ofMillis(millis)));
    assertThat(Scripted.failing(fault).caller().ensure(BODY).headers())
        .containsEntry("Retry-After", seconds);
  }

  @Test
  void aCustomerWhoIsThereIsToldWhole() {
    assertThat(Scripted.ready().caller().ensure("{\"auth_id\":\"<a>&:b\\u2028\\u2029ä\"}").body())
        .isEqualTo(
            "{\"customerKey\":\"\\u003ca\\u003e\\u0026:b\\u2028\\u2029ä\","
                + "\"customerId\":\"cust_1\",\"subscriptionId\":\"subs_1\",\"planKey\":\"pro\","
                + "\"status\":\"active\",\"created\":{\"customer\":false,\"subscription\":false}}\n");
  }

  @Test
  void whatIsNotBilledIsTold() {
    var subscription =
        new BillingSubscription(
            "s", "p", "active", Optional.of(Instant.parse("2026-11-28T10:00:00Z")));
    Scripted billing =
        Scripted.answering(request ->
            new EnsureAnswer.Ready(
                new Ensured(
                    new BillingCustomer(request.key(), "c"),
                    Optional.of(subscription),
                    new Ensured.Created(true, true))));
    assertThat(billing.caller().ensure(BODY).body())
        .isEqualTo(
            "{\"customerKey\":\"a:b\",\"customerId\":\"c\",\"subscriptionId\":\"s\","
                + "\"planKey\":\"p\",\"status\":\"active\","
                + "\"created\":{\"customer\":true,\"subscription\":true},"
                + "\"unbilledBefore\":\"2026-11-28T10:00:00Z\"}\n");
  }

  @Test
  void whereOnlyTheCustomerIsEnsuredNoSubscriptionIsMadeUp() {
    Scripted billing =
        Scripted.answering(request ->
            new EnsureAnswer.Ready(
                new Ensured(
                    new BillingCustomer(request.key(), "c"),
                    Optional.empty(),
                    Ensured.Created.NOTHING)));
    assertThat(billing.caller().ensure(BODY).body())
        .isEqualTo(
            "{\"customerKey\":\"a:b\",\"customerId\":\"c\",\"subscriptionId\":null,"
                + "\"planKey\":null,\"status\":null,"
                + "\"created\":{\"customer\":false,\"subscription\":false}}\n");
  }

  /** An error of ours is no 500, names no class, and is safe to ask again after. */
  @ParameterizedTest
  @EnumSource(Caller.Payload.class)
  void aFailureOfTheFunctionItselfIsToldWithoutATrace(Caller.Payload payload) {
    Scripted billing =
        Scripted.answering(_ -> {
          throw new IllegalStateException("a:b at io.usagecollector");
        });
    Caller.Received received = billing.caller().call(Caller.Sent.ensure(BODY).by(payload));
    assertThat(received.status()).isEqualTo(503);
    assertThat(received.body())
        .isEqualTo(
            "{\"error\":\"unexpected_fault\",\"message\":\"this function failed: its log says"
                + " where. Asking again is safe\"}\n");
    assertThat(received.headers()).containsEntry("Retry-After", "1");
  }

  @Test
  void faultsHaveStableCodesOfTheirOwn() {
    List<String> codes =
        Arrays.stream(EnsureFault.Kind.values()).map(EnsureFault.Kind::code).toList();
    assertThat(codes).doesNotHaveDuplicates().allMatch(code -> code.matches("[a-z_]+"));
  }
}
