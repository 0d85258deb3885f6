package io.usagecollector.cli.letters.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.cli.letters.Written;
import io.usagecollector.core.letter.steps.Ref;
import io.usagecollector.core.letter.steps.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

/** What a file of steps adds up to, however much of it was written. */
class LetterFileTest {
  private static final List<Step> STEPS =
      List.of(
          new Step.Queue("q", "https://q", Optional.of(Duration.ofDays(14))),
          new Step.Read("m1", Written.NOW, Written.text(Written.unmapped(1))),
          new Step.Read("m2", Written.NOW, Written.text(Written.refused(2, "ada\n\u2028"))),
          new Step.Read("m3", Written.NOW, "no letter \n\""),
          new Step.Content("m4", new byte[] {0, -1, 10}),
          new Step.Missed(List.of("m2")),
          new Step.Met(List.of("m2")),
          new Step.Sending(List.of(new Ref("m1", 0))),
          new Step.Sent(List.of(new Ref("m1", 0)), Written.NOW),
          new Step.Deleted(List.of("m1")));

  /** What waits after so many steps. */
  private static List<Filed> after(int steps) {
    var holdings = new Holdings();
    STEPS.subList(0, steps).forEach(step -> holdings.add(step, new Line(0, 0)));
    return holdings.waiting();
  }

  @Property(tries = 300)
  void aFileThatIsCutAnywhereHoldsTheStepsThatAreWhole(
      @ForAll @DoubleRange(min = 0, max = 1) double share) throws IOException {
    Path path = Files.createTempDirectory("letters").resolve("file");
    try (LetterFile file = LetterFile.open(path)) {
      file.append(STEPS);
    }
    byte[] all = Files.readAllBytes(path);
    int length = (int) Math.round(all.length * share);
    Files.write(path, Arrays.copyOf(all, length));
    int whole = 0;
    for (int i = 0; i < length; i++) {
      whole += all[i] == '\n' ? 1 : 0;
    }

    try (LetterFile file = LetterFile.open(path)) {
      assertThat(file.wasCut()).isEqualTo(length > 0 && all[length - 1] != '\n');
      assertThat(file.waiting()).isEqualTo(after(whole));
      file.append(STEPS.subList(whole, STEPS.size()));
    }
    assertThat(Files.readAllBytes(path)).isEqualTo(all);
    try (LetterFile file = LetterFile.open(path)) {
      assertThat(file.wasCut()).isFalse();
      assertThat(file.waiting()).isEqualTo(after(STEPS.size()));
    }
  }
}
