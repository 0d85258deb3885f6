package io.usagecollector.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.cli.terminal.Terminal.Tone;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TerminalTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private Terminal terminal(boolean colour) {
    var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    return new Terminal(InputStream.nullInputStream(), stream, stream, colour);
  }

  @Test
  void controlCharactersOfAFileBecomePictures() {
    assertThat(terminal(false).paint(Tone.ERROR, "a\u001B[2Jb\tc\u0007\u007F\u009B\u202E"))
        .isEqualTo("a␛[2Jb\tc␇␡\uFFFD\uFFFD");
  }

  @Test
  void aTonePutsItsColourAroundTheText() {
    assertThat(terminal(true).paint(Tone.ERROR, "no")).isEqualTo("\u001B[1;31mno\u001B[0m");
  }
}
