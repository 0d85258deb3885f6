package io.usagecollector.bloblang.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.gotext.LosslessUtf8;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Places, against counting from the beginning each time. */
class SourceTest {
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("a", "é", "👍", "\n", "\r\n", "\ud800", "   ", "€\n")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void everyPlaceIsWhereCountingFindsIt(@ForAll("texts") String text) {
    Source source = new Source("f", text);
    int[] places = places(text);
    for (int at : places) {
      String before = text.substring(0, at);
      String line = before.substring(before.lastIndexOf('\n') + 1);
      assertThat(source.line(at)).isEqualTo(newlines(before) + 1);
      assertThat(source.column(at)).isEqualTo(line.codePointCount(0, line.length()) + 1);
      for (int start : places) {
        if (start <= at) {
          assertThat(source.originLine(start, at)).isEqualTo(originLine(text, start, at));
        }
      }
    }
  }

  /** Before each character, and the end. */
  private static int[] places(String text) {
    int count = text.codePointCount(0, text.length());
    return IntStream.rangeClosed(0, count).map(i -> text.offsetByCodePoints(0, i)).toArray();
  }

  private static int newlines(String text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }

  /** The offset in characters, the lines in bytes. */
  private static int originLine(String text, int start, int offset) {
    int left = text.codePointCount(start, offset);
    int line = 1;
    int from = start;
    for (int end = text.indexOf('\n', from); end >= 0; end = text.indexOf('\n', from)) {
      left -= LosslessUtf8.length(text.substring(from, end)) + 1;
      if (left < 0) {
        return line;
      }
      from = end + 1;
      line++;
    }
    return line;
  }
}
