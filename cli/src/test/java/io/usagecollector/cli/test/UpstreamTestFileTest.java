package io.usagecollector.cli.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.cli.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Test files and configurations as they are written for upstream's tools. */
class UpstreamTestFileTest {
  private static final String TESTS =
      """
      tests:
        - name: says
          input_batch: [*in]
          output_batches: [[{content_equals: x}]]
      """;

  @TempDir Path folder;

  private Ran test(String config, String tests) throws IOException {
    Files.writeString(folder.resolve("c.yaml"), config);
    Path file = Files.writeString(folder.resolve("c_benthos_test.yaml"), tests);
    return Ran.command("test", file.toString());
  }

  @Test
  void parallelAndWhatHoldsAnchorsStandBesideTests() throws IOException {
    String config = "pipeline: {processors: [{mapping: root = \"x\"}]}\n";
    Ran ran = test(config, "parallel: true\ninputs:\n  - &in {content: a}\n" + TESTS);
    assertThat(ran.err()).isEmpty();
    assertThat(ran.status()).isEqualTo(0);
    assertThat(ran.out()).endsWith("1 test: 1 passed, 0 failed\n");
    assertThat(test(config, "paralel: true\ninputs: &in {content: a}\n" + TESTS).err())
        .contains("c_benthos_test.yaml:1:1: unknown key paralel: did you mean parallel?");
  }

  @Test
  void aVariableThatIsNotSetHasAPlaceholderAndANotice() throws IOException {
    String config =
        """
        pipeline:
          processors:
            - mapping: root.project = "${JIRA_PROJECT}"
            - mapping: root = "x"
        """;
    Ran ran = test(config, "in: &in {content: a}\n" + TESTS);
    assertThat(ran.status()).isEqualTo(0);
    assertThat(ran.err())
        .isEqualTo(
            folder.resolve("c.yaml")
                + ":3:32: the environment variable JIRA_PROJECT is not set, a placeholder is used\n");
  }
}
