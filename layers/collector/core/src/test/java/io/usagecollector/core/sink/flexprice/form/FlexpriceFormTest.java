package io.usagecollector.core.sink.flexprice.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.Json;
import io.usagecollector.bloblang.value.FloatNum;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Time;
import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.EventOrigin;
import io.usagecollector.core.event.EventWarning;
import io.usagecollector.core.event.Oddity;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.StreamId;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.sink.Formed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlexpriceFormTest {
  private static final EventOrigin ORIGIN =
      new EventOrigin(
          new StreamId("local:test"), new Coordinates("calls", 0, 7), 1_764_585_000_250L, 0);

  private static Formed check(Obj document, String... quantities) {
    return new FlexpriceForm(List.of(quantities)).form(document, ORIGIN);
  }

  private static Formed check(String json, String... quantities) {
    return check((Obj) Json.read(json.getBytes(StandardCharsets.UTF_8)), quantities);
  }

  private static UsageEvent event(String json, String... quantities) {
    return ((Formed.Sendable) check(json, quantities)).event();
  }

  private static Reason reason(String json) {
    return ((Formed.Refused) check(json)).reason();
  }

  private static String sent(UsageEvent event) {
    return new String(event.json(), StandardCharsets.UTF_8);
  }

  /** An event with one key more, or another value for one of its keys. */
  private static String with(String key, String value) {
    String rest = key.equals("event_name") ? "" : "\"event_name\":\"call\",";
    rest += key.equals("external_customer_id") ? "" : "\"external_customer_id\":\"c1\",";
    return "{" + rest + "\"" + key + "\":" + value + "}";
  }

  @Test
  void anEventIsWrittenInOneOrderWithItsValuesUntouched() {
    UsageEvent event =
        event(
            """
            {"source":"prod","properties":{"seconds":1.10,"model":"gpt-4"},"event_id":"e1",
            "timestamp":"2025-12-01T10:30:00Z","external_customer_id":"c1","event_name":"call"}
            """);
    assertThat(sent(event))
        .isEqualTo(
            "{\"event_name\":\"call\",\"external_customer_id\":\"c1\",\"event_id\":\"e1\","
                + "\"timestamp\":\"2025-12-01T10:30:00Z\",\"source\":\"prod\","
                + "\"properties\":{\"model\":\"gpt-4\",\"seconds\":1.10}}");
    assertThat(event.eventId()).isEqualTo("e1");
    assertThat(event.timestamp()).isEqualTo("2025-12-01T10:30:00Z");
    assertThat(event.externalCustomerId()).isEqualTo("c1");
    assertThat(event.eventName()).isEqualTo("call");
    assertThat(event.warnings()).isEmpty();
  }

  @Test
  void whatTheMappingLeavesOutComesFromTheRecord() {
    assertThat(sent(event("{\"event_name\":\"call\",\"external_customer_id\":\"c1\"}")))
        .isEqualTo(
            "{\"event_name\":\"call\",\"external_customer_id\":\"c1\",\"event_id\":\""
                + ORIGIN.eventId()
                + "\",\"timestamp\":\"2025-12-01T10:30:00.250Z\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\"  \"", "\"\\u00a0\""})
  void anUnsetEventIdIsTheRecordsOwn(String id) {
    assertThat(event(with("event_id", id)).eventId()).isEqualTo(ORIGIN.eventId());
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\"  \"", "\"\\u00a0\""})
  void anUnsetTimestampIsTheRecordsOwn(String timestamp) {
    assertThat(event(with("timestamp", timestamp)).timestamp())
        .isEqualTo("2025-12-01T10:30:00.250Z");
  }

  @Test
  void nullSourceAndNullPropertiesAreLeftOut() {
    assertThat(sent(event(with("source", "null")))).doesNotContain("source");
    assertThat(sent(event(with("properties", "null")))).doesNotContain("properties");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          event_name           | null    | event_name is missing
          event_name           | ""      | event_name is blank
          event_name           | " \\t " | event_name is blank
          event_name           | "\\u3000" | event_name is blank
          event_name           | 5       | event_name is a value of type number, not a string: use .string()
          external_customer_id | null    | external_customer_id is missing
          external_customer_id | "  "    | external_customer_id is blank
          external_customer_id | 5       | external_customer_id is a value of type number, not a string: use .string()
          event_id             | 5       | event_id is a value of type number, not a string: use .string()
          source               | true    | source is a value of type bool, not a string: use .string()
          properties           | []      | properties must be an object, and is a value of type array
          properties           | "x"     | properties must be an object, and is a value of type string
          timestamp            | 1764585000 | timestamp is a value of type number, not a string: use .ts_format("2006-01-02T15:04:05Z07:00", "UTC")
          timestamp            | 1764585000.25 | timestamp is a value of type number, not a string: use .ts_format("2006-01-02T15:04:05Z07:00", "UTC")
          timestamp            | 1764585000250 | timestamp is a value of type number, not a string: it looks like milliseconds, use (... / 1000).ts_format("2006-01-02T15:04:05Z07:00", "UTC")
          timestamp            | true    | timestamp is a value of type bool, not a string: use .string()
          timestamp            | "soon"  | timestamp must be RFC 3339, such as 2025-12-01T10:30:00Z
          timestamp            | "0001-01-01T00:00:00Z" | timestamp must be within 1970-01-01T00:00:00Z to 2106-02-07T06:28:15Z, outside of which Flexprice bills it at another time
          """)
  void eachRuleRefusesInItsOwnWords(String key, String value, String words) {
    assertThat(reason(with(key, value)).safeText()).isEqualTo(words);
    assertThat(reason(with(key, value)).kind()).isEqualTo(Reason.Kind.INVALID_EVENT);
  }

  @Test
  void aMissingKeyIsToldAsNullIs() {
    assertThat(reason("{}").safeText())
        .isEqualTo("event_name is missing; external_customer_id is missing");
  }

  @Test
  void aTimestampIsShownInTheFullTextAlone() {
    assertThat(reason(with("timestamp", "\"yesterday\"")).safeText()).doesNotContain("yesterday");
    assertThat(reason(with("timestamp", "\"yesterday\"")).fullText())
        .isEqualTo("timestamp \"yesterday\" must be RFC 3339, such as 2025-12-01T10:30:00Z");
  }

  @Test
  void aTimestampThatOnlyRfc3339AllowsIsRewrittenAndCounted() {
    UsageEvent event = event(with("timestamp", "\"2025-12-01t10:30:00z\""));
    assertThat(event.timestamp()).isEqualTo("2025-12-01T10:30:00Z");
    assertThat(event.warnings()).containsExactly(EventWarning.TIMESTAMP_REWRITTEN);
  }

  @Test
  void aTimestampValueIsWrittenAsRfc3339() {
    MapObj document =
        new MapObj()
            .put(Str.of("event_name"), Str.of("call"))
            .put(Str.of("external_customer_id"), Str.of("c1"))
            .put(Str.of("timestamp"), Time.ofUnix(1_764_585_000L, 500_000_000L));
    assertThat(((Formed.Sendable) check(document)).event().timestamp())
        .isEqualTo("2025-12-01T10:30:00.5Z");
  }

  @Test
  void aRecordWithoutATimeNeedsATimestamp() {
    var origin = new EventOrigin(ORIGIN.stream(), ORIGIN.at(), -1, 0);
    var document = (Obj) Json.read(with("source", "\"s\"").getBytes(StandardCharsets.UTF_8));
    assertThat(new FlexpriceForm(List.of()).form(document, origin))
        .isEqualTo(
            new Formed.Refused(
                Reason.of(
                    Reason.Kind.INVALID_EVENT,
                    "timestamp is not set, and the record's own is not within 1970 to 2106")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"customer_id", "Event_Name", "EVENT_ID", "timeStamp", "extra"})
  void keysThatAreNoPartOfAnEventAreLeftOutAndCounted(String key) {
    UsageEvent event = event(with(key, "\"x\""));
    assertThat(sent(event)).doesNotContain("\"" + key + "\"");
    assertThat(event.warnings()).containsExactly(EventWarning.KEY_LEFT_OUT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "120",
        "0",
        "1e3",
        "\"120\"",
        "\"1e3\"",
        "\"+7\"",
        "\"1.5\"",
        "\".5\"",
        "\"-0\"",
        "92233720367",
        "\"00012\"",
        "\"1.\""
      })
  void aQuantityThatBillsAsItselfRaisesNoWarning(String value) {
    UsageEvent event = event(with("properties", "{\"seconds\":" + value + "}"), "seconds");
    assertThat(event.warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "-5",
        "{}",
        "[1]",
        "\"\"",
        "\" 120\"",
        "\"1,000\"",
        "\"NaN\"",
        "\"0x10\"",
        "\"-5\"",
        "\"-0.1\"",
        "\"1e\"",
        "\"1e3x\"",
        "\".\"",
        "\"--1\"",
        "\"1.2.3\""
      })
  void aQuantityThatBillsAsZeroIsSentAndCounted(String value) {
    UsageEvent event = event(with("properties", "{\"seconds\":" + value + "}"), "seconds");
    assertThat(sent(event)).endsWith("\"properties\":{\"seconds\":" + value + "}}");
    assertThat(event.warnings()).containsExactly(EventWarning.BILLS_AS_ZERO);
  }

  @Test
  void theQuantityThatBillsAsZeroIsNamed() {
    assertThat(event(with("properties", "{\"a\":1}"), "a", "b").oddities())
        .containsExactly(
            Oddity.of(
                EventWarning.BILLS_AS_ZERO,
                "the property b, which QUANTITY_PROPERTIES names, is missing, negative or no"
                    + " number: it bills as 0"));
  }

  @Test
  void aMissingQuantityIsCounted() {
    assertThat(event(with("properties", "{}"), "seconds").warnings())
        .containsExactly(EventWarning.BILLS_AS_ZERO);
    assertThat(event(with("source", "\"s\""), "seconds").warnings())
        .containsExactly(EventWarning.BILLS_AS_ZERO);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Timestamp|timestamp",
        "timeStamp|timestamp",
        "time_stamp|timestamp",
        "tiemstamp|timestamp",
        "Event_Name|event_name",
        "eventName|event_name",
        "event_nme|event_name",
        "EVENT_ID|event_id",
        "externalCustomerId|external_customer_id",
        "Source|source",
        "propertes|properties"
      })
  void aKeyOneLetterOrCaseAwayIsNamedWithTheOneItMayMean(String key, String meant) {
    assertThat(event(with(key, "1")).oddities())
        .containsExactly(
            Oddity.of(
                EventWarning.KEY_LEFT_OUT,
                key + " is no key of an event, and is left out: is " + meant + " meant?"));
  }

  @Test
  void otherKeysAreNamedInTheFullTextAlone() {
    Oddity oddity = event(with("extra", "1")).oddities().getFirst();
    assertThat(oddity.safeText()).isEqualTo("keys that are no part of an event are left out");
    assertThat(oddity.fullText())
        .isEqualTo("keys that are no part of an event are left out: extra");
    assertThat(oddity).hasToString("KEY_LEFT_OUT: " + oddity.safeText());
  }

  @Test
  void aMissingKeyNamesTheOneThatIsThereInItsPlace() {
    assertThat(reason("{\"Event_Name\":\"a\",\"external_customer_id\":\"c\"}").safeText())
        .isEqualTo("event_name is missing: Event_Name is there, and is no key of an event");
  }

  @Test
  void anEventOf900000BytesIsSentAndOneMoreIsNot() {
    int rest = sent(event(with("properties", "{\"p\":\"\"}"))).length();
    String padding = "x".repeat(900_000 - rest);
    assertThat(event(with("properties", "{\"p\":\"" + padding + "\"}")).json()).hasSize(900_000);
    assertThat(reason(with("properties", "{\"p\":\"" + padding + "x\"}")).safeText())
        .isEqualTo("the event has 900001 bytes, of 900000 at most");
  }

  @Test
  void identifiersThatAreNotUtf8AreRefused() {
    byte[] json = with("source", "\"s\"").getBytes(StandardCharsets.UTF_8);
    json[new String(json, StandardCharsets.UTF_8).indexOf("c1")] = (byte) 0xFF;
    assertThat(((Formed.Refused) check((Obj) Json.read(json))).reason().safeText())
        .isEqualTo("external_customer_id is not valid UTF-8");
  }

  /** Today's seconds, taken for milliseconds, lie in January 1970. */
  @ParameterizedTest
  @CsvSource({"1764585000,false", "978307199999,false", "978307200000,true"})
  void aRecordsTimeBefore2001IsNotBelieved(long millis, boolean believed) {
    var origin = new EventOrigin(ORIGIN.stream(), ORIGIN.at(), millis, 0);
    var form = new FlexpriceForm(List.of());
    Obj unset = (Obj) Json.read(with("source", "\"s\"").getBytes(StandardCharsets.UTF_8));
    Obj set =
        (Obj)
            Json.read(
                with("timestamp", "\"1970-01-21T10:00:00Z\"").getBytes(StandardCharsets.UTF_8));
    assertThat(form.form(unset, origin) instanceof Formed.Sendable).isEqualTo(believed);
    assertThat(form.form(set, origin)).isInstanceOf(Formed.Sendable.class);
    if (form.form(unset, origin) instanceof Formed.Refused(Reason reason)) {
      assertThat(reason.safeText())
          .isEqualTo(
              "timestamp is not set, and the record's own is before 2001, as where its producer"
                  + " writes seconds for milliseconds: set root.timestamp, or mend the producer");
    }
  }

  @Test
  void aNumberThatIsNoneIsRefused() {
    MapObj document =
        new MapObj()
            .put(Str.of("event_name"), Str.of("call"))
            .put(Str.of("external_customer_id"), Str.of("c1"))
            .put(Str.of("properties"), new MapObj().put(Str.of("p"), FloatNum.of(Double.NaN)));
    assertThat(((Formed.Refused) check(document)).reason().safeText())
        .isEqualTo("properties hold a number that is none (NaN or infinite)");
  }
}
