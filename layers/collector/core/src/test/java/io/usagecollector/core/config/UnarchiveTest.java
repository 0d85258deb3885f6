package io.usagecollector.core.config;

import static io.usagecollector.core.config.Pipelines.event;
import static io.usagecollector.core.config.Pipelines.processors;
import static io.usagecollector.core.config.Pipelines.reason;
import static io.usagecollector.core.config.Pipelines.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.core.event.EventId;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.record.Part;
import io.usagecollector.core.record.RecordPipeline;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Several events out of one record. */
class UnarchiveTest {
  private static final String ARRAY = "- unarchive: {format: json_array}\n";
  private static final String EVENT =
      """
      - mapping: |
          root.event_name = "call"
          root.external_customer_id = "c"
          root.properties = {"n": this.n, "r": random_int(), "id": uuid_v4()}
      """;

  private static SourceRecord array(List<Integer> numbers) {
    return record(
        numbers.stream().map(n -> "{\"n\":" + n + "}").collect(Collectors.joining(",", "[", "]")));
  }

  private static String id(int ordinal) {
    return EventId.of(Pipelines.STREAM, record("").at(), Pipelines.TIME, ordinal);
  }

  private static String json(Part part) {
    return new String(event(part, record("")).json(), StandardCharsets.UTF_8);
  }

  private static List<String> ids(List<Part> parts) {
    return parts.stream().map(part -> event(part, record("")).eventId()).toList();
  }

  @Test
  void eachElementIsAnEventOfItsOwn() {
    List<Part> parts = processors(ARRAY + EVENT).process(array(List.of(5, 6, 7)));
    assertThat(ids(parts)).containsExactly(id(0), id(1), id(2));
    assertThat(parts).extracting(Part::ordinal).containsExactly(0, 1, 2);
    assertThat(json(parts.get(1))).contains("\"n\":6");
  }

  /** Whatever is dropped, by which step: every part is there, and no other's event changes. */
  @Property(tries = 200)
  void aFilterMovesNoOrdinalAndNoOtherEvent(
      @ForAll @Size(max = 12) List<@IntRange(max = 9) Integer> numbers,
      @ForAll @IntRange(max = 9) int dropped,
      @ForAll boolean early) {
    String filter = "- mapping: root = if this.n == " + dropped + " { deleted() }\n";
    String late = "- mapping: root = if this.properties.n == " + dropped + " { deleted() }\n";
    SourceRecord record = array(numbers);
    List<Part> all = processors(ARRAY + EVENT).process(record);
    List<Part> some =
        processors(early ? ARRAY + filter + EVENT : ARRAY + EVENT + late).process(record);
    assertThat(some).hasSameSizeAs(all);
    for (int i = 0; i < numbers.size(); i++) {
      assertThat(some.get(i).ordinal()).isEqualTo(i);
      if (numbers.get(i) == dropped) {
        assertThat(some.get(i)).isEqualTo(new Part.Filtered(i));
      } else {
        assertThat(json(some.get(i))).isEqualTo(json(all.get(i)));
      }
    }
  }

  /** Parts that fail, are dropped, and go through add up to what was taken apart. */
  @Property(tries = 200)
  void thePartsAddUp(@ForAll @Size(min = 1, max = 12) List<@IntRange(max = 3) Integer> numbers) {
    String mixed =
        """
        - mapping: |
            root = match this.n {
              0 => deleted()
              1 => throw("one")
              2 => "no event"
              _ => {"event_name": "e", "external_customer_id": "c"}
            }
        """;
    List<Part> parts = processors(ARRAY + mixed).process(array(numbers));
    assertThat(parts)
        .extracting(Part::ordinal)
        .containsExactlyElementsOf(IntStream.range(0, numbers.size()).boxed().toList());
    for (Part part : parts) {
      assertThat(part)
          .isInstanceOf(
              switch (numbers.get(part.ordinal())) {
                case 0 -> Part.Filtered.class;
                case 1, 2 -> Part.Faulted.class;
                default -> Part.Ready.class;
              });
    }
  }

  @Test
  void aRecordThatIsNotTakenApartHasTheIdItAlwaysHad() {
    var parts = processors(EVENT).process(record("{\"n\":1}"));
    assertThat(ids(parts)).containsExactly(id(0));
    assertThat(ids(processors(ARRAY + EVENT).process(record("[{\"n\":1}]"))))
        .containsExactly(id(0));
  }

  @Test
  void anEmptyArrayIsFiltered() {
    assertThat(processors(ARRAY + EVENT).process(record("[]")))
        .containsExactly(new Part.Filtered(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}    | failed to parse message into JSON array: invalid type 'map[string]interface {}'
          "a"   | failed to parse message into JSON array: invalid type 'string'
          5     | failed to parse message into JSON array: invalid type 'json.Number'
          true  | failed to parse message into JSON array: invalid type 'bool'
          null  | failed to parse message into JSON array: invalid type '<nil>'
          nul   | failed to parse message into JSON array: unexpected EOF
          """)
  void whatIsNoArrayStaysWholeAndFlagged(String value, String text) {
    RecordPipeline pipeline = processors(ARRAY);
    assertThat(pipeline.process(record(value))).hasSize(1);
    assertThat(reason(pipeline, record(value)).safeText())
        .isEqualTo("pipeline.processors[0].unarchive (pipeline.yaml:4:7) failed: " + text);
  }

  @Test
  void itsPartsHaveItsMetadataAndAreABatch() {
    String event =
        """
        - mapping: |
            root.event_name = "call"
            root.external_customer_id = "c"
            root.event_id = "e" + batch_index().string()
            root.timestamp = "2025-12-01T10:30:00Z"
            root.properties.topic = @kafka_topic
            root.properties.all = json("n").from_all()
            root.properties.first = json("n").from(0)
        """;
    List<Part> parts = processors(ARRAY + event).process(array(List.of(5, 6)));
    assertThat(json(parts.get(1)))
        .isEqualTo(
            "{\"event_name\":\"call\",\"external_customer_id\":\"c\",\"event_id\":\"e1\","
                + "\"timestamp\":\"2025-12-01T10:30:00Z\","
                + "\"properties\":{\"all\":[5,6],\"first\":5,\"topic\":\"calls\"}}");
  }

  @Test
  void eachPartFailsForItselfAndIsCaughtForItself() {
    String steps =
        ARRAY
            + """
            - try:
                - mapping: 'root = if this.n == 2 { throw("two") }'
                - mapping: root.n = this.n * 10
            - catch:
                - mapping: root.n = error()
            - mapping: |
                root.event_name = this.n.string()
                root.external_customer_id = "c"
            """;
    List<Part> parts = processors(steps).process(array(List.of(1, 2, 3)));
    assertThat(parts)
        .extracting(part -> event(part, record("")).eventName())
        .containsExactly("10", "failed assignment (line 1): two", "30");
  }

  /** Upstream lets the first part's flag decide for all of them: we do as its documents say. */
  @Test
  void withinATryEachPartFailsForItself() {
    String steps =
        """
        - try:
            - unarchive: {format: json_array}
            - mapping: 'root = if this.n == 1 { throw("one") }'
            - mapping: |
                root.event_name = "ran"
                root.external_customer_id = "c"
        """;
    List<Part> parts = processors(steps).process(array(List.of(1, 2, 3)));
    assertThat(parts.get(0)).isInstanceOf(Part.Faulted.class);
    assertThat(json(parts.get(1))).contains("ran");
    assertThat(json(parts.get(2))).contains("ran");
  }

  @Test
  void aFlagFromBeforeIsEveryPartsFlag() {
    String steps = "- mapping: root = throw(\"before\")\n" + ARRAY;
    List<Part> parts = processors(steps).process(array(List.of(1, 2)));
    assertThat(parts)
        .extracting(part -> ((Part.Faulted) part).reason().safeText())
        .containsOnly(
            "pipeline.processors[0].mapping (pipeline.yaml:4:16) failed: failed assignment (line 1):"
                + " before");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "none",
      value = {"``|1", "`a`|1", "`a\nb`|2", "`a\n`|2", "`\n`|2", "`a\r\nb`|2", "`\n\n`|3"})
  void linesAreWhatStandsBetweenLineFeeds(String value, int parts) {
    assertThat(processors("- unarchive: {format: lines}").process(record(value))).hasSize(parts);
  }

  @Test
  void aLineIsADocument() {
    List<Part> parts =
        processors("- unarchive: {format: lines}\n" + EVENT)
            .process(record("{\"n\":1}\n{\"n\":\n{\"n\":3}"));
    assertThat(json(parts.get(0))).contains("\"n\":1");
    assertThat(parts.get(1)).isInstanceOf(Part.Faulted.class);
    assertThat(event(parts.get(2), record("")).eventId()).isEqualTo(id(2));
  }

  @Test
  void aRecordBuiltToExhaustTheFunctionStaysWhole() {
    var zeros = new ArrayList<String>(java.util.Collections.nCopies(10_001, "0"));
    assertThat(processors(ARRAY).process(record("[" + String.join(",", zeros) + "]")))
        .hasSize(1)
        .first()
        .extracting(part -> ((Part.Faulted) part).reason().safeText())
        .asString()
        .endsWith("the message has 10001 parts or more, and is taken apart into 10000 at most");
    zeros.removeLast();
    assertThat(processors(ARRAY).process(record(zeros.toString()))).hasSize(10_000);
    assertThat(processors("- unarchive: {format: lines}").process(record("\n".repeat(50_000))))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- unarchive: {format: json_array}\n- unarchive: {format: lines}",
        "- try: [unarchive: {format: lines}]\n- catch: [unarchive: {format: lines}]",
        "- for_each: [unarchive: {format: lines}, unarchive: {format: lines}]",
        "- switch: [{check: this.a, processors: [unarchive: {format: lines}]}]\n"
            + "- processors: [unarchive: {format: lines}]",
        """
        - switch:
            - {fallthrough: true, processors: [unarchive: {format: lines}]}
            - {processors: [unarchive: {format: lines}]}
        """,
      })
  void aRecordIsTakenApartOnce(String steps) {
    assertThatThrownBy(() -> processors(steps))
        .hasMessageContaining(
            "may take apart what was taken apart before, and the ids of its parts would then"
                + " depend on what was dropped in between: take a record apart once");
  }

  @Test
  void casesMayEachTakeItApart() {
    String steps =
        """
        - switch:
            - check: content().string().has_prefix("[")
              processors: [unarchive: {format: json_array}]
            - processors: [unarchive: {format: lines}]
        """;
    assertThat(processors(steps).process(record("[1,2,3]"))).hasSize(3);
    assertThat(processors(steps).process(record("1\n2"))).hasSize(2);
  }

  @Test
  void aBranchTakesNothingApart() {
    String steps = "- branch: {processors: [try: [unarchive: {format: lines}]]}";
    assertThatThrownBy(() -> processors(steps))
        .hasMessage(
            "pipeline.yaml:4:35: pipeline.processors[0].branch.processors[0].try[0].unarchive"
                + " cannot be had in a branch, which must give one message for each it was given:"
                + " take the record apart before or after it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          json_documents | json_documents cannot be had here: write lines, a document a line
          json_map       | json_map cannot be had here: make an array of it with key_values()
          csv            | csv cannot be had here: make an array of it with parse_csv()
          csv:;          | csv cannot be had here: make an array of it with parse_csv()
          tar            | tar cannot be had here: produce records of JSON: the formats here are json_array and lines
          json_arrays    | 'json_arrays' is none: the formats here are json_array and lines
          """)
  void otherFormatsAreRefusedByName(String format, String why) {
    assertThatThrownBy(() -> processors("- unarchive: {format: \"" + format + "\"}"))
        .hasMessage("pipeline.yaml:4:27: pipeline.processors[0].unarchive.format " + why);
  }

  @Test
  void aFormatThatIsMissingIsToldSo() {
    assertThatThrownBy(() -> processors("- unarchive: {}"))
        .hasMessageContaining("unarchive.format is missing: the formats here are");
    assertThatThrownBy(() -> Pipelines.config("- unarchive: lines", Map.of()))
        .hasMessageContaining("unarchive must be a section with a format");
  }
}
