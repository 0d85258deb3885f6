package io.usagecollector.bloblang.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.usagecollector.bloblang.Bloblang;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Runs cases that other implementations answered. The folder with the case files, JSON Lines, is
 * named by {@code BLOBLANG_CASES}; without it the test is skipped.
 */
class ConformanceTest {
  @Test
  void coreCasesGiveWhatTheOriginGives() throws IOException {
    String folder = System.getenv("BLOBLANG_CASES");
    assumeTrue(
        folder != null, "BLOBLANG_CASES names no folder of case files: conformance is not tested");
    List<String> failures = new ArrayList<>();
    int wordings = 0;
    int runtimeErrors = 0;
    Bloblang language = Bloblang.standard();
    for (Path file : files(Path.of(String.valueOf(folder)))) {
      for (String line : Files.readAllLines(file)) {
        ConformanceCase next = ConformanceCase.parse(line);
        ConformanceCase.Verdict verdict = next.verdict(language);
        if (verdict == ConformanceCase.Verdict.FAIL) {
          failures.add(next.id());
        }
        wordings += verdict == ConformanceCase.Verdict.WORDING ? 1 : 0;
        runtimeErrors += next.expectsRuntimeError() ? 1 : 0;
      }
    }
    assertThat(failures).as("core cases that fail").isEmpty();
    assertThat(wordings)
        .as("runtime errors in other words, of " + runtimeErrors)
        .isLessThanOrEqualTo(runtimeErrors / 200);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file ->
              List.of("cases.jsonl", "traps.jsonl", "fuzz.jsonl")
                  .contains(file.getFileName().toString()))
          .sorted()
          .toList();
    }
  }
}
