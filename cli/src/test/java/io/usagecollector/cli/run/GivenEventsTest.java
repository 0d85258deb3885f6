package io.usagecollector.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.cli.Ran;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events as people have them, and records as tools print them, in {@code run} and {@code diff}. */
class GivenEventsTest {
  private static final String SEES_ALL =
      """
      root.event_name = this.name.or("n")
      root.external_customer_id = @kafka_key
      root.event_id = @id.or("i")
      root.timestamp = (@kafka_timestamp_ms / 1000).ts_format("2006-01-02T15:04:05Z", "UTC")
      root.source = "%v/%v/%v".format(@kafka_topic, @kafka_partition, @kafka_offset)
      """;

  /** What the mapping makes of the record that the tests describe. */
  private static final String SEEN =
      "{\"event_name\":\"a\",\"external_customer_id\":\"c1\",\"event_id\":\"h1\","
          + "\"timestamp\":\"2026-01-02T03:04:05Z\",\"source\":\"calls/3/42\"}";

  @TempDir Path folder;
  private String mapping = "";
  private String config = "";

  @BeforeEach
  void files() throws IOException {
    mapping = write("m.blobl", SEES_ALL);
    config = write("p.yaml", "pipeline:\n  processors:\n    - mapping: |\n" + SEES_ALL.indent(8));
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private String gzipped(String name, String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return Files.write(folder.resolve(name), bytes.toByteArray()).toString();
  }

  @Test
  void everyFormOfEventsIsReadByRunAndDiff() throws IOException {
    String copy = write("copy.blobl", "root = this.a\n");
    String other = write("other.blobl", "root = this.a + 0\n");
    for (String text :
        new String[] {
          "\uFEFF{\"a\":1}\n\n{\"a\":2}\n",
          "[{\"a\":1},{\"a\":2}]",
          "{\n  \"a\": 1\n}\n{\n  \"a\": 2\n}\n",
          "[\n  {\n    \"a\": 1\n  },\n  {\n    \"a\": 2\n  }\n]\n"
        }) {
      for (String events : new String[] {write("e", text), gzipped("e.gz", text)}) {
        assertThat(Ran.command("run", copy, events).out()).isEqualTo("1\n2\n");
        assertThat(Ran.command("diff", copy, other, events).out()).startsWith("2 events:");
      }
      assertThat(Ran.withInput(text, "run", copy).out()).isEqualTo("1\n2\n");
    }
  }

  @Test
  void aPlaceInEventsIsTheLineTheEventBeginsIn() throws IOException {
    String fails = write("f.blobl", "root.a = this.a.uppercase()\n");
    Ran ran = Ran.withInput("[\n{\"a\":\"x\"},\n{\n\"a\":1}]", "run", fails);
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err()).startsWith("standard input:3: failed: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "a: 1|b: 2# is YAML: events are JSON, one a line, one after the other, or in an array",
        "a,b|1,2# is CSV, or a table like it: events are JSON, one a line, one after the other, or in"
            + " an array",
        "{| \"a\": 1,|}#:3:1: this is no JSON, in the document in line 1",
      })
  void whatHoldsNoEventsIsUnusableByItsName(String text, String told) throws IOException {
    String events = write("e", text.replace('|', '\n'));
    String words = told.startsWith(":") ? events + told : events + ": " + told;
    assertThat(Ran.command("run", write("c.blobl", "root.a = this.a\n"), events))
        .isEqualTo(new Ran(2, "", words + "\n"));
    assertThat(Ran.command("diff", mapping, mapping, events))
        .isEqualTo(new Ran(2, "", words + "\n"));
  }

  @Test
  void linesTakesEveryLineForAnEvent() throws IOException {
    String copy = write("c.blobl", "root = content().string().split(\",\").index(0)\n");
    assertThat(Ran.withInput("a,b\n1,2\n[{}]\n", "run", "--lines", copy).out())
        .isEqualTo("a\n1\n[{}]\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"kafka_timestamp_ms=1767323045000", "kafka_timestamp_unix=1767323045"})
  void metadataOfEveryRecordCanBeGiven(String time) {
    String[] given = {
      "kafka_key=c1", "kafka_topic=calls", "kafka_partition=3", "kafka_offset=42", "id=h1", time
    };
    for (String program : new String[] {mapping, config}) {
      String[] call = new String[2 + 2 * given.length];
      call[0] = "run";
      for (int i = 0; i < given.length; i++) {
        call[1 + 2 * i] = "--metadata";
        call[2 + 2 * i] = given[i];
      }
      call[call.length - 1] = program;
      assertThat(Ran.withInput("{\"name\":\"a\"}", call).out())
          .contains("\"c1\"", "\"h1\"", "\"calls/3/42\"", "\"2026-01-02T03:04:05Z\"");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "kafka_partition=x#kafka_partition must be a whole number from 0 to 2147483647, and is x",
        "kafka_offset=-1#kafka_offset must be a whole number from 0 to 9223372036854775807, and is -1",
        "kafka_topic=#kafka_topic must be a name, and is empty",
        "kafka_lag=1#kafka_lag cannot be given: the function's trigger does not tell it",
        "=x#metadata has a name: NAME=VALUE",
      })
  void metadataThatNoRecordCanHaveIsRefused(String given, String told) {
    for (String[] call :
        new String[][] {
          {"run", "--metadata", given, mapping, "-"},
          {"diff", "--metadata", given, mapping, mapping, "-"}
        }) {
      assertThat(Ran.withInput("{}", call)).isEqualTo(new Ran(2, "", "--metadata: " + told + "\n"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // rpk topic consume, --pretty-print=false
        "{\"topic\":\"calls\",\"key\":\"c1\",\"value\":\"{\\\"name\\\":\\\"a\\\"}\","
            + "\"headers\":[{\"key\":\"id\",\"value\":\"h1\"}],\"timestamp\":1767323045000,"
            + "\"partition\":3,\"offset\":42}",
        // rpk topic consume
        """
        {
          "topic": "calls",
          "key": "c1",
          "value": "{\\"name\\":\\"a\\"}",
          "headers": [
            {
              "key": "id",
              "value": "h1"
            }
          ],
          "timestamp": 1767323045000,
          "partition": 3,
          "offset": 42
        }
        """,
        // kcat -J
        "{\"topic\":\"calls\",\"partition\":3,\"offset\":42,\"tstype\":\"create\","
            + "\"ts\":1767323045000,\"broker\":1,\"headers\":[\"id\",\"h1\",\"none\",null],"
            + "\"key\":\"c1\",\"payload\":\"{\\\"name\\\":\\\"a\\\"}\"}",
        // kcat -J with headers as a map, and a payload that it decoded
        "{\"topic\":\"calls\",\"partition\":3,\"offset\":42,\"tstype\":\"create\","
            + "\"ts\":1767323045000,\"broker\":1,\"headers\":{\"id\":[\"h1\"]},"
            + "\"key\":\"c1\",\"payload\":{\"name\":\"a\"}}",
        // Lambda
        "{\"topic\":\"calls\",\"partition\":3,\"offset\":42,\"timestamp\":1767323045000,"
            + "\"timestampType\":\"CREATE_TIME\",\"key\":\"YzE=\",\"value\":\"eyJuYW1lIjoiYSJ9\","
            + "\"headers\":[{\"id\":[104,49]}]}"
      })
  void recordsAreReadAsToolsPrintThem(String record) {
    assertThat(Ran.withInput(record, "run", "--records", config))
        .isEqualTo(new Ran(0, SEEN + "\n", "1 in: 1 mapped, 0 dropped, 0 failed\n"));
    assertThat(Ran.withInput(record, "run", "--records", mapping).out())
        .contains("\"c1\"", "\"h1\"", "\"calls/3/42\"", "\"2026-01-02T03:04:05Z\"");
    Ran diff = Ran.withInput(record, "diff", "--records", mapping, mapping, "-");
    assertThat(diff.out()).startsWith("1 event: 0 added, 0 dropped, 0 now failing");
    assertThat(diff.status()).isEqualTo(0);
  }

  @Test
  void recordsInBase64AreDecodedWhereAskedFor() {
    String record =
        "{\"topic\":\"calls\",\"partition\":3,\"offset\":42,\"ts\":1767323045000,"
            + "\"headers\":[\"id\",\"aDE=\"],\"key\":\"YzE=\",\"payload\":\"eyJuYW1lIjoiYSJ9\"}";
    assertThat(Ran.withInput(record, "run", "--records", "--base64", config).out())
        .isEqualTo(SEEN + "\n");
    assertThat(
            Ran.withInput(
                    record.replace("YzE=", "no base64"), "run", "--records", "--base64", config)
                .err())
        .isEqualTo(
            "standard input:1:1: no record as rpk topic consume or kcat -J prints it: its key must"
                + " be base64\n");
    assertThat(Ran.withInput(record, "run", "--base64", config).status()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "{\"a\":1}#it has neither a topic nor a payload",
        "[1]#it is no JSON object",
        "{\"topic\":\"t\",\"offset\":-5}#its offset must be a whole number from 0 to"
            + " 9223372036854775807",
        "{\"topic\":\"t\",\"headers\":[1]}#its headers are written in a way that is not known",
        "{\"topic\":\"t\",\"value_size\":3}#--meta-only left its value out",
        "x#it is no JSON",
      })
  void whatIsNoRecordIsUnusable(String text, String why) {
    assertThat(Ran.withInput("\n" + text, "run", "--records", mapping))
        .isEqualTo(
            new Ran(
                2,
                "",
                "standard input:2:1: no record as rpk topic consume or kcat -J prints it: "
                    + why
                    + "\n"));
  }
}
