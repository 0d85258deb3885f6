package io.usagecollector.bloblang.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.bloblang.Limits;
import io.usagecollector.bloblang.Run;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs in a JVM of its own with a small heap and the usual stack: see the POM. */
@Tag("hostile")
class HostileTest {
  /** Far more than any takes; what loops without a limit would take hours. */
  private static final Duration DEADLINE = Duration.ofMinutes(2);

  /** A tenth of the usual steps, so that the tests take seconds; as much memory as ever. */
  private static final Bloblang LANGUAGE =
      Bloblang.standard().withLimits(new Limits(5_000_000, Limits.standard().bytes()));

  static List<Hostile> all() {
    return Hostile.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void endsInItsOwnErrorOrIsAnswered(Hostile hostile) {
    String event = hostile.event().get();
    String said =
        assertTimeoutPreemptively(DEADLINE, () -> Run.mapping(LANGUAGE, hostile.mapping(), event));
    assertThat(said.substring(0, Math.min(said.length(), 300))).startsWith(hostile.ends());
  }
}
