package io.usagecollector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/mapping run} as a process. */
class RunScriptIT {
  @TempDir Path folder;

  @Test
  void eventsGoThroughAPipe() throws Exception {
    Files.writeString(folder.resolve("m.blobl"), "root.name = this.name.uppercase()\n");

    assertThat(MappingScript.run(folder, "{\"name\":\"ada\"}\n", "run", "m.blobl"))
        .isEqualTo(new Ran(0, "{\"name\":\"ADA\"}\n", "1 in: 1 mapped, 0 dropped, 0 failed\n"));
  }

  @Test
  void anEventThatFailsIsStatusOne() throws Exception {
    Files.writeString(folder.resolve("m.blobl"), "root.name = this.name.uppercase()\n");
    Files.writeString(folder.resolve("events.jsonl"), "{\"name\":\"ada\"}\n{}\n");

    Ran ran = MappingScript.run(folder, "", "run", "--json", "m.blobl", "events.jsonl");

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.lines())
        .hasSize(2)
        .last()
        .asString()
        .startsWith("{\"error\":\"m.blobl:1:1: failed assignment");
    assertThat(ran.out() + ran.err()).doesNotContain("\u001B");
  }

  @Test
  void aMappingThatIsNotThereIsStatusTwo() throws Exception {
    assertThat(MappingScript.run(folder, "", "run", "none.blobl"))
        .isEqualTo(new Ran(2, "", "none.blobl: there is no such file\n"));
  }
}
