package io.usagecollector.bloblang.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.usagecollector.bloblang.Bloblang;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs cases, JSON Lines, that other implementations answered. Those beside this class are made for
 * this project; a folder of more is named by {@code BLOBLANG_CASES}.
 */
class ConformanceTest {
  private static final Bloblang LANGUAGE = Bloblang.standard();

  private final List<String> failures = new ArrayList<>();
  private int cases;
  private int wordings;
  private int runtimeErrors;

  @ParameterizedTest
  @CsvSource({"traps.jsonl, 196", "fuzz.jsonl, 5617"})
  void theCasesOfTheRepositoryGiveWhatTheOriginGives(String file, int count) throws IOException {
    InputStream in = ConformanceTest.class.getResourceAsStream(file);
    try (var lines =
        new BufferedReader(new InputStreamReader(Objects.requireNonNull(in, file), UTF_8))) {
      lines.lines().forEach(this::judge);
    }
    assertThat(cases).isEqualTo(count);
    assertConforms();
  }

  @Test
  void coreCasesGiveWhatTheOriginGives() throws IOException {
    String folder = System.getenv("BLOBLANG_CASES");
    assumeTrue(folder != null, "BLOBLANG_CASES names no folder of more case files");
    for (Path file : files(Path.of(String.valueOf(folder)))) {
      Files.readAllLines(file).forEach(this::judge);
    }
    assertConforms();
  }

  private void judge(String line) {
    ConformanceCase next = ConformanceCase.parse(line);
    ConformanceCase.Verdict verdict = next.verdict(LANGUAGE);
    if (verdict == ConformanceCase.Verdict.FAIL) {
      failures.add(next.id());
    }
    wordings += verdict == ConformanceCase.Verdict.WORDING ? 1 : 0;
    runtimeErrors += next.expectsRuntimeError() ? 1 : 0;
    cases++;
  }

  private void assertConforms() {
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
