package io.usagecollector.bloblang.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.bloblang.Limits;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Schemas and values built to be hostile. Runs in a JVM of its own with a small heap. */
@Tag("hostile")
class HostileSchemaTest {
  private static final Duration DEADLINE = Duration.ofMinutes(1);

  /** A tenth of the usual steps, so that the tests take seconds; as much memory as ever. */
  private static final Bloblang LANGUAGE =
      Formats.addTo(Bloblang.standard())
          .withLimits(new Limits(5_000_000, Limits.standard().bytes()));

  private static final String FAILS = "error: failed assignment (line 1): ";
  private static final String STEPS = FAILS + "the mapping takes more than 5000000 steps";
  private static final String MEMORY = FAILS + "the mapping takes more than 134217728 bytes";
  private static final String DEPTH = FAILS + "a JSON schema is followed more than 600 levels deep";
  private static final String NO_SCHEMA = FAILS + "failed to parse json schema definition: ";

  /**
   * @param law what it shows
   * @param ends what comes of it begins with this
   */
  record Case(String law, String schema, String value, String ends) {
    @Override
    public String toString() {
      return law;
    }
  }

  private static String many(int count, String between, IntFunction<String> part) {
    return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining(between));
  }

  /** Forty definitions, each of which asks for the next one twice. */
  private static String doubling(String keyword, int depth, String last) {
    return "{\"definitions\":{"
        + many(
            depth,
            "",
            i ->
                "\"d%1$d\":{\"%2$s\":[{\"$ref\":\"#/definitions/d%3$d\"},{\"$ref\":\"#/definitions/d%3$d\"}]},"
                    .formatted(i, keyword, i + 1))
        + "\"d%d\":%s},\"$ref\":\"#/definitions/d0\"}".formatted(depth, last);
  }

  private static String objects(int depth) {
    return "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
  }

  /** Texts of the same hash. */
  private static String colliding(int i, int bits) {
    StringBuilder text = new StringBuilder("\"");
    for (int bit = 0; bit < bits; bit++) {
      text.append((i >> bit & 1) == 0 ? "Aa" : "BB");
    }
    return text.append('"').toString();
  }

  static Stream<Case> all() {
    String recursive = "{\"properties\":{\"a\":{\"$ref\":\"#\"}}}";
    return Stream.of(
        new Case("a reference to itself ends", "{\"$ref\":\"#\"}", "1", FAILS),
        new Case(
            "references in a ring end",
            "{\"definitions\":{\"a\":{\"$ref\":\"#/definitions/b\"},\"b\":{\"$ref\":\"#/definitions/a\"}},\"$ref\":\"#/definitions/a\"}",
            "1",
            FAILS),
        new Case("a schema in itself ends", "{\"allOf\":[{\"$ref\":\"#\"}]}", "1", DEPTH),
        new Case(
            "a schema twice in itself ends",
            "{\"allOf\":[{\"$ref\":\"#\"},{\"$ref\":\"#\"}]}",
            "1",
            DEPTH),
        new Case("not not not ends", "{\"not\":{\"$ref\":\"#\"}}", "1", DEPTH),
        new Case("allOf doubled 40 times ends", doubling("allOf", 40, "true"), "1", STEPS),
        new Case("anyOf doubled 40 times ends", doubling("anyOf", 40, "false"), "1", FAILS),
        new Case("oneOf doubled 40 times ends", doubling("oneOf", 40, "true"), "1", FAILS),
        new Case(
            "faults doubled 18 times end",
            doubling("allOf", 18, "{\"type\":\"string\"}"),
            "1",
            MEMORY),
        new Case("a deep value is checked", recursive, objects(150), "{\"a\":"),
        new Case("a value of 900 levels is not", recursive, objects(900), DEPTH),
        new Case("nor is one of 9,000", recursive, objects(9_000), FAILS),
        new Case(
            "a schema nested too deep is none",
            "{\"not\":".repeat(5_000) + "{}" + "}".repeat(5_000),
            "1",
            NO_SCHEMA),
        new Case(
            "nor is one of 900 levels",
            "{\"not\":".repeat(900) + "{}" + "}".repeat(900),
            "1",
            NO_SCHEMA),
        new Case(
            "a pattern with a bad choice is linear",
            "{\"pattern\":\"^(a|a)*(a+)+$\"}",
            "\"" + "a".repeat(100_000) + "b\"",
            FAILS + "field `this`: (root) does not match pattern"),
        new Case(
            "a pattern that repeats too often is none",
            "{\"pattern\":\"((a{100}){100}){100}\"}",
            "\"a\"",
            NO_SCHEMA),
        new Case(
            "patterns times texts end",
            "{\"items\":{\"allOf\":[" + many(300, ",", i -> "{\"pattern\":\"a|b\"}") + "]}}",
            "[" + many(100_000, ",", i -> "\"a\"") + "]",
            STEPS),
        new Case(
            "patterns times a long text end",
            "{\"allOf\":[" + many(1_000, ",", i -> "{\"pattern\":\"x+y" + i + "\"}") + "]}",
            "\"" + "x".repeat(100_000) + "\"",
            STEPS),
        new Case(
            "patterns times names end",
            "{\"patternProperties\":{" + many(3_000, ",", i -> "\"a" + i + "$\":true") + "}}",
            "{" + many(20_000, ",", i -> "\"b" + i + "\":1") + "}",
            STEPS),
        new Case(
            "properties times empty objects end",
            "{\"items\":{\"properties\":{" + many(20_000, ",", i -> "\"a" + i + "\":true") + "}}}",
            "[" + many(100_000, ",", i -> "{}") + "]",
            STEPS),
        new Case(
            "faults by the million end",
            "{\"items\":{\"required\":[" + many(1_000, ",", i -> "\"a" + i + "\"") + "]}}",
            "[" + many(100_000, ",", i -> "{}") + "]",
            FAILS),
        new Case(
            "a long list of choices is looked at",
            "{\"items\":{\"enum\":[" + many(10_000, ",", i -> "\"a" + i + "\"") + "]}}",
            "[" + many(10_000, ",", i -> "\"a" + i + "\"") + "]",
            "[\"a0\""),
        new Case(
            "texts of the same hash are unique or not, in bounds",
            "{\"uniqueItems\":true}",
            "[" + many(1 << 15, ",", i -> colliding(i, 15)) + "]",
            ""),
        new Case("a large number is a multiple or not", "{\"multipleOf\":0.1}", "1e9999", ""),
        new Case("a giant number is no multiple", "{\"multipleOf\":0.1}", "1e999999999", FAILS),
        new Case("nor of a tiny one", "{\"multipleOf\":1e-300}", "1e300", ""),
        new Case("a giant number has a type", "{\"type\":\"integer\"}", "1e999999999", FAILS),
        new Case(
            "a giant number is no bound",
            "{\"maximum\":1e999999999,\"const\":1e999999998}",
            "1",
            NO_SCHEMA),
        new Case("a value that holds itself 60 times is not written", "SHARED", "{}", FAILS));
  }

  @ParameterizedTest
  @MethodSource("all")
  void endsInItsOwnErrorOrIsAnswered(Case hostile) {
    boolean shared = hostile.schema().equals("SHARED");
    String mapping =
        shared
            ? "root = range(0, 60).fold([1], i -> [i.tally, i.tally]).json_schema(\"{}\")"
            : "root = this.json_schema(@schema)";
    String schema = shared ? "{}" : hostile.schema();
    String said =
        assertTimeoutPreemptively(
            DEADLINE, () -> Run.mapping(LANGUAGE, mapping, hostile.value(), schema));
    assertThat(said.substring(0, Math.min(said.length(), 300))).startsWith(hostile.ends());
  }

  static Stream<String> formats() {
    return Stream.of(
        "date",
        "time",
        "date-time",
        "email",
        "idn-email",
        "hostname",
        "idn-hostname",
        "ipv4",
        "ipv6",
        "uri",
        "uri-reference",
        "uri-template",
        "iri",
        "iri-reference",
        "json-pointer",
        "relative-json-pointer",
        "regex",
        "uuid",
        "duration");
  }

  @ParameterizedTest
  @MethodSource("formats")
  void noFormatTakesLongForALongText(String format) {
    String schema = "{\"format\":\"" + format + "\"}";
    for (String part :
        new String[] {
          "a", "a.", "1:", "{a", "a@", "-", "/~", "(a", "1234-", "%41", "P1Y", "é", "::"
        }) {
      String value = "\"" + part.repeat(50_000) + "\"";
      String said =
          assertTimeoutPreemptively(
              DEADLINE,
              () -> Run.mapping(LANGUAGE, "root = this.json_schema(@schema)", value, schema));
      assertThat(said).isNotNull();
    }
  }
}
