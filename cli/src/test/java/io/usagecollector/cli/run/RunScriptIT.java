package io.usagecollector.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.cli.MappingScript;
import io.usagecollector.cli.Ran;
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

  private static final String GENERATE =
      """
      input:
        generate:
          mapping: |
            root = {"event_name": "n", "external_customer_id": "c", "event_id": "e", "properties": {}}
            root.timestamp = "2026-01-02T03:04:05Z"
      """;

  private static final String MADE =
      "{\"event_name\":\"n\",\"external_customer_id\":\"c\",\"event_id\":\"e\","
          + "\"timestamp\":\"2026-01-02T03:04:05Z\",\"properties\":{}}\n";

  @Test
  void aConfigurationMakesAsManyEventsAsAreAskedFor() throws Exception {
    Files.writeString(folder.resolve("g.yaml"), GENERATE);

    assertThat(MappingScript.run(folder, "", "run", "--count", "2", "g.yaml"))
        .isEqualTo(new Ran(0, MADE.repeat(2), "2 in: 2 mapped, 0 dropped, 0 failed\n"));
  }

  @Test
  void eventsWithoutEndAreStatusTwo() throws Exception {
    Files.writeString(folder.resolve("g.yaml"), GENERATE);

    assertThat(MappingScript.run(folder, "", "run", "g.yaml"))
        .isEqualTo(
            new Ran(
                2,
                "",
                "g.yaml: input.generate has no end: write a count in it, or --count N here\n"));
  }

  @Test
  void aMisspeltKeyIsStatusTwoWithItsLine() throws Exception {
    Files.writeString(folder.resolve("g.yaml"), GENERATE.replace("mapping:", "maping:"));

    assertThat(MappingScript.run(folder, "", "run", "--count", "2", "g.yaml").err())
        .startsWith(
            """
            g.yaml:3:5: unknown key input.generate.maping: did you mean mapping?
              3 |     maping: |
                |     ^
            """);
  }
}
