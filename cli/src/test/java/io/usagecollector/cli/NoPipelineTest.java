package io.usagecollector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing is billed unmapped by mistake: a file that holds no pipeline is refused. */
class NoPipelineTest {
  private static final String BILLABLE =
      "{\"event_name\":\"n\",\"external_customer_id\":\"c\",\"event_id\":\"e\"}";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "drop.txt#root = deleted()",
        "list.yaml#- mapping: root = deleted()",
        "empty.yaml#''",
        "comment.yaml#'# nothing'",
        "text.yaml#hello",
        "event.json#{\"event_name\":\"n\"}",
        "events.json#[{\"event_name\":\"n\"}]",
        "resources.yaml#processor_resources: [{label: x, mapping: root = deleted()}]",
        "tests.yaml#tests: []",
      })
  void aFileWithoutAPipelineIsRefusedByEveryCommand(String name, String text) throws IOException {
    String file = Files.writeString(folder.resolve(name), text + "\n").toString();
    String events = Files.writeString(folder.resolve("e.jsonl"), BILLABLE + "\n").toString();
    Ran run = Ran.command("run", file, events);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith(file + ":1:");
    assertThat(Ran.command("diff", file, file, events).status()).isEqualTo(2);
    assertThat(Ran.command("lint", file).status()).isEqualTo(1);
    assertThat(Ran.command("test", file).status()).isEqualTo(2);
  }

  @Test
  void theRefusalSaysWhatAFileMustBeCalledOrHold() throws IOException {
    String file = Files.writeString(folder.resolve("m.txt"), "root = deleted()\n").toString();
    assertThat(Ran.withInput(BILLABLE, "run", file).err())
        .startsWith(
            file
                + ":1:1: the file holds no pipeline: it is no section with keys: write"
                + " pipeline.processors, or call a mapping's own file something.blobl\n");
  }
}
