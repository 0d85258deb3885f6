package io.usagecollector.bloblang.gotext.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.bloblang.gotext.GoException;
import io.usagecollector.bloblang.gotext.LosslessUtf8;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlTest {
  @Test
  void takesAUrlApart() throws GoException {
    assertThat(GoUrl.parse("HTTP://u:p%40@h:80/%41b%2Fc?x=%zz#fr%20ag%2f"))
        .isEqualTo(
            new GoUrl(
                "http",
                "",
                "u",
                "p@",
                "h:80",
                "/Ab/c",
                "/%41b%2Fc",
                "x=%zz",
                "fr ag/",
                "fr%20ag%2f"));
    assertThat(GoUrl.parse("mailto:x@y?z"))
        .isEqualTo(new GoUrl("mailto", "x@y", null, null, "", "", "", "z", "", ""));
    assertThat(GoUrl.parse("//u@[fe80::1%25en0]:80/é").host()).isEqualTo("[fe80::1%en0]:80");
    assertThat(GoUrl.parse("*").path()).isEqualTo("*");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ://x#f|parse "://x": missing protocol scheme
          1http://x|parse "1http://x": first path segment in URL cannot contain colon
          http://a b/|parse "http://a b/": invalid character " " in host name
          http://h:port/|parse "http://h:port/": invalid port ":port" after host
          http://h:1:2/|parse "http://h:1:2/": invalid port ":1:2" after host
          http://[::1|parse "http://[::1": missing ']' in host
          http://a[::1]|parse "http://a[::1]": invalid IP-literal
          http://[1.2.3.4]|parse "http://[1.2.3.4]": invalid IP-literal
          http://[,]|parse "http://[,]": invalid host: ParseAddr(","): unable to parse IP
          http://u ser@h/|parse "http://u ser@h/": net/url: invalid userinfo
          http://h%41/|parse "http://h%41/": invalid URL escape "%41"
          /%z#f|parse "/%z": invalid URL escape "%z"
          /#%z|parse "/#%z": invalid URL escape "%z\"\
          """,
      quoteCharacter = '`')
  void refusesInGosWords(String url, String message) {
    assertThatThrownBy(() -> GoUrl.parse(url)).isInstanceOf(GoException.class).hasMessage(message);
  }

  @Test
  void aControlCharacterIsRefused() {
    assertThatThrownBy(() -> GoUrl.parse("http://h/\n"))
        .hasMessage("parse \"http://h/\\n\": net/url: invalid control character in URL");
  }

  @Test
  void escapesDifferByPart() throws GoException {
    String text = "az09-_.~$&+,/:;=?@!*' é";
    assertThat(UrlEscape.query(text))
        .isEqualTo("az09-_.~%24%26%2B%2C%2F%3A%3B%3D%3F%40%21%2A%27+%C3%A9");
    assertThat(UrlEscape.path(text)).isEqualTo("az09-_.~$&+%2C%2F:%3B=%3F@%21%2A%27%20%C3%A9");
    assertThat(UrlEscape.unescapeQuery("a+b%41")).isEqualTo("a bA");
    assertThat(UrlEscape.unescapePath("a+b%41")).isEqualTo("a+bA");
    assertThatThrownBy(() -> UrlEscape.unescapeQuery("a%4"))
        .hasMessage("invalid URL escape \"%4\"");
  }

  @Property
  void unescapeInvertsEscape(@ForAll byte[] bytes) throws GoException {
    String text = LosslessUtf8.decode(bytes);
    assertThat(UrlEscape.unescapeQuery(UrlEscape.query(text))).isEqualTo(text);
    assertThat(UrlEscape.unescapePath(UrlEscape.path(text))).isEqualTo(text);
  }

  @Test
  void queriesKeepEveryValue() throws GoException {
    assertThat(UrlQuery.parse("a=1&b=%20+&a=3&&=x&c"))
        .containsEntry("a", List.of("1", "3"))
        .containsEntry("b", List.of("  "))
        .containsEntry("", List.of("x"))
        .containsEntry("c", List.of(""))
        .hasSize(4);
    assertThatThrownBy(() -> UrlQuery.parse("a=%z&b=%y")).hasMessage("invalid URL escape \"%z\"");
    assertThatThrownBy(() -> UrlQuery.parse("a=%z&b;c"))
        .hasMessage("invalid semicolon separator in query");
  }
}
