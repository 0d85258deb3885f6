package io.usagecollector.bloblang.gotext.encoding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.bloblang.gotext.GoException;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingTest {
  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  @Test
  void base64PassesOverLineBreaksOnly() throws GoException {
    assertThat(Base64Text.STANDARD.decode(bytes("Zm9v\r\nYg==\n"))).isEqualTo(bytes("foob"));
    assertThat(Base64Text.STANDARD.decode(bytes("Zm9vYh=="))).isEqualTo(bytes("foob"));
    assertThat(Base64Text.RAW_URL.decode(bytes("-_8"))).containsExactly(0xFB, 0xFF);
  }

  @ParameterizedTest
  @CsvSource({
    "Zm!v, illegal base64 data at input byte 2",
    "Zm9vYg==Zm9v, illegal base64 data at input byte 8",
    "====, illegal base64 data at input byte 0",
    "Zm9vYg=x, illegal base64 data at input byte 6",
    "Zm9vYg, unexpected EOF",
    "Zm9vY, unexpected EOF"
  })
  void base64Refuses(String text, String message) {
    assertThatThrownBy(() -> Base64Text.STANDARD.decode(bytes(text))).hasMessage(message);
  }

  @Test
  void rawBase64CountsItsLastCharactersAnew() {
    assertThatThrownBy(() -> Base64Text.RAW_URL.decode(bytes("Zm9vYg=")))
        .hasMessage("illegal base64 data at input byte 2");
    assertThatThrownBy(() -> Base64Text.RAW_URL.decode(bytes("Zm9vY")))
        .hasMessage("illegal base64 data at input byte 0");
  }

  @Test
  void hexNamesTheWrongByte() throws GoException {
    assertThat(HexText.decode(bytes("fFe9"))).containsExactly(0xFF, 0xE9);
    assertThatThrownBy(() -> HexText.decode(bytes("6g")))
        .hasMessage("encoding/hex: invalid byte: U+0067 'g'");
    assertThatThrownBy(() -> HexText.decode(bytes("6\n")))
        .hasMessage("encoding/hex: invalid byte: U+000A");
    assertThatThrownBy(() -> HexText.decode(bytes("666"))).hasMessage("unexpected EOF");
  }

  @Test
  void ascii85() throws GoException {
    assertThat(Ascii85.encode(bytes("Hello World!"))).isEqualTo("87cURD]i,\"Ebo80");
    assertThat(Ascii85.encode(new byte[5])).isEqualTo("z!!");
    assertThat(Ascii85.decode(bytes("87 cU\n"))).isEqualTo(bytes("Hel"));
    assertThatThrownBy(() -> Ascii85.decode(bytes("8z7")))
        .hasMessage("illegal ascii85 data at input byte 1");
    assertThatThrownBy(() -> Ascii85.decode(bytes("z!")))
        .hasMessage("illegal ascii85 data at input byte 1");
  }

  @Test
  void z85() throws GoException {
    byte[] bytes = HexFormat.of().parseHex("864fd26fb559f75b");
    assertThat(Z85.encode(bytes)).isEqualTo("HelloWorld");
    assertThat(Z85.decode(bytes("HelloWorld"))).isEqualTo(bytes);
    assertThatThrownBy(() -> Z85.encode(new byte[3])).hasMessage("z85: wrongly aligned input data");
    assertThatThrownBy(() -> Z85.decode(bytes("Hell\"")))
        .hasMessage("z85: invalid input byte: U+0022 '\"'");
  }

  @Property
  void whatIsEncodedDecodes(@ForAll byte[] bytes) throws GoException {
    assertThat(Base64Text.STANDARD.decode(bytes(Base64Text.STANDARD.encode(bytes))))
        .isEqualTo(bytes);
    assertThat(Base64Text.URL.decode(bytes(Base64Text.URL.encode(bytes)))).isEqualTo(bytes);
    assertThat(Base64Text.RAW_URL.decode(bytes(Base64Text.RAW_URL.encode(bytes)))).isEqualTo(bytes);
    assertThat(HexText.decode(bytes(HexText.encode(bytes)))).isEqualTo(bytes);
    assertThat(Ascii85.decode(bytes(Ascii85.encode(bytes)))).isEqualTo(bytes);
    byte[] aligned = Arrays.copyOf(bytes, bytes.length / 4 * 4);
    assertThat(Z85.decode(bytes(Z85.encode(aligned)))).isEqualTo(aligned);
  }

  @Test
  void hashesAreThePublishedOnes() {
    assertThat(Long.toUnsignedString(XxHash64.hash(new byte[0]))).isEqualTo("17241709254077376921");
    assertThat(Long.toHexString(XxHash64.hash(bytes("Nobody inspects the spammish repetition"))))
        .isEqualTo("fbcea83c8a378bf1");
    assertThat(Integer.toUnsignedString(Fnv32.hash(bytes("hello")))).isEqualTo("3069866343");
    assertThat(HexFormat.of().formatHex(Crc32.ieee(bytes("123456789")))).isEqualTo("cbf43926");
    assertThat(HexFormat.of().formatHex(Crc32.castagnoli(bytes("123456789"))))
        .isEqualTo("e3069283");
    assertThat(HexFormat.of().formatHex(Crc32.koopman(bytes("123456789")))).isEqualTo("2d3dd0ae");
  }
}
