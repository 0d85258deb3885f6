package io.usagecollector.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code bench/run} as it is started: what it refuses, it refuses before it builds anything. */
class BenchScriptTest {
  private static final Path SCRIPT = Path.of("run").toAbsolutePath();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                 | say what to measure
          nonsense           | there is nothing called 'nonsense' to measure
          ratios nosuch      | there is no program 'nosuch', only vapi, twenty, properties and drop
          ratios vapi VAPI   | there is no program 'VAPI', only vapi, twenty, properties and drop
          compile often      | compile takes whole numbers from 1 on, not 'often'
          compile 0          | compile takes whole numbers from 1 on, not '0'
          compile 5 5        | compile takes one number of STARTS
          forward 10         | forward takes all three of RECORDS WARMUPS ROUNDS, or none
          forward 10 1 -1    | forward takes whole numbers from 1 on, not '-1'
          forward --cold no  | forward takes whole numbers from 1 on, not 'no'
          forward --cold 1 2 | forward --cold takes one number of STARTS
          """)
  void wordsItDoesNotKnowAreNamedAndEndItWithTwo(String words, String complaint) throws Exception {
    var command = new ArrayList<>(List.of(SCRIPT.toString()));
    command.addAll(words.isEmpty() ? List.of() : List.of(words.split(" ")));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(printed)
          .startsWith("bench/run: " + complaint + "\nbench/run forward [RECORDS WARMUPS ROUNDS] ")
          .contains("\nbench/run compile [STARTS] ");
      assertThat(process.waitFor()).isEqualTo(2);
    } finally {
      process.destroyForcibly();
    }
  }
}
