package io.usagecollector.bloblang.gotext;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleCaseTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          the foo bar|The Foo Bar
          hELLO wORLD|Hello World
          o'neil can't don''t|O'neil Can't Don''T
          a-b c_d e.f a1b 1st|A-B C_d E.f A1b 1St
          ǆ straße ﬁx ŉa|ǅ Straße Fix ʼNa
          ΑΣ ΑΣΑ|Ας Ασα
          文a カa|文A カA\
          """)
  void firstLettersAreLarge(String text, String title) {
    assertThat(TitleCase.of(text)).isEqualTo(title);
  }
}
