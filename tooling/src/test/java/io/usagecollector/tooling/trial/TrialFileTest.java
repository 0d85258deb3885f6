package io.usagecollector.tooling.trial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.bloblang.Host;
import io.usagecollector.bloblang.Json;
import io.usagecollector.bloblang.Message;
import io.usagecollector.bloblang.Result;
import io.usagecollector.bloblang.Tracer;
import io.usagecollector.core.config.finding.ConfigException;
import io.usagecollector.core.config.mapping.CompiledMapping;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.EventOrigin;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.event.StreamId;
import io.usagecollector.core.place.Position;
import io.usagecollector.core.record.Part;
import io.usagecollector.core.record.RecordPipeline;
import io.usagecollector.core.sink.Formed;
import io.usagecollector.core.sink.flexprice.form.FlexpriceForm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The door for tools: some processors of a file, apart from the rest of it. */
class TrialFileTest {
  /** An output nobody could use, and a variable that is not set. */
  private static final String FILE =
      """
      input:
        kafka: {topics: [t]}
        processors:
          - mapping: root.from = "input"
      pipeline:
        processors:
          - label: first
            mapping: |
              root = this
              root.seen = batch_index()
          - label: second
            mutation: root.n = this.n + ${PLUS:1}
          - resource: shared
      processor_resources:
        - label: shared
          mapping: |
            root = this
            root.all = json("n").from_all()
      output:
        nonsense: {api_key: ${NOT_SET}}
      """;

  private static TrialFile file(String... variables) {
    Map<String, String> environment =
        variables.length == 0 ? Map.of() : Map.of(variables[0], variables[1]);
    return TrialFile.parse("pipeline.yaml", FILE, EnvironmentVariables.of(environment));
  }

  private static List<Message> batch(String... contents) {
    return Stream.of(contents).map(Message::of).toList();
  }

  private static List<String> run(TrialChain chain, String... contents) {
    return chain.run(batch(contents), Host.system()).stream().map(TrialFileTest::content).toList();
  }

  private static String content(Tried tried) {
    return new String(tried.message().content(), StandardCharsets.UTF_8);
  }

  private static String quoted(String text) {
    return text.replace('\'', '"');
  }

  @Test
  void everyProcessorSeesTheWholeBatch() {
    assertThat(run(file().processors(TrialFile.PIPELINE), "{\"n\":5}", "{\"n\":7}"))
        .containsExactly(
            "{\"all\":[6,8],\"n\":6,\"seen\":0}", "{\"all\":[6,8],\"n\":8,\"seen\":1}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          /pipeline/processors/0   | {'n':5,'seen':0}
          first                    | {'n':5,'seen':0}
          #/pipeline/processors/0  | {'n':5,'seen':0}
          #first                   | {'n':5,'seen':0}
          second                   | {'n':6}
          /pipeline/processors/2   | {'all':[5],'n':5}
          /processor_resources/0   | {'all':[5],'n':5}
          shared                   | {'all':[5],'n':5}
          /input/processors        | {'from':'input'}
          """)
  void aTargetIsAPointerOrALabel(String target, String made) {
    assertThat(run(file().processors(target), "{\"n\":5}")).containsExactly(quoted(made));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          /pipeline/processors/3 | pipeline.yaml: there is nothing at /pipeline/processors/3
          /pipeline/procesors    | pipeline.yaml: there is nothing at /pipeline/procesors
          /                      | pipeline.yaml: there is nothing at /
          third                  | pipeline.yaml: nothing has the label third: a target is a label, or a pointer such as /pipeline/processors
          /output                | pipeline.yaml:20:3: unknown key output.nonsense
          """)
  void aTargetThatIsNotThereIsToldSo(String target, String message) {
    assertThatThrownBy(() -> file().processors(target))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void variablesAreThoseOfTheEnvironmentGiven() {
    assertThat(run(file("PLUS", "10").processors("second"), "{\"n\":5}"))
        .containsExactly("{\"n\":15}");
  }

  @Test
  void aMockTakesTheComponentsPlaceAndItsLabel() {
    List<Mock> mocks =
        List.of(
            new Mock("/pipeline/processors/0", "mapping: 'root = {\"n\": 1}'"),
            new Mock("shared", "mapping: root.mocked = this.n"));
    assertThat(run(file().processors(TrialFile.PIPELINE, mocks), "{\"n\":5}"))
        .containsExactly("{\"mocked\":2}");
    assertThat(run(file().processors("first", mocks), "{\"n\":5}")).containsExactly("{\"n\":1}");
  }

  @Test
  void aMockOfWhatIsNotThereIsRefused() {
    List<Mock> mocks = List.of(new Mock("nobody", "noop: {}"), new Mock("/x/0", "noop: {}"));
    assertThatThrownBy(() -> file().processors(TrialFile.PIPELINE, mocks))
        .hasMessage(
            "pipeline.yaml: a mock names /x/0, which is not there\n"
                + "pipeline.yaml: a mock names the label nobody, which is not there");
  }

  @Test
  void aMocksMistakeStandsWhereTheMockDoes() {
    List<Mock> mocks = List.of(new Mock("second", "mapping: root = nonsense("));
    assertThatThrownBy(() -> file().processors(TrialFile.PIPELINE, mocks))
        .hasMessageStartingWith(
            "pipeline.yaml:11:7: pipeline.processors[1].mapping does not compile: ");
  }

  @Test
  void aMockThatIsNoYamlIsToldSo() {
    List<Mock> mocks = List.of(new Mock("second", "mapping: a: b"));
    assertThatThrownBy(() -> file().processors(TrialFile.PIPELINE, mocks))
        .hasMessageStartingWith("the mock of second:1:11: no valid YAML: ");
  }

  @Test
  void anotherFileIsFoundBesideThisOne(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("config.yaml"), FILE);
    Files.writeString(
        folder.resolve("other.yaml"), "pipeline: {processors: [{mapping: root = 1}]}");
    TrialFile file =
        TrialFile.load(folder.resolve("config.yaml"), EnvironmentVariables.of(Map.of()));
    assertThat(run(file.processors("other.yaml#/pipeline/processors"), "{}")).containsExactly("1");
    assertThatThrownBy(() -> file.processors("none.yaml#/pipeline/processors"))
        .hasMessageStartingWith("none.yaml: cannot be read");
  }

  @Test
  void aFaultStaysOnItsMessageWithItsPlace() {
    List<Tried> out =
        file().processors("second").run(batch("{\"n\":1}", "{}", "{\"n\":3}"), Host.system());
    assertThat(out).extracting(Tried::input).containsExactly(0, 1, 2);
    assertThat(out.get(1).message().fault()).isNotNull();
    assertThat(out.get(1).failedAt())
        .contains("pipeline.processors[1].mutation (pipeline.yaml:12:17)");
    assertThat(out.get(0).failedAt()).isEmpty();
  }

  @Test
  void anInputThatWasDroppedHasNoMessage() {
    TrialChain chain =
        TrialFile.parse(
                "p.yaml",
                "pipeline: {processors: [{mapping: \"root = if this.n == 2 { deleted() }\"}]}",
                EnvironmentVariables.of(Map.of()))
            .processors(TrialFile.PIPELINE);
    assertThat(chain.run(batch("{\"n\":1}", "{\"n\":2}", "{\"n\":3}"), Host.system()))
        .extracting(Tried::input)
        .containsExactly(0, 2);
    assertThat(chain.run(List.of(), Host.system())).isEmpty();
  }

  @Test
  void everyMappingIsShownWithItsPlace() {
    List<CompiledMapping> mappings = file().processors(TrialFile.PIPELINE).mappings();
    assertThat(mappings)
        .extracting(CompiledMapping::path)
        .containsExactly(
            "pipeline.processors[0].mapping",
            "pipeline.processors[1].mutation",
            "processor_resources[0].mapping");
    assertThat(mappings.getFirst().text()).isEqualTo("root = this\nroot.seen = batch_index()\n");
    assertThat(mappings.getFirst().at(2, 1)).isEqualTo(new Position(10, 9));
    assertThat(mappings.get(1).at(1, 1)).isEqualTo(new Position(12, 17));
  }

  @Test
  void processorsBoundToAStreamMakeEventsOfRecords() {
    var stream = new StreamId("local:test");
    String text =
        "pipeline: {processors: [{mapping: 'root = {\"event_name\":\"a\",\"external_customer_id\":\"c\"}'}]}";
    RecordPipeline pipeline =
        TrialFile.parse("p.yaml", text, EnvironmentVariables.of(Map.of()))
            .processors(TrialFile.PIPELINE)
            .bind(stream);
    var record =
        new SourceRecord(
            new Coordinates("t", 0, 7),
            1_764_585_000_000L,
            new byte[0],
            "{}".getBytes(UTF_8),
            List.of());
    assertThat(pipeline.process(record))
        .singleElement()
        .isInstanceOfSatisfying(
            Part.Ready.class,
            part -> {
              EventOrigin origin = EventOrigin.of(stream, record, part.ordinal());
              assertThat(new FlexpriceForm(List.of()).form(part.document(), origin))
                  .isInstanceOfSatisfying(
                      Formed.Sendable.class,
                      sendable -> {
                        assertThat(sendable.event().timestamp())
                            .isEqualTo("2025-12-01T10:30:00.000Z");
                        assertThat(sendable.event().eventId()).isEqualTo(origin.eventId());
                      });
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          root = deleted()                                   | f:1:1: the file holds no pipeline: it is no section
          [{mapping: root = this}]                           | f:1:1: the file holds no pipeline: it is no section
          {}                                                 | f:1:1: the file holds no pipeline: write pipeline.processors
          processor_resources: [{label: a, noop: {}}]        | f:1:1: the file holds no pipeline: processor_resources alone
          """)
  void aFileWithoutAPipelineIsRefused(String text, String words) {
    TrialFile file = TrialFile.parse("f", text, EnvironmentVariables.of(Map.of()));
    assertThatThrownBy(file::pipeline)
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith(words);
  }

  @Test
  void aTracerIsToldWhatRunsInPlacesOfTheFile() {
    var ran = new ArrayList<Tracer.Point>();
    TrialFile file = file("PLUS", "41").traced(point -> () -> ran.add(point));
    assertThat(run(file.processors(TrialFile.PIPELINE), "{\"n\":1}"))
        .containsExactly("{\"all\":[42],\"n\":42,\"seen\":0}");
    assertThat(ran)
        .containsExactly(
            point(9, 9, "root = this"),
            point(10, 9, "root.seen = batch_index()"),
            point(12, 17, "root.n = this.n + ${PLUS:1}"),
            point(17, 7, "root = this"),
            point(18, 7, "root.all = json(\"n\").from_all()"));
  }

  private static Tracer.Point point(int line, int column, String source) {
    return new Tracer.Point(Tracer.Kind.STATEMENT, "pipeline.yaml", line, column, source);
  }

  @Test
  void aMockBehindTheLastProcessorIsAppended() {
    Mock last = new Mock("/pipeline/processors/-", "mapping: root.last = this.n");
    assertThat(run(file().processors(TrialFile.PIPELINE, List.of(last)), "{\"n\":1}"))
        .containsExactly("{\"last\":2}");
  }

  @Test
  void aTracerIsNotToldOfMocks() {
    var told = new ArrayList<Integer>();
    file()
        .traced(point -> {
          told.add(point.line());
          return () -> {};
        })
        .processors(TrialFile.PIPELINE, List.of(new Mock("second", "mapping: root.mock = true")));
    assertThat(told).containsExactly(9, 10, 17, 18);
  }

  private static java.util.Optional<Generated> generated(String input) {
    return TrialFile.parse("p.yaml", "input: " + input, EnvironmentVariables.of(Map.of()))
        .generate();
  }

  @Test
  void aFileMayMakeUpItsMessages() {
    Generated made =
        generated("{generate: {mapping: 'root.n = 1', count: 10, interval: 1s}}").orElseThrow();
    assertThat(made.count()).isEqualTo(10);
    assertThat(made.batchSize()).isEqualTo(1);
    var next = (Result.Mapped) made.next(Host.system());
    assertThat(Json.text(next.message().structured())).isEqualTo("{\"n\":1}");
    assertThat(generated("{kafka: {topics: [t]}}")).isEmpty();
  }

  @Test
  void whatCannotBeGeneratedIsToldSo() {
    assertThatThrownBy(() -> generated("{generate: {interval: 1s}}"))
        .hasMessage("p.yaml:1:19: input.generate.mapping is missing");
    assertThatThrownBy(() -> generated("{generate: {mapping: 'root = ', counts: 1}}"))
        .hasMessageContaining("p.yaml:1:40: unknown key input.generate.counts: did you mean count?")
        .hasMessageContaining("input.generate.mapping does not compile");
    assertThatThrownBy(() -> generated("{generate: [1]}"))
        .hasMessageContaining("input.generate must be a section with a mapping");
  }

  @Test
  void whatTheFunctionRefusesIsRefusedHere() {
    String text = "pipeline: {processors: [{mapping: root = hostname()}]}";
    assertThatThrownBy(() ->
            TrialFile.parse("p.yaml", text, EnvironmentVariables.of(Map.of()))
                .processors(TrialFile.PIPELINE))
        .hasMessageContaining("hostname() depends on the process that runs it");
  }

  @Test
  void aFileThatIsNoYamlIsRefused() {
    assertThatThrownBy(() -> TrialFile.parse("p.yaml", "a: [", EnvironmentVariables.of(Map.of())))
        .hasMessageStartingWith("p.yaml:1:");
  }
}
