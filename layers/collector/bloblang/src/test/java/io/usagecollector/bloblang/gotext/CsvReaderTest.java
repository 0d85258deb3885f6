package io.usagecollector.bloblang.gotext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CsvReaderTest {
  private static List<List<String>> read(String text, boolean lazy) throws GoException {
    return CsvReader.read(LosslessUtf8.encode(text), ',', lazy);
  }

  @Test
  void readsRecords() throws GoException {
    assertThat(read("a, b \r\n\n\"c\r\n\"\"d\",é\r", false))
        .containsExactly(List.of("a", " b "), List.of("c\n\"d", "é"));
    assertThat(CsvReader.read(LosslessUtf8.encode("aéb"), 'é', false))
        .containsExactly(List.of("a", "b"));
    assertThat(read("\n\n", false)).isEmpty();
  }

  @Test
  void lazyQuotesKeepLoneQuotes() throws GoException {
    assertThat(read("a\"b,\"c\"d\",\"e", true)).containsExactly(List.of("a\"b", "c\"d", "e"));
  }

  @Test
  void refusesInGosWords() {
    assertThatThrownBy(() -> read("a\"b", false))
        .hasMessage("parse error on line 1, column 2: bare \" in non-quoted-field");
    assertThatThrownBy(() -> read("\"a\"b", false))
        .hasMessage("parse error on line 1, column 3: extraneous or missing \" in quoted-field");
    assertThatThrownBy(() -> read("é\n\"x\ny", false))
        .hasMessage(
            "record on line 2; parse error on line 3, column 2: extraneous or missing \" in quoted-field");
    assertThatThrownBy(() -> read("a,b\nc", false))
        .hasMessage("record on line 2: wrong number of fields");
    assertThatThrownBy(() -> CsvReader.read(new byte[0], '"', false))
        .hasMessage("csv: invalid field or comment delimiter");
  }

  @Property
  void aQuotedFieldKeepsItsText(
      @ForAll @Size(min = 1, max = 4) List<@CharRange(from = ' ', to = '~') Character> chars)
      throws GoException {
    StringBuilder field = new StringBuilder();
    chars.forEach(field::append);
    String quoted = '"' + field.toString().replace("\"", "\"\"") + '"';
    assertThat(read(quoted + "," + quoted, false))
        .containsExactly(List.of(field.toString(), field.toString()));
  }
}
