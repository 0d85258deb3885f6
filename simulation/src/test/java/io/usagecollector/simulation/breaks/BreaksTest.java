package io.usagecollector.simulation.breaks;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.simulation.invariant.Laws;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Each law sees a product that breaks it: a law that nothing can break says nothing. */
class BreaksTest {
  private static final int MOST_SEEDS = 3_000;

  static final List<Break> BREAKS = Breaks.ALL;

  @ParameterizedTest
  @FieldSource("BREAKS")
  void aBrokenBuildTurnsItsLawRed(Break broken, @TempDir Path work)
      throws IOException, ReflectiveOperationException {
    String failure = "";
    try (BrokenBuild build = BrokenBuild.of(broken, work)) {
      for (long seed = 1; seed <= MOST_SEEDS && failure.isEmpty(); seed++) {
        failure = build.failure(broken.law(), broken.trouble(), seed);
      }
    }
    assertThat(failure).as("one of %s seeds shows it", MOST_SEEDS).contains(broken.law() + ": ");
  }

  @Test
  void everyLawHasABreak() {
    assertThat(BREAKS).extracting(Break::law).containsAll(Laws.names());
  }
}
