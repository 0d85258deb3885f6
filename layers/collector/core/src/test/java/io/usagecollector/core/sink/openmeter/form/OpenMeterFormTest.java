package io.usagecollector.core.sink.openmeter.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.bloblang.Json;
import io.usagecollector.bloblang.value.FloatNum;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.EventOrigin;
import io.usagecollector.core.event.EventWarning;
import io.usagecollector.core.event.Oddity;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.StreamId;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.sink.Formed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an event must be before OpenMeter is sent it, rule by rule. */
class OpenMeterFormTest {
  private static final EventOrigin ORIGIN =
      new EventOrigin(
          new StreamId("local:test"), new Coordinates("calls", 0, 7), 1_764_585_000_250L, 0);

  private static Formed form(Obj document, String... quantities) {
    return new OpenMeterForm(EventSource.DEFAULT, List.of(quantities)).form(document, ORIGIN);
  }

  private static Formed form(String json, String... quantities) {
    return form((Obj) Json.read(json.getBytes(UTF_8)), quantities);
  }

  private static UsageEvent event(String json, String... quantities) {
    return ((Formed.Sendable) form(json, quantities)).event();
  }

  private static Reason reason(Formed formed) {
    return ((Formed.Refused) formed).reason();
  }

  private static String sent(String json) {
    return new String(event(json).json(), UTF_8);
  }

  /** An event with one attribute more, or another value for one of its own. */
  private static String with(String key, String value) {
    String rest = key.equals("type") ? "" : "\"type\":\"call\",";
    rest += key.equals("subject") ? "" : "\"subject\":\"c1\",";
    return "{" + rest + "\"" + key + "\":" + value + "}";
  }

  private static String refusal(String key, String value) {
    return reason(form(with(key, value))).safeText();
  }

  @Test
  void anEventIsWrittenInOneOrderWithItsValuesUntouched() {
    UsageEvent event =
        event(
            """
            {"data":{"tokens":1.50,"n":{"x":null}},"time":"2025-12-01T10:30:00+01:00",
             "subject":"app:u1","source":"signer","id":"e1","type":"call","specversion":"1.0",
             "dataschema":"https://example.com/s"}
            """);
    assertThat(new String(event.json(), UTF_8))
        .isEqualTo(
            "{\"specversion\":\"1.0\",\"type\":\"call\",\"id\":\"e1\",\"source\":\"signer\","
                + "\"subject\":\"app:u1\",\"time\":\"2025-12-01T10:30:00+01:00\","
                + "\"dataschema\":\"https://example.com/s\","
                + "\"data\":{\"n\":{\"x\":null},\"tokens\":1.50}}");
    assertThat(event.eventId()).isEqualTo("e1");
    assertThat(event.externalCustomerId()).isEqualTo("app:u1");
    assertThat(event.eventName()).isEqualTo("call");
    assertThat(event.timestamp()).isEqualTo("2025-12-01T10:30:00+01:00");
    assertThat(event.oddities()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",\"id\":null,\"source\":null,\"time\":null",
        ",\"id\":\" \",\"source\":\"\\u00a0\",\"time\":\"\"",
        ",\"data\":null,\"dataschema\":\"\",\"datacontenttype\":null,\"specversion\":null"
      })
  void whatIsNotSetComesFromTheRecord(String blank) {
    assertThat(sent("{\"type\":\"call\",\"subject\":\"c1\"" + blank + "}"))
        .isEqualTo(
            "{\"specversion\":\"1.0\",\"type\":\"call\",\"id\":\""
                + ORIGIN.eventId()
                + "\",\"source\":\"usagecollector\",\"subject\":\"c1\","
                + "\"time\":\"2025-12-01T10:30:00.250Z\"}");
  }

  @ParameterizedTest
  @CsvSource({"type,''", "type,' '", "subject,''", "subject,'\t\u00a0'"})
  void typeAndSubjectAreThereAndNotBlank(String key, String value) {
    String json = new String(Json.bytes(Str.of(value)), UTF_8);
    assertThat(refusal(key, json)).isEqualTo(key + " is blank");
    assertThat(refusal(key, "null")).isEqualTo(key + " is missing");
  }

  @Test
  void aMissingAttributeIsToldWithWhatIsThereInItsPlace() {
    assertThat(reason(form("{\"type\":\"call\",\"Subject\":\"c1\"}")).safeText())
        .isEqualTo("subject is missing: Subject is there, and is no key of an event");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "source", "subject", "type", "dataschema"})
  void aTextWithNulOrNoUtf8IsNeverSent(String key) {
    assertThat(refusal(key, "\"a\\u0000b\""))
        .isEqualTo(key + " holds a NUL character, which OpenMeter cannot store");
    Obj document = ((Obj) Json.read(with(key, "1").getBytes(UTF_8))).entries();
    var broken = new MapObj();
    document.forEach((name, value) ->
        broken.put(
            name, name.toString().equals(key) ? Str.of(new byte[] {'a', (byte) 0xFF}) : value));
    assertThat(reason(form(broken)).safeText()).isEqualTo(key + " is not valid UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "source", "subject", "type", "time"})
  void aNumberIsNoText(String key) {
    assertThat(refusal(key, "5")).startsWith(key + " is a value of type number, not a string: use");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0", "\"0.3\"", "\"2.0\"", "{}"})
  void specversionIsAlwaysOnePointZero(String version) {
    UsageEvent event = event(with("specversion", version));
    assertThat(new String(event.json(), UTF_8)).startsWith("{\"specversion\":\"1.0\",");
    assertThat(event.warnings()).containsExactly(EventWarning.KEY_LEFT_OUT);
  }

  @Test
  void aSourceDoesNotEndWithADash() {
    assertThat(refusal("source", "\"a-\""))
        .isEqualTo(
            "source ends with a dash, with which OpenMeter joins source and id:"
                + " two events may become one");
    assertThat(sent(with("source", "\"a-b\""))).contains("\"source\":\"a-b\"");
  }

  @Test
  void aSourceIsAReferenceToAUri() {
    assertThat(refusal("source", "\"a%zz\"")).isEqualTo("source is no reference to a URI");
  }

  @Test
  void theUsualSourceIsCheckedWhereItIsSet() {
    assertThatThrownBy(() -> new EventSource("a-"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the source ends with a dash");
    assertThatThrownBy(() -> new EventSource(" ")).hasMessage("the source is blank");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1971-01-01T00:00:00Z      | 1971-01-01T00:00:00Z      | false
          2105-12-31T23:59:59.9Z    | 2105-12-31T23:59:59.9Z    | false
          2025-12-01t10:30:00z      | 2025-12-01T10:30:00Z      | true
          2016-12-31T23:59:60Z      | 2016-12-31T23:59:59Z      | true
          """)
  void aTimeIsSentAsTheServiceReadsIt(String time, String sent, boolean rewritten) {
    UsageEvent event = event(with("time", "\"" + time + "\""));
    assertThat(event.timestamp()).isEqualTo(sent);
    assertThat(new String(event.json(), UTF_8)).contains("\"time\":\"" + sent + "\"");
    assertThat(event.warnings().contains(EventWarning.TIMESTAMP_REWRITTEN)).isEqualTo(rewritten);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0001-01-01T00:00:00Z",
        "1970-12-31T23:59:59Z",
        "1971-01-01T00:59:59+01:00",
        "2106-01-01T00:00:00Z",
        "2105-12-31T23:59:59-01:00",
        "9999-12-31T23:59:59Z"
      })
  void aTimeBefore1971OrFrom2106OnIsNeverSent(String time) {
    Reason reason = reason(form(with("time", "\"" + time + "\"")));
    assertThat(reason.safeText())
        .isEqualTo(
            "time must be within 1971-01-01T00:00:00Z to 2105-12-31T23:59:59Z,"
                + " outside of which OpenMeter drops it or bills it at another time");
    assertThat(reason.fullText()).contains(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-12-01 10:30:00Z",
        "2025-12-01T10:30:00,5Z",
        "2025-12-01T9:30:00Z",
        "2025-12-01T10:30:60Z",
        "2025-12-01T10:30:00+24:00",
        "1764585000"
      })
  void aTimeThatIsNoRfc3339IsNeverSent(String time) {
    assertThat(refusal("time", "\"" + time + "\""))
        .isEqualTo("time must be RFC 3339, such as 2025-12-01T10:30:00Z");
  }

  @Test
  void aRecordsOwnTimeIsCheckedLikewise() {
    var origin = new EventOrigin(ORIGIN.stream(), ORIGIN.at(), 1_764_585_000L, 0);
    Formed formed =
        new OpenMeterForm(new EventSource("s"), List.of())
            .form((Obj) Json.read(with("id", "\"e\"").getBytes(UTF_8)), origin);
    assertThat(reason(formed).safeText())
        .startsWith("time is not set, and the record's own is not within 1971 to 2105");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"{}\"", "5", "true"})
  void dataIsAnObject(String data) {
    assertThat(refusal("data", data)).startsWith("data must be an object");
  }

  @Test
  void nullsOnDatasFirstLevelAreLeftOutAndThoseBelowAreKept() {
    assertThat(sent(with("data", "{\"a\":null,\"b\":{\"c\":null},\"d\":[null],\"e\":0}")))
        .endsWith("\"data\":{\"b\":{\"c\":null},\"d\":[null],\"e\":0}}");
    assertThat(sent(with("data", "{\"a\":null}"))).endsWith("\"data\":{}}");
  }

  @Test
  void theContentTypeIsJsonAlone() {
    assertThat(sent(with("datacontenttype", "\"application/json\"")))
        .doesNotContain("datacontenttype");
    assertThat(sent(with("datacontenttype", "\"Application/JSON; charset=utf-8\"")))
        .doesNotContain("datacontenttype");
    Reason reason = reason(form(with("datacontenttype", "\"text/xml\"")));
    assertThat(reason.safeText()).isEqualTo("datacontenttype can be application/json alone");
  }

  @Test
  void anExtensionAttributeIsLeftOutAndToldOf() {
    UsageEvent event = event(with("traceparent", "\"00-secret\""));
    assertThat(new String(event.json(), UTF_8)).doesNotContain("trace").doesNotContain("secret");
    assertThat(event.oddities())
        .containsExactly(
            new Oddity(
                EventWarning.KEY_LEFT_OUT,
                "keys that are no part of an event are left out",
                "keys that are no part of an event are left out: traceparent"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<", ">", "&", "\\u003c", "\u2028"})
  void dataIsWeighedAsTheServiceWritesIt(String seven) {
    String fits = seven.repeat(14_280);
    assertThat(form(with("data", "{\"a\":\"" + fits + "\"}"))).isInstanceOf(Formed.Sendable.class);
    String tooMuch = seven.repeat(14_290);
    assertThat(refusal("data", "{\"a\":\"" + tooMuch + "\"}"))
        .isEqualTo(
            "data weighs 100038 bytes, of 100000 at most:"
                + " OpenMeter writes each of < > & in seven");
  }

  @Test
  void dataHasAHundredThousandBytesAtMost() {
    String most = "{\"a\":\"" + "x".repeat(100_000 - 8) + "\"}";
    assertThat(form(with("data", most))).isInstanceOf(Formed.Sendable.class);
    assertThat(refusal("data", most.replace("\"a\"", "\"aa\""))).startsWith("data weighs 100001");
  }

  @Test
  void theWholeEventHasTwoHundredThousandBytesAtMost() {
    assertThat(refusal("subject", "\"" + "s".repeat(200_000) + "\"")).startsWith("the event has");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "5",
        "9007199254740992",
        "0.1",
        "123456789012.345",
        "1e3",
        "1E21",
        "1.50"
      })
  void aNumberThatSurvivesIsSentAsItIsWithoutAWord(String number) {
    UsageEvent event = event(with("data", "{\"billable_usd_micros\":" + number + "}"));
    assertThat(new String(event.json(), UTF_8))
        .endsWith("\"data\":{\"billable_usd_micros\":" + number + "}}");
    assertThat(event.oddities()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9007199254740993",
        "18446744073709551615",
        "0.12345678901234567891",
        "1e-400",
        "123456789012345678901234567890"
      })
  void aNumberThatLosesDigitsThereIsSentAsItIsAndToldOf(String number) {
    UsageEvent event = event(with("data", "{\"fee\":[" + number + "," + number + "]}"));
    assertThat(new String(event.json(), UTF_8)).contains("\"fee\":[" + number + "," + number + "]");
    String text = " has more digits than OpenMeter keeps of a number: write it as a text";
    assertThat(event.oddities())
        .containsExactly(
            new Oddity(
                EventWarning.DIGITS_LOST,
                "a member of data" + text,
                "the member fee of data" + text));
  }

  @Test
  void aNumberAsTextKeepsAllItsDigits() {
    UsageEvent event = event(with("data", "{\"fee_wei\":\"123456789012345678901234567890\"}"));
    assertThat(new String(event.json(), UTF_8))
        .endsWith("\"data\":{\"fee_wei\":\"123456789012345678901234567890\"}}");
    assertThat(event.oddities()).isEmpty();
  }

  @Test
  void aNumberThatNoFloatHoldsIsNeverSent() {
    Reason reason = reason(form(with("data", "{\"secret\":{\"x\":1e400}}")));
    assertThat(reason.safeText())
        .isEqualTo(
            "a member of data holds a number larger than any that OpenMeter can read (1.8e308)");
    assertThat(reason.fullText()).contains("\"secret\"");
    var document =
        new MapObj()
            .put(Str.of("type"), Str.of("t"))
            .put(Str.of("subject"), Str.of("s"))
            .put(Str.of("data"), new MapObj().put(Str.of("n"), FloatNum.of(Double.NaN)));
    assertThat(reason(form(document)).safeText())
        .isEqualTo("data holds a number that is none (NaN or infinite)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "-5", "0", "\"+5\"", "\"-5\"", "\"1e3\"", "\".5\"", "\"5.\""})
  void whatIsMeteredAsItsAmountIsNotToldOf(String amount) {
    assertThat(event(with("data", "{\"n\":" + amount + "}"), "n").oddities()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\" 5\"", "\"1,000\"", "\"\"", "\"NaN\"", "\"e3\"", "true", "null", "{}", "[1]"})
  void whatIsMeteredAsZeroIsToldOf(String amount) {
    assertThat(event(with("data", "{\"n\":" + amount + "}"), "n").warnings())
        .containsExactly(EventWarning.BILLS_AS_ZERO);
    assertThat(event(with("id", "\"e\""), "n").warnings())
        .containsExactly(EventWarning.BILLS_AS_ZERO);
  }

  /** The same document of the same origin gives the same bytes, for ever. */
  @Test
  void theSameDocumentGivesTheSameBytes() {
    assertThat(sent(with("data", "{\"b\":1,\"a\":2}")))
        .isEqualTo(sent(with("data", "{\"a\":2,\"b\":1}")));
  }

  @Test
  void theQuantitiesAreReadAsTheEnvironmentWritesThem() {
    var form = OpenMeterForm.billing(new EventSource("s"), " tokens , ,seconds");
    var formed =
        (Formed.Sendable) form.form((Obj) Json.read(with("id", "\"e\"").getBytes(UTF_8)), ORIGIN);
    assertThat(formed.event().oddities()).hasSize(2);
  }
}
