package io.usagecollector.core.customer.flexprice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.customer.provision.Document;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionTest {
  private static Subscription started(String start, String items) {
    String json =
        """
        {"id":"subs_1","plan_id":"plan_1","subscription_status":"active","start_date":"%s",
         "line_items":%s}\
        """
            .formatted(start, items);
    return Subscription.read(Document.read(json.getBytes(UTF_8)).orElseThrow()).orElseThrow();
  }

  private static String item(String meter, String start) {
    return "{\"meter_id\":\"" + meter + "\",\"start_date\":\"" + start + "\"}";
  }

  /** Line items of four meters: one since the start, one since March after an older price ended. */
  private static final Subscription MIXED =
      started(
          "2026-01-01T00:00:00Z",
          "["
              + item("a", "2026-01-01T00:00:00Z")
              + ","
              + item("b", "2026-03-01T00:00:00Z")
              + ","
              + item("b", "2026-01-01T00:00:00Z")
              + ","
              + item("c", "2026-02-01T00:00:00Z")
              + ","
              + item("", "2026-09-01T00:00:00Z")
              + "]");

  @ParameterizedTest
  @CsvSource({
    "2025-12-31T23:59:59Z, 2026-02-01T00:00:00Z",
    "2026-01-01T00:00:00Z, 2026-02-01T00:00:00Z",
    "2026-01-31T23:59:59.999Z, 2026-02-01T00:00:00Z",
    "2026-02-01T00:00:00Z, ",
    "2026-08-01T00:00:00Z, "
  })
  void theMeterThatCountsLastSaysBeforeWhenNotAllIsBilled(Instant firstEvent, Instant unbilled) {
    assertThat(MIXED.billing(Optional.of(firstEvent)).unbilledBefore())
        .isEqualTo(Optional.ofNullable(unbilled));
  }

  @Test
  void withoutAFirstEventNothingIsKnownToBeUnbilled() {
    assertThat(MIXED.billing(Optional.empty()).unbilledBefore()).isEmpty();
  }

  @Test
  void withoutLineItemsItsOwnStartCounts() {
    Subscription bare = started("2026-01-01T00:00:00Z", "null");
    assertThat(bare.billing(Optional.of(Instant.parse("2025-01-01T00:00:00Z"))).unbilledBefore())
        .contains(Instant.parse("2026-01-01T00:00:00Z"));
  }

  @Test
  void anActivatedOneStartsAnewButForPricesThatStartLater() {
    Instant sooner = Instant.parse("2025-06-01T00:00:00Z");
    Subscription now = MIXED.activated(sooner);
    assertThat(now.status()).isEqualTo("active");
    assertThat(now.start()).isEqualTo(sooner);
    assertThat(now.items())
        .containsExactly(
            new LineItem("a", sooner),
            new LineItem("b", Instant.parse("2026-03-01T00:00:00Z")),
            new LineItem("b", sooner),
            new LineItem("c", Instant.parse("2026-02-01T00:00:00Z")));
  }

  @Test
  void aPlanThatTheListDoesNotTellIsKnownByItsId() {
    assertThat(MIXED.billing(Optional.empty()).planKey()).isEqualTo("plan_1");
    var plan = new Plan("plan_1", "pro", "usd", "MONTHLY", 1);
    assertThat(MIXED.on(plan).billing(Optional.empty()).planKey()).isEqualTo("pro");
    var other = new Plan("plan_2", "pro", "usd", "MONTHLY", 1);
    assertThat(MIXED.on(other).billing(Optional.empty()).planKey()).isEqualTo("plan_1");
  }
}
