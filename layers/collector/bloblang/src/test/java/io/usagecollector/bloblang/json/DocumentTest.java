package io.usagecollector.bloblang.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {
  private static Value read(String json) {
    return Document.read(json.getBytes(StandardCharsets.UTF_8));
  }

  private static Obj object(String json) {
    return (Obj) read(json);
  }

  private static String shown(@Nullable Value value) {
    return value == null ? "none" : ValueJson.text(value);
  }

  @Test
  void theLastOfTwoEqualKeysWinsInAViewAsInACopy() {
    Obj view = object("{\"a\":1,\"b\":2,\"a\":{\"c\":3},\"\\u0061\":[4]}");
    assertThat(shown(view.get("a"))).isEqualTo("[4]");
    assertThat(shown(view.entries().get("a"))).isEqualTo("[4]");
    assertThat(ValueJson.text(view)).isEqualTo("{\"a\":[4],\"b\":2}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "k", "1234567", "12345678", "123456789", "köln", "日本語の鍵", "a\\\"b", "\\u00e9"})
  void aKeyIsFoundWhateverItsLength(String key) {
    Obj view = object("{\"x" + key + "\":0,\"" + key + "\":1}");
    Str decoded = view.keys().get(1);
    assertThat(view.get(decoded)).hasToString("1");
    assertThat(view.get(Str.of(decoded.toString()))).hasToString("1");
  }

  @Test
  void ofManyKeysEveryOneIsKeptOnce() {
    StringBuilder json = new StringBuilder("{\"first\":0");
    for (int i = 0; i < 300; i++) {
      json.append(",\"key-").append(i % 150).append("\":").append(i);
    }
    MapObj copy = object(json.append('}').toString()).entries();
    assertThat(copy.size()).isEqualTo(151);
    for (int i = 0; i < 150; i++) {
      assertThat(copy.keyAt(i + 1)).hasToString("key-" + i);
      assertThat(copy.valueAt(i + 1)).hasToString(Integer.toString(i + 150));
    }
  }

  @Property
  void aViewFindsWhatACopyFinds(
      @ForAll @StringLength(max = 12) @CharRange(from = 'a', to = 'b') String key,
      @ForAll @StringLength(max = 12) @CharRange(from = 'a', to = 'b') String other,
      @ForAll @StringLength(max = 12) @CharRange(from = 'a', to = 'b') String asked) {
    Obj view = object("{\"" + key + "\":{\"n\":[]},\"" + other + "\":2}");
    assertThat(shown(view.get(asked))).isEqualTo(shown(view.entries().get(Str.of(asked))));
  }

  @Test
  void everyKindOfValueIsReadFromItsFirstByte() {
    String json = "{\"a\":[null,true,false,-1.5e3,\"1\",\"\",{},[]],\"z\":0}";
    assertThat(ValueJson.text(read(json))).isEqualTo(json);
  }

  @Test
  void textWithBytesAbove7fIsASliceOfTheMessageUnlessItIsInvalid() {
    byte[] json = "{\"a\":\"é\"}".getBytes(StandardCharsets.UTF_8);
    Str text = (Str) ((Obj) Document.read(json)).get("a");
    assertThat(text).isNotNull();
    assertThat(text.buffer()).isSameAs(json);
    json[6] = (byte) 0xFF;
    assertThat(((Obj) Document.read(json)).get("a")).hasToString("\uFFFD\uFFFD");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[1,]",
        "{\"a\"}",
        "{\"a\":1,}",
        "nul",
        "01",
        "1.",
        "\"\t\"",
        "\"\\x\"",
        "1 2"
      })
  void brokenTextIsAnError(String json) {
    assertThat(read(json).isErr()).isTrue();
  }

  @Test
  void aNumberBeyondFloatIsFoundWhereverItStands() {
    byte[] json = "{\"a\":[\"1e999\",{\"b\":[[],1e999]}]}".getBytes(StandardCharsets.UTF_8);
    assertThat(Document.readFirst(json, true).isErr()).isFalse();
    assertThat(Document.readFirst(json, false))
        .hasToString("json: cannot unmarshal number 1e999 into Go value of type float64");
  }
}
