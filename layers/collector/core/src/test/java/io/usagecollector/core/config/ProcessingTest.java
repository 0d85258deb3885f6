package io.usagecollector.core.config;

import static io.usagecollector.core.config.Pipelines.mapping;
import static io.usagecollector.core.config.Pipelines.processors;
import static io.usagecollector.core.config.Pipelines.reason;
import static io.usagecollector.core.config.Pipelines.record;
import static io.usagecollector.core.config.Pipelines.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.RecordHeader;
import io.usagecollector.core.record.Part;
import io.usagecollector.core.record.RecordPipeline;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the processors make of a record, one message a record. */
class ProcessingTest {
  private static final String EVENT =
      """
      root.event_name = "call"
      root.external_customer_id = this.customer
      root.event_id = "e"
      root.timestamp = "2025-12-01T10:30:00Z"
      """;

  private static String event(String rest) {
    return "{\"event_name\":\"call\",\"external_customer_id\":\"c1\",\"event_id\":\"e\","
        + "\"timestamp\":\"2025-12-01T10:30:00Z\""
        + rest
        + "}";
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void theGuidesMappingMakesTheGuidesEvent() {
    RecordPipeline pipeline =
        mapping(
            """
            # Transform Vapi events to Flexprice format
            root.event_name = "voice_call"
            root.external_customer_id = this.customer_id
            root.properties = {
              "duration_seconds": this.duration_seconds,
              "model": this.model,
              "call_id": this.call_id
            }
            root.source = "vapi-production"
            root.timestamp = this.timestamp
            """);
    assertThat(
            sent(
                pipeline,
                record(
                    """
                    {"call_id":"call_123","customer_id":"vapi_cust_456","duration_seconds":120,
                    "model":"gpt-4","timestamp":"2025-12-01T10:30:00Z"}
                    """)))
        .isEqualTo(
            "{\"event_name\":\"voice_call\",\"external_customer_id\":\"vapi_cust_456\","
                + "\"event_id\":\"uc1_"
                + "19e5239ce262bfae1d131309d57a39931e386cc3\","
                + "\"timestamp\":\"2025-12-01T10:30:00Z\",\"source\":\"vapi-production\","
                + "\"properties\":{\"call_id\":\"call_123\",\"duration_seconds\":120,"
                + "\"model\":\"gpt-4\"}}");
  }

  @Test
  void withoutProcessorsTheRecordIsTheEvent() {
    assertThat(sent(processors("[]"), record(event(",\"source\":\"s\""))))
        .isEqualTo(event(",\"source\":\"s\""));
  }

  @Test
  void aDroppedMessageIsFiltered() {
    assertThat(mapping("root = deleted()").process(record("{}")))
        .containsExactly(new Part.Filtered(0));
  }

  @Test
  void metadataHasUpstreamsNamesAndTypesAndGoesOverHeaders() {
    RecordPipeline pipeline = mapping(EVENT + "root.properties = @");
    assertThat(
            sent(
                pipeline,
                record(
                    "{\"customer\":\"c1\"}",
                    utf8("key"),
                    new RecordHeader("h", utf8("first")),
                    new RecordHeader("kafka_offset", utf8("from a header")),
                    new RecordHeader("none", null),
                    new RecordHeader("h", utf8("last")))))
        .isEqualTo(
            event(
                ",\"properties\":{\"h\":\"last\",\"kafka_key\":\"key\",\"kafka_offset\":42,"
                    + "\"kafka_partition\":3,\"kafka_timestamp_ms\":1764585000250,"
                    + "\"kafka_timestamp_unix\":1764585000,"
                    + "\"kafka_timestamp_unix_ms\":1764585000250,"
                    + "\"kafka_tombstone_message\":false,\"kafka_topic\":\"calls\",\"none\":\"\"}"));
  }

  @Test
  void aNullKeyIsAnEmptyOneAndTheLagIsAbsent() {
    RecordPipeline pipeline =
        mapping(
            EVENT
                + "root.properties = {\"key\": meta(\"kafka_key\"), \"at\": @kafka_key, \"lag\": @kafka_lag}");
    assertThat(sent(pipeline, record("{\"customer\":\"c1\"}")))
        .isEqualTo(event(",\"properties\":{\"at\":\"\",\"key\":null,\"lag\":null}"));
  }

  @Test
  void metadataThatOneMappingSetsTheNextOneReads() {
    RecordPipeline pipeline =
        processors(
            """
            - mapping: |
                meta kept = this.customer
                root = this
            - mapping: |
                root.event_name = "call"
                root.external_customer_id = @kept
                root.event_id = "e"
                root.timestamp = "2025-12-01T10:30:00Z"
            """);
    assertThat(sent(pipeline, record("{\"customer\":\"c1\"}"))).isEqualTo(event(""));
  }

  @Test
  void aFailedMappingLeavesTheMessageFlaggedAndItIsNeverBilled() {
    RecordPipeline pipeline =
        processors(
            """
            - mapping: |
                root = this
                root.properties.n = this.missing + 1
            - mapping: |
                root = this
            """);
    Reason reason = reason(pipeline, record(event("")));
    assertThat(reason.kind()).isEqualTo(Reason.Kind.MAPPING_FAULT);
    assertThat(reason.safeText())
        .startsWith("pipeline.processors[0].mapping (pipeline.yaml:6:9) failed: ");
  }

  @Test
  void catchTakesTheFlagOffAndTheMessageIsAsItWasBefore() {
    RecordPipeline pipeline =
        processors(
            """
            - mapping: |
                root = this.missing.uppercase()
            - catch:
                - mapping: |
                    root = this
                    root.source = "caught"
            """);
    assertThat(sent(pipeline, record(event("")))).isEqualTo(event(",\"source\":\"caught\""));
    assertThat(sent(processors("- catch:\n    - mapping: root = deleted()"), record(event(""))))
        .isEqualTo(event(""));
  }

  @Test
  void aFailedMutationKeepsWhatItChanged() {
    RecordPipeline pipeline =
        processors(
            """
            - mutation: |
                root.source = "changed"
                root.properties = this.missing.uppercase()
            - catch: []
            """);
    assertThat(sent(pipeline, record(event("")))).isEqualTo(event(",\"source\":\"changed\""));
  }

  @Test
  void tryStopsAtTheFirstFault() {
    RecordPipeline pipeline =
        processors(
            """
            - try:
                - mapping: root = this.missing.uppercase()
                - mapping: root = deleted()
            """);
    assertThat(reason(pipeline, record(event(""))).safeText())
        .startsWith("pipeline.processors[0].try[0].mapping (pipeline.yaml:5:20) failed: ");
  }

  @Test
  void tryDoesNotTouchWhatIsFlaggedFromBefore() {
    RecordPipeline pipeline =
        processors(
            """
            - mapping: root = this.missing.uppercase()
            - try:
                - mapping: root = deleted()
            """);
    assertThat(pipeline.process(record(event(""))).getFirst()).isInstanceOf(Part.Faulted.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not json", "{\"a\":", "{} {}", "nul", "\u0000", "{\"a\":1,}"})
  void whatIsNoJsonFailsAMappingThatReadsIt(String value) {
    Reason reason = reason(mapping(EVENT), record(value));
    assertThat(reason.kind()).isEqualTo(Reason.Kind.MAPPING_FAULT);
    assertThat(reason.safeText())
        .startsWith("pipeline.processors[0].mapping (pipeline.yaml:6:9) failed: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"not json", "{\"a\":", "{} {}", "nul"})
  void whatIsNoJsonIsNoEvent(String value) {
    assertThat(reason(processors("[]"), record(value)).safeText())
        .startsWith("an event must be a JSON object, and this is no JSON: ");
  }

  @Test
  void emptyAndTombstoneAreToldApart() {
    assertThat(reason(processors("[]"), record("")))
        .isEqualTo(Reason.of(Reason.Kind.INVALID_EVENT, "there is no event: the message is empty"));
    assertThat(reason(processors("[]"), record((byte[]) null)))
        .isEqualTo(
            Reason.of(
                Reason.Kind.INVALID_EVENT,
                "there is no event: the record is a tombstone, without a value"));
  }

  @Test
  void aMappingCanFilterTombstones() {
    assertThat(
            mapping("root = if @kafka_tombstone_message { deleted() }")
                .process(record((byte[]) null)))
        .containsExactly(new Part.Filtered(0));
  }

  @Test
  void aMappingThatThrowsHasItsOwnWords() {
    Reason reason = reason(mapping("root = throw(\"no customer\")"), record("{}"));
    assertThat(reason.kind()).isEqualTo(Reason.Kind.MAPPING_FAULT);
    assertThat(reason.fullText())
        .isEqualTo(
            "pipeline.processors[0].mapping (pipeline.yaml:5:9) failed: failed assignment (line 1):"
                + " no customer");
  }

  @Test
  void aStringAnArrayAndANumberAreNoEvents() {
    assertThat(reason(mapping("root = \"text\""), record("{}")).safeText())
        .startsWith("an event must be a JSON object, and this is no JSON: ");
    assertThat(reason(mapping("root = [1]"), record("{}")).safeText())
        .isEqualTo("an event must be an object, and this is of type array");
    assertThat(reason(mapping("root = 5"), record("{}")).safeText())
        .isEqualTo("an event must be an object, and this is of type number");
  }

  @Test
  void nestedBeyondGosLimitIsNoJson() {
    String deep = "[".repeat(10_001) + "]".repeat(10_001);
    assertThat(reason(processors("[]"), record(deep)).safeText())
        .startsWith("an event must be a JSON object, and this is no JSON: ");
    String allowed = "{\"customer\":\"c1\",\"deep\":" + "[".repeat(9_999) + "]".repeat(9_999) + "}";
    assertThat(sent(mapping(EVENT), record(allowed))).isEqualTo(event(""));
  }

  @Test
  void aRecordOf4500000BytesMayMakeASmallEvent() {
    String large = "{\"customer\":\"c1\",\"rest\":\"" + "x".repeat(4_500_000) + "\"}";
    assertThat(sent(mapping(EVENT), record(large))).isEqualTo(event(""));
    assertThat(reason(mapping(EVENT + "root.properties.p = this.rest"), record(large)).safeText())
        .isEqualTo(
            "the event has "
                + (event(",\"properties\":{\"p\":\"\"}").length() + 4_500_000)
                + " bytes, of 900000 at most");
  }

  @Test
  void brokenUtf8IsSentAsGoWouldReadIt() {
    byte[] value = utf8("{\"customer\":\"c1\",\"model\":\"x\"}");
    value[value.length - 3] = (byte) 0xFF;
    assertThat(sent(mapping(EVENT + "root.properties.m = this.model"), record(value)))
        .isEqualTo(event(",\"properties\":{\"m\":\"\ufffd\"}"));
  }

  @Test
  void theClockStandsAtTheRecordsTime() {
    assertThat(
            sent(
                mapping(
                    EVENT
                        + "root.properties = {\"s\": timestamp_unix(), \"ms\": timestamp_unix_milli()}\n"
                        + "root.timestamp = now()"),
                record("{\"customer\":\"c1\"}")))
        .contains("\"timestamp\":\"2025-12-01T10:30:00.25Z\"")
        .contains("{\"ms\":1764585000250,\"s\":1764585000}");
  }
}
