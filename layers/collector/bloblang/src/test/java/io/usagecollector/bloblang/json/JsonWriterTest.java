package io.usagecollector.bloblang.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.value.Absent;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.FloatNum;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.ListArr;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Null;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Utf8Buffer;
import io.usagecollector.bloblang.value.Value;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonWriterTest {
  private static final int BEYOND_RECURSION = 100;

  @Property
  void theShortWayPrintsWhatTheStackPrints(@ForAll("values") Value value) {
    for (JsonWriter.Style style : List.of(JsonWriter.Style.MESSAGE, JsonWriter.Style.TEXT)) {
      Utf8Buffer stack = new Utf8Buffer(4);
      Utf8Buffer recursion = new Utf8Buffer(4);
      assertThat(new CompactJson(recursion, style).write(value))
          .isEqualTo(new StackedJson(stack, style).write(value));
      assertThat(recursion).hasToString(stack.toString());
    }
  }

  @Provide
  Arbitrary<Value> values() {
    return values(0);
  }

  private Arbitrary<Value> values(int depth) {
    Arbitrary<Str> texts = Arbitraries.strings().all().ofMaxLength(20).map(Str::of);
    Arbitrary<Value> leaves =
        Arbitraries.oneOf(
            texts,
            Arbitraries.longs().map(IntNum::of),
            Arbitraries.doubles().map(FloatNum::of),
            Arbitraries.of(
                Null.NULL, Bool.TRUE, ListArr.NIL, Absent.DELETE, FloatNum.of(Double.NaN)));
    if (depth == 3) {
      return leaves;
    }
    Arbitrary<Value> inner = Arbitraries.lazy(() -> values(depth + 1));
    Arbitrary<Value> arrays = inner.list().ofMaxSize(4).map(Arr::of);
    Arbitrary<Value> objects =
        Combinators.combine(texts, inner).as(Entry::new).list().ofMaxSize(8).map(Entry::object);
    return Arbitraries.oneOf(leaves, arrays, objects);
  }

  private record Entry(Str key, Value value) {
    static Value object(List<Entry> entries) {
      MapObj map = new MapObj();
      entries.forEach(entry -> map.put(entry.key, entry.value));
      return map;
    }
  }

  @Test
  void whatLiesDeepIsPrintedByTheStack() {
    Value value = IntNum.of(1);
    for (int i = 0; i < BEYOND_RECURSION; i++) {
      value = new MapObj().put(Str.of("b"), Arr.of(value)).put(Str.of("a"), Null.NULL);
    }
    String open = "{\"a\":null,\"b\":[".repeat(BEYOND_RECURSION);
    assertThat(ValueJson.text(value)).isEqualTo(open + "1" + "]}".repeat(BEYOND_RECURSION));
  }

  @Test
  void depthCostsNoStack() {
    Value value = IntNum.of(1);
    for (int i = 0; i < 1_000_000; i++) {
      value = Arr.of(value);
    }
    assertThat(ValueJson.bytes(value)).hasSize(2_000_001);
  }

  @Test
  void nothingIsLeftOfAValueThatCannotBePrinted() {
    Utf8Buffer out = new Utf8Buffer();
    out.put("before");
    assertThat(ValueJson.write(Arr.of(IntNum.of(1), FloatNum.of(Double.NaN)), out)).isFalse();
    assertThat(out).hasToString("before");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "plain, plain",
        "exactly8, exactly8",
        "a\"b, a\\\"b",
        "12345678\", 12345678\\\"",
        "back\\slash, back\\\\slash",
        "köln \" é, köln \\\" é",
        "<&>, <&>",
      })
  void aTextIsEscapedWhereverItMustBe(String text, String printed) {
    assertThat(new String(ValueJson.bytes(Str.of(text)), UTF_8)).isEqualTo("\"" + printed + "\"");
  }

  @Test
  void aTextMayEndWhereItsArrayEnds() {
    for (int length = 0; length < 20; length++) {
      byte[] bytes = "x".repeat(length).getBytes(UTF_8);
      assertThat(ValueJson.bytes(Str.of(bytes))).hasSize(length + 2);
    }
  }

  /** Few different bytes, so that first words are often the same. */
  @Property
  void fewKeysAreSortedAsTheyCompare(
      @ForAll @Size(max = 20) List<@StringLength(max = 12) @CharRange(to = '\2') String> names) {
    MapObj map = new MapObj();
    names.forEach(name -> map.put(Str.of(name.getBytes(UTF_8)), Null.NULL));
    List<Str> sorted = Arrays.stream(KeyOrder.of(map)).mapToObj(map::keyAt).toList();
    assertThat(sorted).containsExactlyElementsOf(map.keys().stream().sorted().toList());
  }

  @Test
  void keysAreSortedByTheirBytesFewOrMany() {
    MapObj map = new MapObj();
    for (int i = 99; i >= 0; i--) {
      map.put(Str.of("key-%02d".formatted(i)), Null.NULL);
    }
    List<Integer> places = Arrays.stream(KeyOrder.of(map)).boxed().toList();
    assertThat(places).hasSize(100).startsWith(99, 98, 97).endsWith(1, 0);
  }
}
