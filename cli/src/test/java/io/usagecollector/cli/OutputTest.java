package io.usagecollector.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a command whose output goes nowhere: by processes and pipes as they are. */
class OutputTest {
  private static final String EVENT = "{\"event_name\":\"n\",\"external_customer_id\":\"c\"}";

  @TempDir Path folder;

  @BeforeEach
  void files() throws Exception {
    Files.writeString(folder.resolve("m.blobl"), "root = this\n");
    Files.writeString(folder.resolve("new.blobl"), "root = this\nroot.event_name = \"x\"\n");
    Files.writeString(folder.resolve("odd.blobl"), "root = null\n");
    Files.writeString(folder.resolve("e.jsonl"), EVENT + "\n");
    Files.writeString(
        folder.resolve("case.jsonl"), "{\"mapping\":\"root = 1\",\"messages\":[{}]}\n");
    Files.writeString(
        folder.resolve("t.yaml"),
        """
        pipeline: {processors: [{mapping: root = 1}]}
        tests: [{name: one, input_batch: [{content: x}], output_batches: [[{content_equals: "1"}]]}]
        """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"run m.blobl", "run --json m.blobl", "diff m.blobl new.blobl -"})
  void aFilterEndsQuietlyWhenItsReaderGoesAway(String command) throws Exception {
    Ran ran =
        new Shell(folder)
            .run("yes '" + EVENT + "' | { mapping " + command + "; echo $? > status; } | head -1");
    assertThat(ran.out().lines()).hasSize(1);
    assertThat(ran.err()).isEmpty();
    assertThat(folder.resolve("status")).content().isEqualTo("141\n");
  }

  @Test
  void evalEndsWhenItsReaderGoesAway() throws Exception {
    Ran ran =
        new Shell(folder)
            .run(
                "yes '{\"mapping\":\"root = 1\",\"messages\":[{}]}' |"
                    + " { mapping eval; echo $? > status; } | head -1");
    assertThat(ran).isEqualTo(new Ran(0, "{\"id\":null,\"metadata\":{},\"output\":\"1\"}\n", ""));
    assertThat(folder.resolve("status")).content().isEqualTo("141\n");
  }

  /** The second event comes only once the first was read behind the command. */
  @Test
  void eachEventIsPrintedAsSoonAsItIsMapped() throws Exception {
    Ran ran =
        new Shell(folder)
            .run(
                "mkfifo seen; { echo '{\"n\":1}'; cat seen; echo '{\"n\":2}'; }"
                    + " | mapping run m.blobl | { head -1; : > seen; cat; }");
    assertThat(ran.out()).isEqualTo("{\"n\":1}\n{\"n\":2}\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run m.blobl e.jsonl",
        "run --json m.blobl e.jsonl",
        "diff m.blobl new.blobl e.jsonl",
        "diff --json m.blobl new.blobl e.jsonl",
        "lint odd.blobl",
        "lint --json odd.blobl",
        "test t.yaml",
        "test --json t.yaml",
        "eval < case.jsonl",
        "--help"
      })
  void aFullDiskIsNamed(String command) throws Exception {
    assumeThat(Files.exists(Path.of("/dev/full"))).isTrue();
    Ran ran = new Shell(folder).run("mapping " + command + " > /dev/full");
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).isEqualTo("the output cannot be written: No space left on device\n");
  }
}
