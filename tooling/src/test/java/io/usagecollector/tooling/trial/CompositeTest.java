package io.usagecollector.tooling.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.bloblang.Fault;
import io.usagecollector.bloblang.Host;
import io.usagecollector.bloblang.Message;
import io.usagecollector.core.config.finding.Notice;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Processors that hold others, on batches; the answers are those of the real engines. */
class CompositeTest {
  private static TrialChain chain(String steps) {
    String text = "pipeline:\n  processors:\n" + steps.indent(4);
    return TrialFile.parse("pipeline.yaml", text, EnvironmentVariables.of(Map.of()))
        .processors(TrialFile.PIPELINE);
  }

  private static List<Tried> tried(String steps, String... contents) {
    return chain(steps).run(Stream.of(contents).map(Message::of).toList(), Host.system());
  }

  /** Each message that came out, and its fault. */
  private static List<String> run(String steps, String... contents) {
    return tried(steps, contents).stream().map(CompositeTest::said).toList();
  }

  private static String said(Tried tried) {
    Fault fault = tried.message().fault();
    String content = new String(tried.message().content(), StandardCharsets.UTF_8);
    return fault == null ? content : content + " ! " + fault.text();
  }

  private static String n(int n) {
    return "{\"n\":" + n + "}";
  }

  @Test
  void aSwitchTakesTheFirstCaseThatIsTrueAndKeepsTheOrder() {
    String steps =
        """
        - switch:
            - check: this.n == 2
              processors: [{mapping: 'root.case = "two"'}]
            - check: this.n > 2
              processors: [{mapping: 'root.case = "more"'}]
        """;
    assertThat(run(steps, n(3), n(2), n(1)))
        .containsExactly("{\"case\":\"more\"}", "{\"case\":\"two\"}", n(1));
  }

  @Test
  void aCaseWithoutACheckTakesAll() {
    String steps =
        """
        - switch:
            - check: ""
              processors: [{mapping: root.all = batch_index()}]
            - processors: [{mapping: root = deleted()}]
        """;
    assertThat(run(steps, n(1), n(2))).containsExactly("{\"all\":0}", "{\"all\":1}");
  }

  @Test
  void whatFallsThroughComesFirstInTheNextCase() {
    String steps =
        """
        - switch:
            - check: this.n == 2
              fallthrough: true
              processors: [{mapping: 'root = this.assign({"fell":true})'}]
            - processors: [{mutation: root.at = batch_index()}]
        """;
    assertThat(run(steps, n(1), n(2)))
        .containsExactly("{\"at\":1,\"n\":1}", "{\"at\":0,\"fell\":true,\"n\":2}");
  }

  /** Upstream loses it, silently: an event that is not billed. */
  @Test
  void whatFallsThroughTheLastCaseGoesOn() {
    String steps =
        """
        - switch:
            - check: this.n == 1
              fallthrough: true
              processors: [{mutation: root.fell = true}]
        """;
    assertThat(run(steps, n(1), n(2))).containsExactly("{\"fell\":true,\"n\":1}", n(2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          5                  | expected bool value, got number from mapping (5)
          "x"                | invalid character 'x' looking for beginning of value
          this               | expected bool value, got object from mapping
          deleted()          | query mapping resulted in deleted message, expected a boolean value
          this.a             | expected bool value, got null from mapping
          [1]                | expected bool value, got array from mapping
          this.n.uppercase() | failed assignment (line 1): expected string value, got number from field `this.n` (1)
          """)
  void aCheckThatFailsFlagsTheMessageAndItGoesToNoCase(String check, String fault) {
    String steps =
        "- switch:\n"
            + ("- check: '" + check + "'\n  processors: [{mapping: root = deleted()}]\n").indent(4)
            + "    - processors: [{mapping: root = deleted()}]\n";
    assertThat(run(steps, n(1))).containsExactly(n(1) + " ! " + fault);
    assertThat(tried(steps, n(1)).getFirst().failedAt())
        .contains("pipeline.processors[0].switch[0].check (pipeline.yaml:4:19)");
  }

  @Test
  void theTextTrueIsTrue() {
    assertThat(
            run("- switch: [{check: '\"true\"', processors: [{mapping: root.took = true}]}]", n(1)))
        .containsExactly("{\"took\":true}");
  }

  @Test
  void aCaseTakesMessagesApartInTheirPlace() {
    String steps =
        """
        - switch:
            - check: this.n == 2
              processors:
                - mapping: 'root = [this, {"n":"part"}]'
                - unarchive: {format: json_array}
        """;
    assertThat(run(steps, n(1), n(2), n(3))).containsExactly(n(1), n(2), "{\"n\":\"part\"}", n(3));
  }

  @Test
  void aBranchMapsAResultBack() {
    String steps =
        """
        - branch:
            request_map: |
              root = {"r": this.n}
              meta req = "yes"
            processors:
              - mapping: |
                  root.res = this.r + 1
                  meta kept = "changed"
            result_map: |
              root.a = this.res
              root.req = metadata("req")
              root.kept = metadata("kept")
              root.all = @
        """;
    assertThat(run(steps, n(1)))
        .containsExactly("{\"a\":2,\"all\":{},\"kept\":\"changed\",\"n\":1,\"req\":\"yes\"}");
  }

  @Test
  void aDeletedRequestGoesBy() {
    String steps =
        """
        - branch:
            request_map: root = if this.n == 2 { deleted() }
            processors: [{mapping: root.i = batch_index()}]
            result_map: root.got = this
        """;
    assertThat(run(steps, n(1), n(2), n(3)))
        .containsExactly("{\"got\":{\"i\":0},\"n\":1}", "{\"n\":2}", "{\"got\":{\"i\":1},\"n\":3}");
  }

  @Test
  void withoutMapsTheRequestIsTheMessageAndTheResultIsLost() {
    assertThat(run("- branch: {processors: [{mapping: root = 1}]}", n(1))).containsExactly(n(1));
    assertThat(
            run(
                "- branch: {processors: [{mutation: root.x = 1}], result_map: root.got = this}",
                n(1)))
        .containsExactly("{\"got\":{\"n\":1,\"x\":1},\"n\":1}");
  }

  @Test
  void aBranchNeverDrops() {
    String steps = "- branch: {processors: [{noop: {}}], result_map: root = deleted()}";
    assertThat(run(steps, n(1))).containsExactly(n(1));
  }

  @Test
  void eachPlaceOfABranchSaysWhatFailed() {
    String steps =
        """
        - branch:
            request_map: 'root = if this.n == 1 { throw("req") }'
            processors: [{mapping: 'root.v = if content().length() == 0 { 1 } else { this }'}, {mapping: 'meta x = throw("proc")'}]
        """;
    assertThat(run(steps, n(1), n(2)))
        .containsExactly(
            n(1) + " ! request mapping failed: failed assignment (line 1): req",
            n(2) + " ! processors failed: failed assignment (line 1): proc");
    assertThat(tried(steps, n(1), n(2)))
        .extracting(tried -> tried.failedAt().orElse(""))
        .containsExactly(
            "pipeline.processors[0].branch.request_map (pipeline.yaml:4:23)",
            "pipeline.processors[0].branch.processors[1].mapping (pipeline.yaml:5:103)");
  }

  @Test
  void aResultThatFailsKeepsWhatItChanged() {
    String steps =
        """
        - branch:
            processors: [{noop: {}}]
            result_map: |
              root.a = 1
              root.b = throw("x")
        """;
    assertThat(run(steps, n(1)))
        .containsExactly(
            "{\"a\":1,\"n\":1} ! result mapping failed: failed assignment (line 2): x");
  }

  @Test
  void aBranchThatDropsFailsTheWholeBatch() {
    String steps =
        """
        - branch:
            request_map: root = if this.n == 2 { deleted() } else { this }
            processors: [{mapping: 'root = if this.n == 3 { deleted() }'}]
            result_map: root.second = true
        """;
    String fault =
        " ! message count from branch processors does not match request,"
            + " started with 2 messages, finished with 3";
    assertThat(run(steps, n(1), n(2), n(3)))
        .containsExactly(n(1) + fault, n(2) + fault, n(3) + fault);
    assertThat(run("- branch: {processors: [{mapping: root = deleted()}]}", n(1)))
        .containsExactly(n(1) + " ! child processors resulted in zero messages");
  }

  @Test
  void aFlagFromBeforeStaysOutsideOfABranch() {
    String steps =
        """
        - mapping: root = throw("before")
        - branch:
            processors: [{try: [{mapping: root.ran = true}]}]
            result_map: root.got = this
        """;
    assertThat(run(steps, n(1)))
        .containsExactly("{\"got\":{\"ran\":true},\"n\":1} ! failed assignment (line 1): before");
  }

  @Test
  void forEachMakesABatchOfEachMessage() {
    String steps = "- for_each: [{mapping: root.all = json(\"n\").from_all()}]";
    assertThat(run(steps, n(1), n(2))).containsExactly("{\"all\":[1]}", "{\"all\":[2]}");
  }

  @Test
  void processorsAreOneStep() {
    String steps = "- processors: [{mutation: root.a = 1}, {mutation: root.b = batch_index()}]";
    assertThat(run(steps, n(1), n(2)))
        .containsExactly("{\"a\":1,\"b\":0,\"n\":1}", "{\"a\":1,\"b\":1,\"n\":2}");
  }

  @Test
  void tryAndCatchSeeEachMessageByItself() {
    String steps =
        """
        - try:
            - mapping: 'root = if this.n == 1 { throw("one") }'
            - mutation: root.i = batch_index()
        - catch:
            - mutation: root.err = error()
        """;
    assertThat(run(steps, n(1), n(2)))
        .containsExactly(
            "{\"err\":\"failed assignment (line 1): one\",\"n\":1}", "{\"i\":0,\"n\":2}");
  }

  /** A fault within a catch is taken off too: upstream so, and a trap. */
  @Test
  void aCatchHealsItsOwnFaults() {
    String steps =
        """
        - mapping: root = throw("one")
        - catch:
            - mapping: root = throw("two")
            - try: [{mapping: root = deleted()}]
        """;
    assertThat(run(steps, n(1))).containsExactly(n(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          - switch: []                   | pipeline.yaml:3:7: pipeline.processors[0].switch must be a list of cases
          - switch: {check: this.a}      | pipeline.yaml:3:7: pipeline.processors[0].switch must be a list of cases
          - switch: [{check: this.a}]    | pipeline.yaml:3:16: pipeline.processors[0].switch[0] has no processors: write processors: [{noop: {}}]
          - switch: [{chek: this.a, processors: [{noop: {}}]}] | pipeline.yaml:3:17: unknown key pipeline.processors[0].switch[0].chek: did you mean check?
          - switch: [{check: this.., processors: [{noop: {}}]}] | pipeline.yaml:3:29: pipeline.processors[0].switch[0].check does not compile
          - switch: [{fallthrough: yes, processors: [{noop: {}}]}] | pipeline.yaml:3:30: pipeline.processors[0].switch[0].fallthrough is 'yes': it is true or false
          - branch: {processors: []}     | pipeline.yaml:3:15: pipeline.processors[0].branch has no processors
          - branch: []                   | pipeline.yaml:3:7: pipeline.processors[0].branch must be a section with request_map, processors and result_map
          - branch: {request: x, processors: [{noop: {}}]} | pipeline.yaml:3:16: unknown key pipeline.processors[0].branch.request
          - for_each: {mapping: root = 1} | pipeline.yaml:3:17: pipeline.processors[0].for_each must be a list of processors
          - resource: nobody             | pipeline.yaml:3:17: pipeline.processors[0].resource names no entry of processor_resources: there is none
          - dedupe: {cache: c, key: k}   | pipeline.yaml:3:7: pipeline.processors[0].dedupe cannot be had here: it keeps a state of its own
          - archive: {format: lines}     | pipeline.yaml:3:7: pipeline.processors[0].archive cannot be had here: a pipeline batch is one record
          - group_by: []                 | pipeline.yaml:3:7: pipeline.processors[0].group_by cannot be had here: a pipeline batch is one record
          - group_by_value: {value: x}   | pipeline.yaml:3:7: pipeline.processors[0].group_by_value cannot be had here: a pipeline batch is one record
          """)
  void aMistakeIsToldWithItsPlace(String step, String message) {
    assertThatThrownBy(() -> chain(step)).hasMessageStartingWith(message);
  }

  @Test
  void aRateLimitIsIgnoredWithANotice() {
    TrialChain chain = chain("- rate_limit: {resource: r}\n- mutation: root.on = true");
    assertThat(chain.notices())
        .extracting(Notice::text)
        .containsExactly(
            "pipeline.processors[0].rate_limit is ignored: limit the concurrency of the function's"
                + " trigger instead; the billing service's answers set the pace");
    assertThat(chain.run(List.of(Message.of("{}")), Host.system())).hasSize(1);
  }

  @Test
  void aResourceThatRefersToItselfIsRefused() {
    String text =
        """
        pipeline: {processors: [{resource: a}]}
        processor_resources:
          - {label: a, try: [{resource: b}]}
          - {label: b, resource: a}
        """;
    assertThatThrownBy(() ->
            TrialFile.parse("p.yaml", text, EnvironmentVariables.of(Map.of()))
                .processors(TrialFile.PIPELINE))
        .hasMessage("p.yaml:4:26: processor_resources[1].resource: a refers to itself");
  }
}
