package io.usagecollector.bloblang.gotext;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LosslessUtf8Test {
  @Test
  void everyInvalidByteStandsAlone() {
    byte[] bytes = {'a', (byte) 0xE2, (byte) 0x82, 'b', (byte) 0xED, (byte) 0xA0, (byte) 0x80};
    assertThat(LosslessUtf8.decode(bytes)).isEqualTo("a\uDCE2\uDC82b\uDCED\uDCA0\uDC80");
    assertThat(LosslessUtf8.replaceInvalid(LosslessUtf8.decode(bytes)))
        .isEqualTo("a\uFFFD\uFFFDb\uFFFD\uFFFD\uFFFD");
    assertThat(LosslessUtf8.isValid("\uD800")).isFalse();
    assertThat(LosslessUtf8.encode("\uD800")).isEqualTo("\uFFFD".getBytes(UTF_8));
  }

  @Test
  void aValidReplacementCharacterIsKept() {
    assertThat(LosslessUtf8.decode("\uFFFDx".getBytes(UTF_8))).isEqualTo("\uFFFDx");
  }

  @Property
  void bytesSurviveText(@ForAll byte[] bytes) {
    String text = LosslessUtf8.decode(bytes);
    assertThat(LosslessUtf8.encode(text)).isEqualTo(bytes);
    assertThat(LosslessUtf8.length(text)).isEqualTo(bytes.length);
  }

  @Property
  void theWriterWritesTheSameBytes(@ForAll String text) {
    assertThat(new Utf8Writer(0).text(text).toByteArray()).isEqualTo(LosslessUtf8.encode(text));
  }

  @Test
  void theWriterCanBeCutBack() {
    Utf8Writer writer = new Utf8Writer(0).ascii("abc");
    writer.truncate(1);
    assertThat(writer.write(new byte[] {'d'}).toByteArray()).containsExactly('a', 'd');
  }
}
