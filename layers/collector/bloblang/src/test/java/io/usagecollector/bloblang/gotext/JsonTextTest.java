package io.usagecollector.bloblang.gotext;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonTextTest {
  @Test
  void escapesWhatGoEscapes() {
    assertThat(JsonText.quote("\"\\/\b\f\n\r\t\001\177é\u2028😀", false))
        .isEqualTo("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\177é\\u2028😀\"");
  }

  @Test
  void htmlIsEscapedOnlyWhenAsked() {
    assertThat(JsonText.quote("<a&b>", false)).isEqualTo("\"<a&b>\"");
    assertThat(JsonText.quote("<a&b>", true)).isEqualTo("\"\\u003ca\\u0026b\\u003e\"");
  }

  @Test
  void anInvalidByteIsEscapedAndALoneSurrogateReplaced() {
    assertThat(JsonText.quote("\uDCFF", false)).isEqualTo("\"\\ufffd\"");
    assertThat(JsonText.quote("\uD800", false)).isEqualTo("\"\uFFFD\"");
  }
}
