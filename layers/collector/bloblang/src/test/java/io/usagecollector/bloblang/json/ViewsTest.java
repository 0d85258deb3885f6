package io.usagecollector.bloblang.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.PairObj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.TextNum;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewsTest {
  @Test
  void aPairIsTheObjectOfItsTwoKeys() {
    Obj pair = new PairObj(Str.of("key"), Str.of("a"), Str.of("value"), IntNum.of(1));
    Obj map = new MapObj().put(Str.of("key"), Str.of("a")).put(Str.of("value"), IntNum.of(1));
    assertThat(pair.get("key")).hasToString("a");
    assertThat(pair.get("value")).hasToString("1");
    assertThat(pair.get("valu")).isNull();
    assertThat(pair.size()).isEqualTo(map.size());
    assertThat(pair.keys()).isEqualTo(map.keys());
    assertThat(ValueJson.text(pair.entries())).isEqualTo(ValueJson.text(map));
  }

  @Property
  void aNumberIsBeyondFloatIfItReadsAsInfinite(@ForAll double value) {
    TextNum number = TextNum.of(Double.toString(Double.isFinite(value) ? value : 0));
    assertThat(number.isBeyondFloat()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1e308,false", "1e309,true", "-1E+999,true", "0e999,false", "12345.678,false"})
  void onlyAnExponentOrHundredsOfDigitsExceedAFloat(String text, boolean beyond) {
    assertThat(TextNum.of(text).isBeyondFloat()).isEqualTo(beyond);
    assertThat(TextNum.of("9".repeat(309)).isBeyondFloat()).isTrue();
    assertThat(TextNum.of("9".repeat(308)).isBeyondFloat()).isFalse();
  }
}
