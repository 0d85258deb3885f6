package io.usagecollector.cli.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.Json;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.cli.Ran;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {
  private static final String OLD =
      """
      root.event_name = "call"
      root.external_customer_id = this.org
      root.properties.seconds = this.seconds
      root = if this.test == true { deleted() }
      """;

  @TempDir private Path folder;
  private String old = "";

  @BeforeEach
  void writeOld() throws IOException {
    old = file("old.blobl", OLD);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private Ran diff(String changed, String events) throws IOException {
    return Ran.withInput(events, "diff", old, file("new.blobl", changed), "-");
  }

  @Test
  void theSameMappingChangesNothingDerivedIdsTimesAndChanceIncluded() throws IOException {
    old = file("old.blobl", OLD.replace("this.seconds", "random_int()"));

    assertThat(diff(OLD.replace("this.seconds", "random_int()"), "{\"org\":\"a\"}\n"))
        .isEqualTo(
            new Ran(
                0,
                "1 event: 0 added, 0 dropped, 0 now failing, 0 no longer failing, 0 changed, of"
                    + " them 0 billing-breaking\n",
                ""));
  }

  @Test
  void anotherQuantityIsAValueChange() throws IOException {
    Ran ran =
        diff(OLD.replace("this.seconds", "this.seconds * 2"), "{\"org\":\"a\",\"seconds\":4}");

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.lines().subList(0, 2))
        .containsExactly("-:1: changed", "  properties.seconds: 4 → 8");
  }

  @Test
  void anotherIdTimeCustomerOrNameIsBillingBreaking() throws IOException {
    for (String change :
        new String[] {
          OLD + "root.event_id = \"x\"\n",
          OLD + "root.timestamp = \"2024-01-01T00:00:00Z\"\n",
          OLD.replace("this.org", "this.org.uppercase()"),
          OLD.replace("\"call\"", "\"voice\"")
        }) {
      Ran ran = diff(change, "{\"org\":\"a\"}");

      assertThat(ran.status()).isEqualTo(3);
      assertThat(ran.out()).contains("-:1: billing-breaking\n! ").contains("1 billing-breaking");
    }
  }

  @Test
  void whatIsAddedDroppedFailingAndRecoveredIsTold() throws IOException {
    String changed =
        """
        root.event_name = "call"
        root.external_customer_id = this.org
        root.properties.seconds = this.seconds.number()
        root = if this.org == "b" { deleted() }
        """;
    Ran ran =
        diff(
            changed,
            """
            {"org":"a","seconds":1,"test":true}
            {"org":"b","seconds":1}
            {"org":"c","seconds":"x"}
            {"org":"c","seconds":1}
            """);

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out())
        .contains("-:1: is billed now, and was not\n  + {\"event_name\":\"call\"")
        .contains("-:2: is dropped now, and was billed\n  - {\"event_name\":\"call\"")
        .contains("-:3: fails now\n")
        .contains("4 events: 1 added, 1 dropped, 1 now failing, 0 no longer failing, 0 changed");
  }

  @Test
  void anEventThatFailedAndIsBilledIsRecovered() throws IOException {
    Ran ran = diff(OLD.replace("this.org", "this.org.or(\"nobody\")"), "{\"seconds\":1}");

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out())
        .contains("-:1: is billed now, and failed")
        .contains("it was:")
        .contains("external_customer_id is missing");
  }

  @Test
  void aMappingAndAConfigurationOfItAreTheSame() throws IOException {
    String config =
        file(
            "c.yaml",
            """
            pipeline:
              processors:
                - mapping: |
            %s
            output:
              flexprice:
                api_host: ${HOST}
                api_key: ${KEY}
            """
                .formatted(OLD.indent(8).stripTrailing()));

    Ran ran = Ran.withInput("{\"org\":\"a\"}\n", "diff", old, config, "-");

    assertThat(ran.status()).isEqualTo(0);
    assertThat(ran.err()).contains("c.yaml:11:14: the environment variable KEY is not set");
  }

  @Test
  void aDollarInAMappingsFileIsNoVariable() throws IOException {
    assertThat(diff(OLD + "root.properties.p = \"${A}\"\n", "{\"org\":\"a\"}").out())
        .contains("properties.p: (not there) → \"${A}\"");
  }

  @Test
  void jsonIsALineAChangeAndASummary() throws IOException {
    String changed = file("new.blobl", OLD + "root.event_id = \"x\"\n");
    Ran ran = Ran.withInput("{\"org\":\"a\"}\n", "diff", "--json", old, changed, "-");

    assertThat(ran.status()).isEqualTo(3);
    assertThat(ran.lines()).hasSize(2);
    Obj first = (Obj) Json.read(ran.lines().getFirst().getBytes(StandardCharsets.UTF_8));
    assertThat(String.valueOf(first.get("change"))).isEqualTo("changed");
    assertThat(ran.lines().getLast())
        .isEqualTo(
            "{\"summary\":{\"added\":0,\"billing_breaking\":1,\"changed\":1,\"dropped\":0,\"events\":1,\"failing\":0,\"recovered\":0}}");
  }

  @Test
  void aMappingThatDoesNotCompileIsUnusable() throws IOException {
    Ran ran = diff("root = this.x.upercase()", "{}");

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("new.blobl does not compile").contains("upercase");
  }

  @Test
  void aFileOfEventsThatIsMissingOrEmptyIsUnusable() throws IOException {
    assertThat(Ran.command("diff", old, old, folder.resolve("no.jsonl").toString()).status())
        .isEqualTo(2);
    assertThat(Ran.command("diff", old, old, file("empty.jsonl", "\n")).err())
        .contains("holds no event");
  }

  private String openMeter(String name, String mapping) throws IOException {
    return file(
        name,
        """
        pipeline:
          processors:
            - mapping: |
        %s
        output:
          http_client: {url: "http://h/api/v1/events"}
        """
            .formatted(mapping.indent(8).stripTrailing()));
  }

  /** Events for OpenMeter are told apart by what OpenMeter tells them by. */
  @Test
  void aCloudEventIsAnotherByItsOwnAttributes() throws IOException {
    String mapping =
        "root.type = \"t\"\nroot.subject = this.org\nroot.id = \"e\"\nroot.data.n = this.n\n";
    String before = openMeter("before.yaml", mapping);
    String event = "{\"org\":\"a\",\"n\":1}\n";

    assertThat(Ran.withInput(event, "diff", before, openMeter("same.yaml", mapping), "-").status())
        .isEqualTo(0);
    Ran value =
        Ran.withInput(
            event, "diff", before, openMeter("value.yaml", mapping + "root.data.n = 2\n"), "-");
    assertThat(value.status()).isEqualTo(1);
    assertThat(value.out()).contains("data.n: 1 → 2");
    for (String key : new String[] {"id", "source", "subject", "type"}) {
      String changed = openMeter("changed.yaml", mapping + "root." + key + " = \"other\"\n");
      assertThat(Ran.withInput(event, "diff", before, changed, "-").status()).as(key).isEqualTo(3);
    }
  }
}
