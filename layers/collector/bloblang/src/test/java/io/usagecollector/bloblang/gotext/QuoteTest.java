package io.usagecollector.bloblang.gotext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuoteTest {
  @Test
  void quotesAsGoDoes() {
    assertThat(Quote.quote("a\"b\\\n\t\000\177é€😀"))
        .isEqualTo("\"a\\\"b\\\\\\n\\t\\x00\\x7fé€😀\"");
    assertThat(Quote.quoteToAscii("é€😀")).isEqualTo("\"\\u00e9\\u20ac\\U0001f600\"");
    assertThat(Quote.quote("\u200b\u3000\u0897")).isEqualTo("\"\\u200b\\u3000\\u0897\"");
    assertThat(Quote.quote(LosslessUtf8.decode(new byte[] {(byte) 0xFF, 'a'})))
        .isEqualTo("\"\\xffa\"");
    assertThat(Quote.quoteRune('\'', false)).isEqualTo("'\\''");
    assertThat(Quote.quoteRune(-1, false)).isEqualTo("'\uFFFD'");
  }

  @Test
  void unquotesGoLiterals() throws GoException {
    assertThat(Unquote.unquote("\"a\\x41\\101\\u00e9\\U0001F600\\\"\"")).isEqualTo("aAAé😀\"");
    assertThat(Unquote.unquote("\"\\xc3\\xa9\"")).isEqualTo("é");
    assertThat(LosslessUtf8.encode(Unquote.unquote("\"\\377\""))).containsExactly(0xFF);
    assertThat(Unquote.unquote("`a\\n\rb`")).isEqualTo("a\\nb");
    assertThat(Unquote.unquote("'\\''")).isEqualTo("'");
    assertThat(Unquote.unquote("''")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"",
        "a",
        "\"a",
        "\"a'",
        "\"a\"b\"",
        "\"\\'\"",
        "\"\\/\"",
        "\"\\ud83d\\ude00\"",
        "\"\n\"",
        "\"\\400\"",
        "\"\\x4\"",
        "'ab'",
        "'\\\"'",
        "`a`b`",
        "\"\\\"",
        "\"\\U00110000\""
      })
  void refusesOtherLiterals(String literal) {
    assertThatThrownBy(() -> Unquote.unquote(literal))
        .isInstanceOf(GoException.class)
        .hasMessage("invalid syntax");
  }

  @Property
  void unquoteInvertsQuote(@ForAll byte[] bytes) throws GoException {
    String text = LosslessUtf8.decode(bytes);
    assertThat(Unquote.unquote(Quote.quote(text))).isEqualTo(text);
    assertThat(Unquote.unquote(Quote.quoteToAscii(text))).isEqualTo(text);
  }
}
