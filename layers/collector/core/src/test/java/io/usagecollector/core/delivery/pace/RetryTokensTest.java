package io.usagecollector.core.delivery.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RetryTokensTest {
  private final RetryTokens tokens = new RetryTokens();

  private int drained() {
    int taken = 0;
    while (tokens.take()) {
      taken++;
    }
    return taken;
  }

  @Test
  void aHundredRetriesMayFailInARow() {
    assertThat(drained()).isEqualTo(100);
  }

  @Test
  void fiveAcceptedBulksPayForOneMore() {
    drained();
    for (int i = 0; i < 4; i++) {
      tokens.accepted(false);
    }
    assertThat(tokens.take()).isFalse();
    tokens.accepted(false);
    assertThat(drained()).isEqualTo(1);
  }

  @Test
  void aRetryThatIsAcceptedGivesBackWhatItCost() {
    drained();
    tokens.accepted(true);
    assertThat(drained()).isEqualTo(1);
  }

  @Property
  void neverAreMoreRetriesInVainThanAreAllowed(@ForAll @Size(max = 2_000) List<Boolean> accepted) {
    int inVain = 0;
    int firstTries = 0;
    for (boolean passes : accepted) {
      if (passes) {
        tokens.accepted(false);
        firstTries++;
      } else if (tokens.take()) {
        inVain++;
      }
    }
    assertThat(inVain).isLessThanOrEqualTo(100 + firstTries / RetryTokens.COST);
  }
}
