package io.usagecollector.core.customer.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.guard.EnsureItem.Lease;
import io.usagecollector.core.customer.guard.EnsureState.CustomerReady;
import io.usagecollector.core.customer.guard.EnsureState.FailedConfig;
import io.usagecollector.core.customer.guard.EnsureState.Pending;
import io.usagecollector.core.customer.guard.EnsureState.Ready;
import io.usagecollector.core.customer.guard.EnsureState.Stage;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TransitionTest {
  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
  private static final Wish WISH = new Wish(NOW, "a:b", Optional.empty());
  private static final Lease LEASE = new Lease("me", NOW.plusSeconds(15));

  /** What each state can become, in full: whoever changes the table changes this. */
  private static final List<String> WAYS =
      List.of(
          "PENDING PENDING",
          "PENDING CUSTOMER_READY",
          "PENDING READY",
          "PENDING FAILED_CONFIG",
          "CUSTOMER_READY PENDING",
          "CUSTOMER_READY CUSTOMER_READY",
          "CUSTOMER_READY READY",
          "CUSTOMER_READY FAILED_CONFIG",
          "READY PENDING",
          "READY CUSTOMER_READY",
          "READY READY",
          "READY FAILED_CONFIG",
          "FAILED_CONFIG PENDING",
          "FAILED_CONFIG CUSTOMER_READY");

  private static EnsureState state(Stage stage) {
    return switch (stage) {
      case PENDING -> new Pending(WISH);
      case CUSTOMER_READY -> new CustomerReady(WISH, "cust_1");
      case READY -> new Ready("cust_1", Optional.empty(), NOW, NOW.plusSeconds(86_400));
      case FAILED_CONFIG ->
          new FailedConfig(WISH, Optional.empty(), EnsureFault.Kind.REJECTED, NOW);
    };
  }

  static Stream<Arguments> pairs() {
    return Arrays.stream(Stage.values())
        .flatMap(from -> Arrays.stream(Stage.values()).map(to -> Arguments.of(from, to)));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void anItemGoesTheWaysOfTheTableAndNoOthers(Stage from, Stage to) {
    var item = new EnsureItem(state(from), 7, Optional.of(LEASE), Optional.empty());
    if (WAYS.contains(from + " " + to)) {
      assertThat(item.taken(state(to), LEASE).state()).isEqualTo(state(to));
      assertThat(item.checkpoint(state(to), LEASE).state()).isEqualTo(state(to));
      assertThat(item.released(state(to), Optional.empty()).state()).isEqualTo(state(to));
    } else {
      String refusal = "no way leads from " + from + " to " + to;
      assertThatThrownBy(() -> item.taken(state(to), LEASE)).hasMessage(refusal);
      assertThatThrownBy(() -> item.checkpoint(state(to), LEASE)).hasMessage(refusal);
      assertThatThrownBy(() -> item.released(state(to), Optional.empty())).hasMessage(refusal);
    }
  }

  @Test
  void theTableHoldsEachWayOnce() {
    assertThat(Transition.ALL)
        .extracting(way -> way.from() + " " + way.to())
        .containsExactlyInAnyOrderElementsOf(WAYS);
  }

  @Test
  void onlyTakingAnItemRaisesItsFence() {
    var item = new EnsureItem(state(Stage.PENDING), 7, Optional.of(LEASE), Optional.empty());
    assertThat(item.taken(state(Stage.PENDING), LEASE).fence()).isEqualTo(8);
    assertThat(item.checkpoint(state(Stage.CUSTOMER_READY), LEASE).fence()).isEqualTo(7);
    assertThat(item.released(state(Stage.PENDING), Optional.empty()).fence()).isEqualTo(7);
  }
}
