package io.usagecollector.bloblang.gotext.encoding;

import io.usagecollector.bloblang.gotext.GoException;
import io.usagecollector.bloblang.gotext.GoUnicode;
import java.util.HexFormat;
import java.util.Locale;

/** Go's {@code encoding/hex} read as a stream. */
public final class HexText {
  private HexText() {}

  public static String encode(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /**
   * The bytes.
   *
   * @throws GoException {@code encoding/hex: invalid byte: U+0067 'g'}; {@code unexpected EOF} for
   *     an odd length
   */
  public static byte[] decode(byte[] text) throws GoException {
    byte[] bytes = new byte[text.length / 2];
    for (int i = 0; i < text.length; i++) {
      int digit = digit(text[i]);
      if (digit < 0) {
        throw invalid(text[i] & 0xFF);
      }
      if (i / 2 < bytes.length) {
        bytes[i / 2] |= (byte) (digit << (i % 2 == 0 ? 4 : 0));
      }
    }
    if (text.length % 2 != 0) {
      throw new GoException("unexpected EOF");
    }
    return bytes;
  }

  private static int digit(byte b) {
    return HexFormat.isHexDigit(b) ? HexFormat.fromHexDigit(b) : -1;
  }

  private static GoException invalid(int b) {
    String code = String.format(Locale.ROOT, "%04X", b);
    String shown = GoUnicode.isPrint(b) ? " '" + (char) b + "'" : "";
    return new GoException("encoding/hex: invalid byte: U+" + code + shown);
  }
}
