package io.usagecollector.core.customer.provision;

import static io.usagecollector.core.customer.EnsureFault.Kind.BILLING_SETUP;
import static io.usagecollector.core.customer.EnsureFault.Kind.CREDENTIALS_REFUSED;
import static io.usagecollector.core.customer.EnsureFault.Kind.THROTTLED;
import static io.usagecollector.core.customer.EnsureFault.Kind.UNKNOWN_OUTCOME;
import static io.usagecollector.core.customer.EnsureFault.Kind.UNREACHABLE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.sink.TransportFault;
import io.usagecollector.core.sink.http.Exchange;
import io.usagecollector.core.sink.http.Reply;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table, row by row: what a service says itself, then what a status says alone. */
class AnswerRowsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final String SECRET = "someone-else";

  private static final AnswerRows ROWS =
      new AnswerRows(
          List.of(
              new AnswerRow(404, Says.text("code", "not_found"), Verdict.ABSENT, ""),
              new AnswerRow(
                  403,
                  Says.text("message", "insufficient permissions"),
                  Verdict.CREDENTIALS_REFUSED,
                  "the key may not do this"),
              new AnswerRow(
                  400,
                  Says.textStarting("message", "No prices"),
                  Verdict.BILLING_SETUP,
                  "no price fits"),
              new AnswerRow(400, Says.detail("details", "gone"), Verdict.GONE, "")));

  private static Outcome of(int status, String body, Effect effect, Map<String, String> headers) {
    Map<String, List<String>> all = new HashMap<>();
    headers.forEach((name, value) -> all.put(name, List.of(value)));
    var reply =
        new Reply(
            status, HttpHeaders.of(all, (name, value) -> true), Optional.of(body.getBytes(UTF_8)));
    return ROWS.of(new Exchange.Answered(reply), effect, "create it", NOW);
  }

  private static Outcome of(int status, String body) {
    return of(status, body, Effect.WRITES, Map.of());
  }

  private static EnsureFault fault(Outcome outcome) {
    return ((Outcome.Failed) outcome).fault();
  }

  @Test
  void aSuccessWithADocumentIsDone() {
    assertThat(((Outcome.Done) of(201, "{\"id\":\"c\"}")).document().text("id")).contains("c");
    assertThat(of(200, "{}")).isInstanceOf(Outcome.Done.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "<html>", "{\"id\":"})
  void aSuccessWithoutADocumentIsUnknownWhenWritingAndAwayWhenReading(String body) {
    assertThat(fault(of(201, body)))
        .isEqualTo(new EnsureFault(UNKNOWN_OUTCOME, "create it: 201 without a JSON object"));
    assertThat(fault(of(200, body, Effect.READS, Map.of())).kind()).isEqualTo(UNREACHABLE);
  }

  @Test
  void theServicesOwnWordsCountBeforeTheStatus() {
    assertThat(of(404, "{\"code\":\"not_found\"}")).isEqualTo(new Outcome.Absent());
    assertThat(of(400, "{\"details\":{\"gone\":\"x\"}}")).isEqualTo(new Outcome.Gone());
    assertThat(fault(of(403, "{\"message\":\"insufficient permissions\"}")))
        .isEqualTo(new EnsureFault(CREDENTIALS_REFUSED, "create it: 403, the key may not do this"));
    assertThat(fault(of(400, "{\"message\":\"No prices of " + SECRET + "\"}")))
        .isEqualTo(new EnsureFault(BILLING_SETUP, "create it: 400, no price fits"));
  }

  @ParameterizedTest
  @CsvSource({
    "307, MISCONFIGURED", "400, REJECTED", "401, UNREACHABLE", "403, UNREACHABLE",
    "404, MISCONFIGURED", "405, MISCONFIGURED", "408, UNKNOWN_OUTCOME", "413, REJECTED",
    "415, REJECTED", "418, UNKNOWN_OUTCOME", "422, REJECTED", "425, UNREACHABLE",
    "429, THROTTLED", "500, UNKNOWN_OUTCOME", "502, UNKNOWN_OUTCOME", "503, UNKNOWN_OUTCOME",
    "504, UNKNOWN_OUTCOME", "101, UNKNOWN_OUTCOME", "202, UNKNOWN_OUTCOME", "204, UNKNOWN_OUTCOME"
  })
  void whatNobodysWordsSayIsTakenByItsStatus(int status, EnsureFault.Kind kind) {
    assertThat(fault(of(status, "<html>" + SECRET + "</html>")).kind()).isEqualTo(kind);
    assertThat(fault(of(status, "{\"message\":\"" + SECRET + "\"}")).kind()).isEqualTo(kind);
  }

  /** A firewall that stumbles over one customer's name must not stop the others. */
  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void nobodysWordsRefuseNoCredentials(int status) {
    assertThat(fault(of(status, "<html></html>")))
        .isEqualTo(
            new EnsureFault(
                UNREACHABLE, "create it: " + status + ", not the service's own refusal"));
  }

  @ParameterizedTest
  @CsvSource({"409, EXISTS", "410, GONE", "412, GONE"})
  void conflictsAndWhatIsGoneAreKnownByTheirStatus(int status, Verdict verdict) {
    assertThat(of(status, "<html></html>"))
        .isEqualTo(verdict == Verdict.GONE ? new Outcome.Gone() : new Outcome.Exists());
  }

  @Test
  void aPauseThatIsAskedForIsHandedOn() {
    Map<String, String> wait = Map.of("Retry-After", "7");
    assertThat(fault(of(429, "", Effect.WRITES, wait)))
        .isEqualTo(
            new EnsureFault(
                THROTTLED,
                "create it: 429, too many requests",
                Optional.of(Duration.ofSeconds(7))));
    assertThat(fault(of(503, "", Effect.WRITES, wait)).retryAfter())
        .contains(Duration.ofSeconds(7));
    assertThat(fault(of(400, "", Effect.WRITES, wait)).retryAfter()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(TransportFault.class)
  void withoutAnAnswerAWriteIsUnknownIfItMayHaveArrivedAndAReadNever(TransportFault why) {
    var none = new Exchange.Unanswered(why, "the line");
    assertThat(fault(ROWS.of(none, Effect.WRITES, "create it", NOW)))
        .isEqualTo(
            new EnsureFault(
                why.mayHaveArrived() ? UNKNOWN_OUTCOME : UNREACHABLE, "create it: the line"));
    assertThat(fault(ROWS.of(none, Effect.READS, "find it", NOW)))
        .isEqualTo(new EnsureFault(UNREACHABLE, "find it: the line"));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 301, 400, 401, 403, 404, 409, 418, 429, 500, 503})
  void nothingThatTheServiceWroteIsRepeated(int status) {
    for (String body :
        List.of("\"" + SECRET, "{\"message\":\"" + SECRET + "\",\"code\":\"" + SECRET + "\"}")) {
      assertThat(of(status, body).toString()).doesNotContain(SECRET);
    }
  }
}
