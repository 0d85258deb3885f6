package io.usagecollector.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.core.event.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static final Outcome ACCEPTED = new Outcome.Accepted();
  private static final Outcome FILTERED = new Outcome.Filtered();
  private static final Outcome LETTER =
      new Outcome.DeadLettered(Reason.of(Reason.Kind.INVALID_EVENT, "x"));
  private static final Outcome HELD = new Outcome.Held("y");

  @Test
  void aTallyCountsEachKind() {
    assertThat(Tally.of(5, List.of(ACCEPTED, FILTERED, ACCEPTED, LETTER, HELD)))
        .contains(new Tally(5, 2, 1, 1, 1));
  }

  @Test
  void aTallyThatDoesNotAddUpIsNone() {
    assertThat(Tally.of(2, List.of(ACCEPTED))).isEmpty();
    assertThat(Tally.of(0, List.of(ACCEPTED))).isEmpty();
    assertThatThrownBy(() -> new Tally(2, 1, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Tally(1, 2, -1, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theWorstPartIsTheRecordsOutcome() {
    List<Outcome> worsening = List.of(FILTERED, ACCEPTED, LETTER, HELD);
    for (int worse = 0; worse < worsening.size(); worse++) {
      for (int better = 0; better <= worse; better++) {
        Outcome expected = worsening.get(worse);
        assertThat(expected.worse(worsening.get(better))).isEqualTo(expected);
        assertThat(worsening.get(better).worse(expected)).isEqualTo(expected);
      }
    }
  }
}
