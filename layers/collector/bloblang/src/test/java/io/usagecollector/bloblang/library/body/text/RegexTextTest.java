package io.usagecollector.bloblang.library.body.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.value.Str;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RegexTextTest {
  @Property
  void anyBytesComeBackAsTheyWere(@ForAll byte[] bytes) {
    assertThat(RegexText.back(RegexText.of(Str.of(bytes))).toBytes()).isEqualTo(bytes);
  }

  @Property
  void textIsItself(@ForAll String text) {
    Str valid = Str.of(Str.of(text).toString());
    assertThat(RegexText.of(valid)).isEqualTo(valid.toString());
  }

  @Test
  void aByteThatIsNoCharacterIsOneOfItsOwn() {
    String text = RegexText.of(Str.of(new byte[] {'a', (byte) 0xFF, 'b'}));
    assertThat(text).isEqualTo("a\uDCFFb");
    assertThat(RegexText.isBroken(text)).isTrue();
    assertThat(RegexText.isBroken("é👍")).isFalse();
  }
}
