package io.usagecollector.core.customer.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.customer.CustomerKey;
import io.usagecollector.core.customer.guard.EnsureItem.Lease;
import io.usagecollector.core.customer.guard.EnsureItems.Write;
import io.usagecollector.core.customer.guard.EnsureState.Pending;
import io.usagecollector.core.customer.guard.EnsureState.Ready;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalItemsTest {
  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
  private static final CustomerKey KEY = new CustomerKey("a:b");

  private final LocalItems items = new LocalItems(2);

  private static EnsureItem held(long fence, String owner) {
    return new EnsureItem(
        new Pending(new Wish(NOW, "a:b", Optional.empty())),
        fence,
        Optional.of(new Lease(owner, NOW.plusSeconds(15))),
        Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({"1, me", "2, other", "1, other"})
  void whoeverHoldsAnotherFenceOrIsNotTheOwnerWritesNothing(long fence, String owner) {
    items.take(KEY, Optional.empty(), held(2, "me"));
    assertThat(items.write(KEY, held(fence, owner), held(3, "next"))).isEqualTo(new Write.Beaten());
    assertThat(items.read(KEY)).contains(held(2, "me"));
  }

  @Test
  void theReadyAreForgottenAndNobodyWhoIsStillWorkedOn() {
    for (int i = 0; i < 4; i++) {
      var key = new CustomerKey("worked on " + i);
      items.take(key, Optional.empty(), held(1, "me"));
    }
    var ready = new CustomerKey("ready");
    EnsureItem taken = held(1, "me");
    items.take(ready, Optional.empty(), taken);
    items.write(
        ready,
        taken,
        taken.released(new Ready("cust_1", Optional.empty(), NOW, NOW), Optional.empty()));
    for (int i = 0; i < 4; i++) {
      assertThat(items.read(new CustomerKey("worked on " + i))).isPresent();
    }
    items.take(new CustomerKey("one more"), Optional.empty(), held(1, "me"));
    assertThat(items.read(ready)).isEmpty();
    assertThat(items.read(new CustomerKey("worked on 0"))).isPresent();
  }
}
