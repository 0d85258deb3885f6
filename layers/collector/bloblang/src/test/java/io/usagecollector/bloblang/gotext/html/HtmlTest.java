package io.usagecollector.bloblang.gotext.html;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          &lt;a&gt;&amp;&#39;&#34;|<a>&'"
          &eacute;&eacute &notit; &ampx|éé ¬it; &x
          &#128;&#x80;&#0;&#xD800;&#1114112;|€€\uFFFD\uFFFD\uFFFD
          &; &#; & &unknown; &#|&; &#; & &unknown; &#
          &amp;amp;|&amp;
          &NotEqualTilde;|≂̸\
          """)
  void unescapes(String text, String plain) {
    assertThat(Html.unescape(text)).isEqualTo(plain);
  }

  @Property
  void unescapeInvertsEscape(@ForAll String text) {
    assertThat(Html.escape(text)).doesNotContain("<", ">", "\"", "'");
    assertThat(Html.unescape(Html.escape(text))).isEqualTo(text);
  }
}
