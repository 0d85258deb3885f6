package io.usagecollector.core.customer.openmeter;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.customer.EnsureRequest;
import io.usagecollector.core.sink.http.Reply;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When a subscription is to start, by the service's clock; ours is an hour behind. */
class SubscriptionStartTest {
  private final ServerClock there = new ServerClock(() -> Instant.parse("2026-01-01T09:00:00.25Z"));
  private final SubscriptionStart starts = new SubscriptionStart(there);

  private static Reply dated(String date) {
    HttpHeaders headers = HttpHeaders.of(Map.of("Date", List.of(date)), (_, _) -> true);
    return new Reply(200, headers, Optional.empty());
  }

  private Optional<Instant> startOf(String firstEvent) {
    there.heard(dated("Thu, 01 Jan 2026 10:00:00 GMT"));
    return starts.of(AccountsAt.request(Instant.parse(firstEvent)));
  }

  @Test
  void itStartsWithTheSecondOfTheFirstEvent() {
    assertThat(startOf("2026-01-01T09:59:12.987Z")).contains(Instant.parse("2026-01-01T09:59:12Z"));
    assertThat(startOf("2026-01-01T09:58:10Z")).contains(Instant.parse("2026-01-01T09:58:10Z"));
  }

  @Test
  void itStartsNoFartherBackThanTheServiceLetsIt() {
    assertThat(startOf("2026-01-01T09:58:09.9Z")).contains(Instant.parse("2026-01-01T09:58:10Z"));
    assertThat(startOf("1971-01-01T00:00:00Z")).contains(Instant.parse("2026-01-01T09:58:10Z"));
  }

  @Test
  void itStartsAtOnceWhereNoEventIsOlder() {
    assertThat(startOf("2026-01-01T10:00:00.5Z")).isEmpty();
    assertThat(startOf("2026-01-01T11:00:00Z")).isEmpty();
    assertThat(starts.of(EnsureRequest.of(AccountsAt.KEY))).isEmpty();
  }

  @Test
  void theServicesClockIsOursUntilItTells() {
    assertThat(there.now()).isEqualTo(Instant.parse("2026-01-01T09:00:00.25Z"));
    there.heard(dated("soon"));
    assertThat(there.now()).isEqualTo(Instant.parse("2026-01-01T09:00:00.25Z"));
    there.heard(dated("Thu, 01 Jan 2026 10:00:00 GMT"));
    there.heard(dated("soon"));
    assertThat(there.now()).isEqualTo(Instant.parse("2026-01-01T10:00:00Z"));
  }
}
