package io.usagecollector.core.delivery.outcome;

import static io.usagecollector.core.delivery.outcome.Tallies.tally;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.core.event.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static final Outcome ACCEPTED = new Outcome.Accepted();
  private static final Outcome FILTERED = new Outcome.Filtered();
  private static final Outcome LETTER =
      new Outcome.DeadLettered(Reason.of(Reason.Kind.INVALID_EVENT, "x"));
  private static final Outcome DEFERRED = new Outcome.Deferred("x", Instant.EPOCH);
  private static final Outcome HELD = new Outcome.Held("y");

  @Test
  void aTallyCountsEachKind() {
    assertThat(Tally.of(5, List.of(ACCEPTED, FILTERED, ACCEPTED, LETTER, HELD)))
        .contains(tally(5, 2, 1, 1, 1));
    Tally deferred = Tally.of(1, List.of(DEFERRED)).orElseThrow();
    assertThat(deferred.counts())
        .isEqualTo(
            Map.of(
                Outcome.Kind.FILTERED, 0,
                Outcome.Kind.ACCEPTED, 0,
                Outcome.Kind.DEFERRED, 1,
                Outcome.Kind.DEAD_LETTERED, 0,
                Outcome.Kind.HELD, 0));
  }

  @Test
  void aTallyThatDoesNotAddUpIsNone() {
    assertThat(Tally.of(2, List.of(ACCEPTED))).isEmpty();
    assertThat(Tally.of(0, List.of(ACCEPTED))).isEmpty();
    assertThatThrownBy(() -> tally(2, 1, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tally(1, 2, -1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theWorstPartIsTheRecordsOutcome() {
    List<Outcome> worsening = List.of(FILTERED, ACCEPTED, DEFERRED, LETTER, HELD);
    for (int worse = 0; worse < worsening.size(); worse++) {
      for (int better = 0; better <= worse; better++) {
        Outcome expected = worsening.get(worse);
        assertThat(expected.worse(worsening.get(better))).isEqualTo(expected);
        assertThat(worsening.get(better).worse(expected)).isEqualTo(expected);
      }
    }
  }
}
