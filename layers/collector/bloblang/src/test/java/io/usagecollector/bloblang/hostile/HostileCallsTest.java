package io.usagecollector.bloblang.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.bloblang.CompileException;
import io.usagecollector.bloblang.FixedHost;
import io.usagecollector.bloblang.Host;
import io.usagecollector.bloblang.Limits;
import io.usagecollector.bloblang.Mapping;
import io.usagecollector.bloblang.Message;
import io.usagecollector.bloblang.extension.Doc;
import io.usagecollector.bloblang.extension.FunctionSpec;
import io.usagecollector.bloblang.extension.MethodSpec;
import io.usagecollector.bloblang.extension.Param;
import io.usagecollector.bloblang.extension.ParamType;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Bin;
import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.FloatNum;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Null;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a method or function is called on and with, it answers or fails in an error of the
 * language: nothing is thrown, and what has no end meets the limits.
 */
@Tag("hostile")
class HostileCallsTest {
  private static final Bloblang LANGUAGE =
      Bloblang.standard().withLimits(new Limits(100_000, 16 << 20));
  private static final Host HOST = FixedHost.seeded(7);
  private static final int DRAWS = 40;

  /** Arguments as a mapping may write them: some methods take no others. */
  private static final List<String> WRITTEN =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1.5",
          "9223372036854775807",
          "-9223372036854775807",
          "\"\"",
          "\"(\"",
          "\"%\"",
          "\"%999999999d\"",
          "\"\\u0000\"",
          "\"a.*.-\"",
          "\"2006\"",
          "\"gzip\"",
          "[]",
          "[[], {}]",
          "{}",
          "{\"a\": this.r}",
          "deleted()",
          "nothing()",
          "x -> x",
          "x -> throw(\"no\")",
          "x -> deleted()",
          "this.a",
          "this.b",
          "this.c");

  private static final List<Value> VALUES = values();

  private static List<Value> values() {
    List<Value> values = new ArrayList<>(List.of(Null.NULL, Bool.TRUE, Bool.FALSE));
    for (long n : new long[] {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 53, 100_000_000}) {
      values.add(IntNum.of(n));
    }
    for (double n :
        new double[] {0.5, -0.0, Double.NaN, Double.POSITIVE_INFINITY, -1e308, Double.MIN_VALUE}) {
      values.add(FloatNum.of(n));
    }
    for (String text :
        List.of(
            "",
            "\u0000",
            "\ud800",
            "😀é",
            "a".repeat(10_000),
            "[".repeat(10_000),
            "(((",
            "a{1000}",
            "%d%s%[9]d",
            "1e999999999",
            "-",
            "0x",
            "99999999999999999999",
            "P99999999999Y",
            "9h9q",
            "2006-13-45T99:99:99Z",
            "a,\"b\n\"\"",
            "http://[::1",
            "{\"a\":",
            "&a [*a, *a]",
            "..*.0",
            "root = this.bloblang(this)",
            "eyJhbGciOiJub25lIn0.e30.")) {
      values.add(Str.of(text));
    }
    values.add(Bin.of(new byte[] {0, -1, 31, -117, 8}));
    MapObj object = new MapObj();
    object.put(Str.of(""), Null.NULL);
    object.put(Str.of("a.b"), IntNum.of(Long.MIN_VALUE));
    values.add(new MapObj());
    values.add(object);
    values.add(Arr.of(List.of()));
    values.add(Arr.of(List.copyOf(values)));
    return List.copyOf(values);
  }

  static Stream<Doc> library() {
    return Stream.concat(
        LANGUAGE.library().functions().stream().map(FunctionSpec::doc),
        LANGUAGE.library().methods().stream().map(MethodSpec::doc));
  }

  private static boolean isMethod(Doc doc) {
    MethodSpec method = LANGUAGE.library().method(doc.name());
    return method != null && method.doc().equals(doc);
  }

  @ParameterizedTest
  @MethodSource("library")
  void noCallThrows(Doc doc) {
    Random random = new Random(doc.name().hashCode());
    List<String> thrown = new ArrayList<>();
    int ran = 0;
    for (int i = 0; i < DRAWS; i++) {
      String call = (isMethod(doc) ? "this.r." : "") + call(doc, random);
      try {
        Mapping mapping = LANGUAGE.compile("root.out = " + call);
        for (int j = 0; j < 5; j++) {
          assertThat(mapping.apply(event(random), HOST)).isNotNull();
          ran++;
        }
      } catch (CompileException refused) {
        assertThat(refused.errors()).isNotEmpty();
      } catch (RuntimeException | StackOverflowError e) {
        thrown.add(call + ": " + e);
      }
    }
    assertThat(thrown).isEmpty();
    assertThat(ran).isPositive();
  }

  private static String call(Doc doc, Random random) {
    int most = doc.variadic() ? 3 : doc.params().size();
    int least = (int) doc.params().stream().filter(HostileCallsTest::isRequired).count();
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < least + random.nextInt(most - least + 1); i++) {
      boolean fits = i < doc.params().size() && random.nextBoolean();
      arguments.add(fits ? fitting(doc.params().get(i).type(), random) : any(random));
    }
    return doc.name() + "(" + String.join(", ", arguments) + ")";
  }

  private static boolean isRequired(Param param) {
    return !param.optional() && param.fallback() == null;
  }

  private static String any(Random random) {
    return WRITTEN.get(random.nextInt(WRITTEN.size()));
  }

  private static String fitting(ParamType type, Random random) {
    List<String> fit =
        switch (type) {
          case STRING -> List.of("\"\"", "\"a\"", "\"(\"", "\"%Q\"", "\"*.a\"", "\"\\u0000\"");
          case INTEGER -> List.of("0", "-1", "64", "9223372036854775807", "-9223372036854775807");
          case FLOAT -> List.of("0", "-0.5", "1e308", "9223372036854775807");
          case BOOL -> List.of("true", "false");
          case TIMESTAMP -> List.of("0", "\"9999-12-31T23:59:59Z\"", "-62135596801");
          case ARRAY -> List.of("[]", "[this.a, this.b]", "[\"\", \"\"]");
          case OBJECT -> List.of("{}", "{\"a\": this.a}", "{\"type\": \"object\"}");
          case QUERY -> List.of("x -> x", "x -> this.r", "this", "x -> deleted()");
          case ANY -> List.of("this.a", "[]", "null");
        };
    return fit.get(random.nextInt(fit.size()));
  }

  private static Message event(Random random) {
    MapObj event = new MapObj();
    for (String name : List.of("r", "a", "b", "c")) {
      event.put(Str.of(name), VALUES.get(random.nextInt(VALUES.size())));
    }
    return Message.of(event);
  }
}
