package io.usagecollector.forward;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.sink.Answer;
import io.usagecollector.core.sink.flexprice.FlexpriceAddress;
import io.usagecollector.core.sink.flexprice.FlexpriceApi;
import io.usagecollector.core.sink.flexprice.FlexpriceSink;
import io.usagecollector.core.sink.flexprice.form.FlexpriceForm;
import io.usagecollector.core.sink.http.Credential;
import io.usagecollector.core.sink.http.HttpTransport;
import io.usagecollector.testkit.fault.CannedAnswer;
import io.usagecollector.testkit.fault.Fault;
import io.usagecollector.testkit.flexprice.FlexpriceStandIn;
import io.usagecollector.testkit.flexprice.StandInOptions;
import io.usagecollector.testkit.flexprice.access.ApiKey;
import io.usagecollector.testkit.flexprice.access.Role;
import io.usagecollector.testkit.flexprice.fault.FlexpriceErrors;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The words that the table of answers knows are those the service writes: the contract tests hold
 * the stand-in to a real server, and this holds the table to the stand-in.
 */
class OwnWordsTest {
  private static final String GOOD = "{\"event_name\":\"n\",\"external_customer_id\":\"c\"}";

  private FlexpriceStandIn flexprice;

  @BeforeEach
  void start() {
    flexprice = standIn(new StandInOptions());
  }

  @AfterEach
  void stop() {
    flexprice.close();
  }

  private static FlexpriceStandIn standIn(StandInOptions options) {
    return FlexpriceStandIn.start(options.plainHttp());
  }

  private record Known(CompletableFuture<String> value) implements Credential {
    @Override
    public void renew() {}
  }

  private static Answer sent(FlexpriceStandIn to, String key, String... events) {
    var sink =
        new FlexpriceSink(
            new FlexpriceForm(List.of()),
            FlexpriceSink.LIMITS,
            new FlexpriceApi(
                new FlexpriceAddress(to.url(), Optional.empty()),
                HttpTransport.client(),
                new Known(CompletableFuture.completedFuture(key)),
                new Random(1)),
            Clock.systemUTC());
    return sink.send(
        Stream.of(events)
            .map(json -> new UsageEvent("id", "t", "c", "n", json.getBytes(UTF_8)))
            .toList(),
        Duration.ofSeconds(20));
  }

  private Answer sent(String... events) {
    return sent(flexprice, flexprice.apiKey(), events);
  }

  @Test
  void whatItTakesIsAccepted() {
    assertThat(sent(GOOD)).isInstanceOf(Answer.Accepted.class);
    assertThat(sent(GOOD, GOOD)).isInstanceOf(Answer.Accepted.class);
  }

  @Test
  void whatItRefusesIsInvalid() {
    assertThat(sent("{}")).isInstanceOf(Answer.Invalid.class);
    assertThat(sent(GOOD, "{\"external_customer_id\":\"c\"}").detail())
        .isEqualTo("400 validation_error: Request validation failed (EventName)");
    assertThat(sent(GOOD, "{").detail()).isEqualTo("400 validation_error: Invalid request payload");
  }

  @Test
  void aKeyItDoesNotKnowIsUnauthorized() {
    assertThat(sent(flexprice, "sk_wrong", GOOD)).isInstanceOf(Answer.Unauthorized.class);
    assertThat(sent(flexprice, "sk_wrong", GOOD, GOOD)).isInstanceOf(Answer.Unauthorized.class);
  }

  @Test
  void aSuspendedTenantIsUnauthorized() {
    flexprice.keys().suspend(true);
    assertThat(sent(GOOD, GOOD).detail()).isEqualTo("403 tenant account is suspended");
  }

  @Test
  void aKeyThatMayNotSendEventsIsUnauthorized() {
    var readers = new StandInOptions().key(ApiKey.of("sk_reader", Role.EVENT_READER));
    try (FlexpriceStandIn other = standIn(readers)) {
      assertThat(sent(other, "sk_reader", GOOD).detail()).isEqualTo("403 insufficient permissions");
    }
  }

  @Test
  void aKeyWithoutItsEnvironmentIsUnauthorized() {
    try (FlexpriceStandIn other =
        standIn(new StandInOptions().key(ApiKey.fromConfigFile("local-key")))) {
      assertThat(sent(other, "local-key", GOOD).detail())
          .isEqualTo("403 Invalid or inaccessible environment");
    }
  }

  static List<Arguments> strangers() {
    return List.of(
        Arguments.of(CannedAnswer.gatewayUnauthorized(), Answer.Forbidden.class),
        Arguments.of(CannedAnswer.proxyForbidden(), Answer.Forbidden.class),
        Arguments.of(CannedAnswer.maintenance(), Answer.Unknown.class),
        Arguments.of(CannedAnswer.page(202, "Accepted"), Answer.Unknown.class),
        Arguments.of(CannedAnswer.page(400, "Bad Request"), Answer.Unknown.class),
        Arguments.of(CannedAnswer.page(404, "Not Found"), Answer.Misconfigured.class),
        Arguments.of(CannedAnswer.page(302, "Found"), Answer.Misconfigured.class),
        Arguments.of(CannedAnswer.page(409, "Conflict"), Answer.Unknown.class),
        Arguments.of(CannedAnswer.page(413, "Too Large"), Answer.Invalid.class),
        Arguments.of(FlexpriceErrors.throttled(), Answer.Throttled.class),
        Arguments.of(CannedAnswer.unavailable(), Answer.Transient.class),
        Arguments.of(FlexpriceErrors.emptyInternalError(), Answer.Transient.class),
        Arguments.of(FlexpriceErrors.tenantLookupFailed(), Answer.Transient.class));
  }

  @ParameterizedTest
  @MethodSource("strangers")
  void whatOthersSayIsTakenByItsStatus(CannedAnswer answer, Class<? extends Answer> meaning) {
    flexprice.faults().next(1, Fault.answers(answer));
    assertThat(sent(GOOD, GOOD)).isInstanceOf(meaning);
  }
}
