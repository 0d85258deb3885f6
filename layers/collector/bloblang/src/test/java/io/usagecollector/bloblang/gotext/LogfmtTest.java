package io.usagecollector.bloblang.gotext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogfmtTest {
  @Test
  void readsPairs() throws GoException {
    assertThat(Logfmt.parse("level=info \tmsg=\"a \\\"b\\\" \\n\\q\" flag =x a=b=c e= q=\"1\"2"))
        .containsEntry("level", Optional.of("info"))
        .containsEntry("msg", Optional.of("a \"b\" \n\\q"))
        .containsEntry("flag", Optional.empty())
        .containsEntry("x", Optional.empty())
        .containsEntry("a", Optional.of("b=c"))
        .containsEntry("e", Optional.of(""))
        .containsEntry("q", Optional.of("1"))
        .containsEntry("2", Optional.empty())
        .hasSize(8);
  }

  @Test
  void aQuotedValueNeedsItsEnd() {
    assertThatThrownBy(() -> Logfmt.parse("a=\"b"))
        .hasMessage("logfmt: unterminated quoted value for key \"a\"");
  }
}
