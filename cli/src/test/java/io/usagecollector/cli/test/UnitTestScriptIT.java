package io.usagecollector.cli.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.cli.MappingScript;
import io.usagecollector.cli.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/mapping test} as a process. */
class UnitTestScriptIT {
  private static final String TESTS =
      """
      pipeline:
        processors:
          - mapping: root.name = this.name.uppercase()
      tests:
        - name: shouts
          input_batch: [{json_content: {name: ada}}]
          output_batches: [[{json_equals: {name: ADA}}]]
      """;

  @TempDir Path folder;

  @Test
  void testsOfThisFolderPass() throws Exception {
    Files.writeString(folder.resolve("shout.yaml"), TESTS);

    assertThat(MappingScript.run(folder, "", "test"))
        .isEqualTo(new Ran(0, "shout.yaml\n  ok    shouts\n\n1 test: 1 passed, 0 failed\n", ""));
  }

  @Test
  void aFailedTestIsStatusOne() throws Exception {
    Files.writeString(folder.resolve("shout.yaml"), TESTS.replace("ADA", "ada"));

    Ran ran = MappingScript.run(folder, "", "test", "--json", "shout.yaml");

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err()).isEmpty();
    assertThat(ran.lines()).last().isEqualTo("{\"failed\":1,\"tests\":1,\"unusable\":0}");
  }

  @Test
  void anUnusableFileIsStatusTwo() throws Exception {
    Files.writeString(folder.resolve("shout.yaml"), TESTS.replace("input_batch", "input_bach"));

    Ran ran = MappingScript.run(folder, "", "test", "shout.yaml");

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err())
        .isEqualTo("shout.yaml:6:5: unknown key input_bach: did you mean input_batch?\n");
    assertThat(ran.out() + ran.err()).doesNotContain("\u001B");
  }
}
