package io.usagecollector.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.simulation.event.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReplayTest {
  private static Replay.Played played(Story story) throws InterruptedException {
    List<Replay.Played> played = new ArrayList<>();
    Thread.ofVirtual().start(() -> played.add(Replay.of(story))).join();
    return played.getFirst();
  }

  @Test
  void theSameSeedPlaysTheSameWorld() throws InterruptedException {
    for (long seed = 1; seed <= 20; seed++) {
      assertThat(played(Story.of(seed)).trace()).isEqualTo(played(Story.of(seed)).trace());
    }
  }

  @Test
  void mappingsThatDisagreeOnIdsAreReportedAsBilledTwice() {
    assertThat(
            LongStream.range(1, 100)
                .mapToObj(seed -> Story.of(seed).deploying(Mapping.DISAGREEING))
                .map(story -> Trial.failure(story))
                .filter(failure -> !failure.isEmpty())
                .findFirst())
        .hasValueSatisfying(failure ->
            assertThat(failure)
                .contains("NothingIsBilledTwice: ")
                .contains("is billed as")
                .contains("id=again-id-"));
  }
}
