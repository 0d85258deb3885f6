package io.usagecollector.cli.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.cli.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCommandTest {
  private static final String CONFIG =
      """
      pipeline:
        processors:
          - label: name
            mapping: |
              root = this
              root.event_name = if this.kind == "call" { "voice_call" } else { throw("unknown kind") }
          - label: enrich
            http:
              url: http://localhost/
          - mutation: |
              root.region = "${REGION:eu}"
              if this.minutes > 60 {
                root.long = true
              } else if this.minutes < 0 {
                root = deleted()
              }
      """;

  private static final String MOCKED =
      """
      tests:
        - name: a call
          mocks: {enrich: {mapping: "root = this"}}
          input_batch:
            - json_content: {kind: call, minutes: 1}
          output_batches:
            - - json_equals: {event_name: voice_call, kind: call, minutes: 1, region: eu}
      """;

  @TempDir Path folder;

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  /** The command on a file, with the folder taken out of what it prints. */
  private Ran test(String name, String... options) {
    return test(Map.of(), name, options);
  }

  private Ran test(Map<String, String> environment, String name, String... options) {
    String[] args = new String[options.length + 2];
    args[0] = "test";
    System.arraycopy(options, 0, args, 1, options.length);
    args[args.length - 1] = folder.resolve(name).toString();
    Ran ran = Ran.withEnvironment(environment, args);
    String prefix = folder + "/";
    return new Ran(ran.status(), ran.out().replace(prefix, ""), ran.err().replace(prefix, ""));
  }

  private Ran testOf(String processors, String tests) throws IOException {
    write(
        "p.yaml",
        "pipeline:\n  processors:\n" + processors.indent(4) + "tests:\n" + tests.indent(2));
    return test("p.yaml");
  }

  @Test
  void aTestThatPassesIsOk() throws IOException {
    write("p.yaml", CONFIG);
    write("p_bento_test.yaml", MOCKED);

    assertThat(test("p_bento_test.yaml"))
        .isEqualTo(
            new Ran(0, "p_bento_test.yaml\n  ok    a call\n\n1 test: 1 passed, 0 failed\n", ""));
  }

  @Test
  void aConfigurationIsTestedByTheFileBesideIt() throws IOException {
    write("p.yml", CONFIG);
    write("p_benthos_test.yml", MOCKED);

    assertThat(test("p.yml").out()).startsWith("p_benthos_test.yml\n  ok    a call\n");
  }

  @Test
  void aFailureShowsExpectedBesideReceived() throws IOException {
    Ran ran =
        testOf(
            "- mapping: |\n    root = this\n    meta m = 5\n",
            """
            - name: all of it
              input_batch:
                - content: '{"a":1,"b":{"c":1.0}}'
              output_batches:
                - - content_equals: '{"a":1,"b":{"c":1}}'
                    content_matches: ^b
                    metadata_equals: {m: "5", n: 1}
                    json_equals: {a: 1, b: {c: 1}}
                    json_contains: {b: {d: 1}}
                    bloblang: this.a == 2
            """);

    assertThat(ran)
        .isEqualTo(
            new Ran(
                1,
                """
                p.yaml
                  FAIL  all of it
                        p.yaml:11:11: content_equals, batch 0, message 0
                          expected {"a":1,"b":{"c":1}}
                          received {"a":1,"b":{"c":1.0}}
                                                    ^ first difference: line 1, column 18
                        p.yaml:12:11: content_matches, batch 0, message 0
                          pattern  ^b
                          received {"a":1,"b":{"c":1.0}}
                        p.yaml:13:11: metadata_equals, batch 0, message 0
                          expected m: "5"
                          received 5
                        p.yaml:13:11: metadata_equals, batch 0, message 0
                          expected n: 1
                          received nothing
                        p.yaml:14:11: json_equals, batch 0, message 0
                          - expected
                          + received
                            {
                              "a": 1,
                              "b": {
                          -     "c": 1
                          +     "c": 1.0
                              }
                            }
                        p.yaml:15:11: json_contains, batch 0, message 0
                          - expected
                          + received
                            {
                          -   "b": {
                          -     "d": 1
                          -   }
                          +   "b": {}
                            }
                        p.yaml:16:11: bloblang, batch 0, message 0
                          it is false

                1 test: 0 passed, 1 failed
                """,
                ""));
  }

  @Test
  void anErrorThatAMessageCarriesIsShownWithItsPlace() throws IOException {
    Ran ran =
        testOf(
            "- mapping: root = this.a.uppercase()\n",
            """
            - name: no text
              input_batch: [{content: '{"a":1}'}]
              output_batches: [[{content_equals: A}]]
            """);

    assertThat(ran.out())
        .contains(
            "the message carries an error: failed assignment (line 1): expected string value, got"
                + " number from field `this.a` (1), at pipeline.processors[0].mapping (p.yaml:3:16)\n");
  }

  @Test
  void tooManyAndTooFewAreFailures() throws IOException {
    Ran ran =
        testOf(
            "- mapping: root = if this.drop.or(false) { deleted() }\n",
            """
            - name: too many
              input_batches:
                - [{content: '{}'}, {content: '{"drop":true}'}, {content: '{"n":2}'}]
                - [{content: '{"drop":true}'}]
              output_batches: [[{content_equals: '{}'}]]
            - name: too few
              input_batch: [{content: '{"drop":true}'}]
              output_batches: [[{content_equals: '{}'}]]
            - name: all dropped
              input_batch: [{content: '{"drop":true}'}]
              output_batches: []
            """);

    assertThat(ran.lines())
        .containsExactly(
            "p.yaml",
            "  FAIL  too many",
            "        p.yaml:9:23: batch 0",
            "          1 message expected, 2 received",
            "        p.yaml:9:5: batch 0, message 1",
            "          nothing expected, received {\"n\":2}",
            "  FAIL  too few",
            "        p.yaml:12:5: output_batches",
            "          1 batch expected, 0 received",
            "  ok    all dropped",
            "",
            "3 tests: 1 passed, 2 failed");
  }

  @Test
  void everyProcessorSeesTheWholeBatch() throws IOException {
    Ran ran =
        testOf(
            "- mapping: root.sum = json(\"n\").from_all().sum()\n",
            """
            - name: sum
              input_batch: [{json_content: {n: 1}}, {json_content: {n: 2}}]
              output_batches: [[{json_equals: {sum: 3}}, {json_equals: {sum: 3}}]]
            """);

    assertThat(ran.status()).isZero();
  }

  @Test
  void variablesHoldForTheTestThatSetsThem() throws IOException {
    write("p.yaml", CONFIG);
    write(
        "p_bento_test.yaml",
        """
        tests:
          - name: its own
            environment: {REGION: us}
            target_processors: /pipeline/processors/2
            input_batch: [{json_content: {minutes: 1}}]
            output_batches: [[{json_equals: {minutes: 1, region: us}}]]
          - name: the process's
            target_processors: /pipeline/processors/2
            input_batch: [{json_content: {minutes: 1}}]
            output_batches: [[{json_equals: {minutes: 1, region: asia}}]]
        """);

    assertThat(test(Map.of("REGION", "asia"), "p.yaml").status()).isZero();
    assertThat(test("p.yaml").out()).contains("ok    its own", "FAIL  the process's");
  }

  @Test
  void aTargetIsALabelOrInAnotherFileOrAMapping() throws IOException {
    write("p.yaml", CONFIG);
    write("other/q.yaml", "a:\n  - mapping: root.other = true\n");
    write("maps/m.blobl", "import \"./inner.blobl\"\nroot = this.apply(\"inner\")\n");
    write("maps/inner.blobl", "map inner {\n  root.inner = this.n\n}\n");
    write(
        "p_bento_test.yaml",
        """
        tests:
          - name: label
            target_processors: name
            input_batch: [{json_content: {kind: call}}]
            output_batches: [[{json_contains: {event_name: voice_call}}]]
          - name: other file
            target_processors: other/q.yaml#/a
            input_batch: [{content: '{}'}]
            output_batches: [[{json_equals: {other: true}}]]
          - name: mapping
            target_mapping: ./maps/m.blobl
            input_batch: [{json_content: {n: 5}}]
            output_batches: [[{json_equals: {inner: 5}}]]
        """);

    assertThat(test("p.yaml")).extracting(Ran::status, Ran::err).containsExactly(0, "");
  }

  @Test
  void filesAreReadBesideTheTestFile() throws IOException {
    write("in.json", "{\"a\":[1,2]}");
    write("out.json", "{ \"a\": [1, 2] }");
    write("part.json", "{ \"a\": [1] }");
    Ran ran =
        testOf(
            "- mapping: root = this\n",
            """
            - name: files
              input_batch: [{file_content: in.json}]
              output_batches:
                - - {file_equals: in.json, file_json_equals: out.json, file_json_contains: part.json}
            - name: not the same
              input_batch: [{file_content: in.json}]
              output_batches: [[{file_equals: out.json, file_json_equals: part.json}]]
            """);

    assertThat(ran.out())
        .contains(
            "ok    files", "FAIL  not the same", "file_equals, batch", "file_json_equals, batch");
  }

  @Test
  void aMisspeltKeyIsRefusedWithTheNearestName() throws IOException {
    write("p.yaml", CONFIG);
    write(
        "p_bento_test.yaml",
        """
        tests:
          - name: a
            inputbatch: []
            output_batches: [[{json_equal: {}}]]
            colour: red
        """);

    assertThat(test("p_bento_test.yaml"))
        .isEqualTo(
            new Ran(
                2,
                "\n0 tests: 0 passed, 0 failed, 1 file unusable\n",
                """
                p_bento_test.yaml:3:5: unknown key inputbatch: did you mean input_batch?
                p_bento_test.yaml:5:5: unknown key colour: known here are name, environment, target_processors, target_mapping, mocks, input_batch, input_batches, output_batches
                p_bento_test.yaml:4:24: unknown key json_equal: did you mean json_equals?
                """));
  }

  @Test
  void whatCannotBeReadIsToldAtOnce() throws IOException {
    Ran ran =
        testOf(
            "- mapping: root = this\n",
            """
            - input_batch: [{file_content: none.json, metadata: [1]}]
              output_batches:
                - - bloblang: this.a ==
                    content_matches: "("
                    json_equals: '{'
            """);

    assertThat(ran.status()).isEqualTo(2);
    assertThat(
            ran.err().lines().map(line -> line.replaceAll("(p.yaml:\\d+:\\d+: .{0,30}).*", "$1")))
        .contains(
            "p.yaml:5:5: a test has a name, and this ha",
            "p.yaml:5:20: the file none.json cannot be r",
            "p.yaml:5:55: metadata must be a section",
            "p.yaml:7:11: bloblang does not compile: lin",
            "p.yaml:8:11: content_matches is no pattern:",
            "p.yaml:9:11: json_equals is no JSON: unexpe");
  }

  @Test
  void aTargetThatCannotBeRunIsUnusable() throws IOException {
    Ran ran =
        testOf(
            "- mapping: root = this.a.upercase()\n",
            "- name: a\n  input_batch: [{content: x}]\n  output_batches: []\n");

    assertThat(ran)
        .isEqualTo(
            new Ran(
                2,
                "p.yaml\n\n0 tests: 0 passed, 0 failed, 1 file unusable\n",
                """
                p.yaml:5:5: the test "a" has nothing to run:
                  p.yaml:3:30: pipeline.processors[0].mapping does not compile: unrecognised method 'upercase', did you mean `uppercase`?
                    3 |     - mapping: root = this.a.upercase()
                      |                              ^
                """));
  }

  @Test
  void aFolderIsLookedThrough() throws IOException {
    write("a/p.yaml", CONFIG);
    write("a/p_bento_test.yaml", MOCKED);
    write("a/b/own.yaml", CONFIG + MOCKED);
    write(".hidden/own.yaml", CONFIG + MOCKED);
    write("a/values.yaml", "tested: true\n{{ a template, no YAML }}\n");

    assertThat(test("a").lines())
        .containsExactly(
            "a/b/own.yaml",
            "  ok    a call",
            "a/p_bento_test.yaml",
            "  ok    a call",
            "",
            "2 tests: 2 passed, 0 failed");
    assertThat(test("a/...").status()).isZero();
    assertThat(test("").out()).contains("2 passed");
  }

  @Test
  void withoutTestsTheCallIsUnusable() throws IOException {
    write("p.yaml", CONFIG);

    assertThat(test(""))
        .isEqualTo(
            new Ran(
                2,
                "",
                "no tests were found: name a test file, a configuration with tests, or a folder\n"));
    assertThat(test("p.yaml").err())
        .isEqualTo("p.yaml: has no tests: it needs a list under tests\n");
    assertThat(test("none.yaml").err()).isEqualTo("none.yaml: there is no such file\n");
    write("q_bento_test.yaml", MOCKED);
    assertThat(test("q_bento_test.yaml").err())
        .isEqualTo(
            "q_bento_test.yaml: tests the configuration q.yaml, and there is no such file\n");
  }

  @Test
  void aMappingThatDoesNotCompileIsToldWithItsLine() throws IOException {
    Ran ran =
        testOf(
            "- mapping: |\n    root = this\n    root.b = this.a.upercase()\n",
            "- {name: n, input_batch: [{content: x}], output_batches: []}\n");

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err())
        .isEqualTo(
            """
            p.yaml:7:5: the test "n" has nothing to run:
              p.yaml:5:25: pipeline.processors[0].mapping does not compile: unrecognised method 'upercase', did you mean `uppercase`?
                5 |         root.b = this.a.upercase()
                  |                         ^
            """);
  }

  @Test
  void aMockThatDoesNotCompileIsNoLineOfTheFile() throws IOException {
    Ran ran =
        testOf(
            "- mapping: root = this\n",
            "- {name: n, mocks: {/pipeline/processors/0: {maping: x}}, input_batch: [], output_batches: []}\n");

    assertThat(ran.err())
        .contains("unknown key pipeline.processors[0].maping")
        .doesNotContain("x}}");
  }

  @Test
  void coverageListsWhatNoTestRan() throws IOException {
    write("p.yaml", CONFIG);
    write("p_bento_test.yaml", MOCKED);

    assertThat(test("p.yaml", "--coverage"))
        .isEqualTo(
            new Ran(
                0,
                """
                p_bento_test.yaml
                  ok    a call

                p.yaml: 50% of the statements and branches ran (5 of 10)
                  p.yaml:6:74: no test runs this else branch
                      root.event_name = if this.kind == "call" { "voice_call" } else { throw("unknown kind") }
                  p.yaml:12:12: no test runs this if branch
                      if this.minutes > 60 {
                  p.yaml:13:11: no test runs this statement
                      root.long = true
                  p.yaml:14:19: no test runs this else if branch
                      } else if this.minutes < 0 {
                  p.yaml:15:11: no test runs this statement
                      root = deleted()

                1 test: 1 passed, 0 failed
                """,
                ""));
  }

  @Test
  void coverageCountsMappingsThatNoTestTargets() throws IOException {
    write("p.yaml", "pipeline:\n  processors:\n    - mapping: root = 1\n    - mapping: root = 2\n");
    write(
        "p_bento_test.yaml",
        """
        tests:
          - name: the first
            target_processors: /pipeline/processors/0
            input_batch: [{content: x}]
            output_batches: [[{content_equals: "1"}]]
        """);

    assertThat(test("p.yaml", "--coverage").out())
        .contains("p.yaml: 50%", "p.yaml:4:16: no test runs this statement\n      root = 2\n");
  }

  @Test
  void jsonHasALineForATestAndForAFile() throws IOException {
    write("p.yaml", CONFIG);
    write(
        "p_bento_test.yaml",
        MOCKED
            + """
              - name: another
                target_processors: name
                input_batch: [{json_content: {kind: sms}}]
                output_batches: [[{json_equals: {}}]]
            """);

    Ran ran = test("p.yaml", "--coverage", "--json");

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err()).isEmpty();
    assertThat(ran.lines()).hasSize(4);
    assertThat(ran.lines().get(0))
        .isEqualTo(
            "{\"column\":5,\"failures\":[],\"file\":\"p_bento_test.yaml\",\"line\":2,\"name\":\"a call\",\"passed\":true}");
    assertThat(ran.lines().get(1))
        .isEqualTo(
            "{\"column\":5,\"failures\":[{\"column\":24,\"error\":\"failed assignment (line 2): unknown"
                + " kind, at pipeline.processors[0].mapping (p.yaml:6:9)\",\"expected\":\"{}\",\"file\":"
                + "\"p_bento_test.yaml\",\"line\":11,\"received\":\"{\\n  \\\"kind\\\": \\\"sms\\\"\\n}\","
                + "\"what\":\"json_equals, batch 0, message 0\"}],\"file\":\"p_bento_test.yaml\","
                + "\"line\":8,\"name\":\"another\",\"passed\":false}");
    assertThat(ran.lines().get(2))
        .startsWith("{\"file\":\"p.yaml\",\"missed\":[{\"column\":12,\"kind\":\"if\",\"line\":12,");
    assertThat(ran.lines().get(3)).isEqualTo("{\"failed\":1,\"tests\":2,\"unusable\":0}");
  }

  @Test
  void colourIsForTerminals() throws IOException {
    write("own.yaml", CONFIG + MOCKED);

    assertThat(Ran.withColour("test", folder.toString()).out()).contains("\u001B[32mok");
    assertThat(Ran.command("test", folder.toString()).out()).doesNotContain("\u001B");
  }

  @Test
  void anchorsAndMergeKeysAreReadInTestsAndConfigurations() throws IOException {
    String tests =
        """
        - name: merged
          input_batch: [{json_content: &call {a: 1, b: 2}}]
          output_batches: [[{json_equals: {<<: *call, b: 3}}]]
        - name: not a section
          input_batch: [{json_content: {a: 1, b: 2}}]
          output_batches: [[{json_equals: {a: 1, b: 3}}]]
        """;
    String processors = "- &set {mutation: root.b = 3}\n- {<<: *set}\n";
    assertThat(testOf(processors, tests).status()).isZero();
    assertThat(testOf(processors, tests.replace("<<: *call", "<<: 1")).err())
        .isEqualTo(
            "p.yaml:8:42: no valid YAML: << merges a section, or a list of sections, that stands"
                + " before it\n");
  }
}
