package io.usagecollector.bloblang.formats;

import io.usagecollector.bloblang.value.Str;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A text as a YAML scalar: unquoted where it can be, in the style yaml.v3 chooses where it cannot,
 * and as base64 where it is no UTF-8.
 *
 * @param text what stands there
 * @param binary whether it is base64
 */
record YamlText(String text, boolean binary) {
  private static final String BINARY = "!!binary";

  /** Longer keys stand behind a question mark. */
  private static final int LONGEST_KEY = 128;

  private static final int BASE64_LINE = 70;

  /** What YAML 1.1 read as a bool, and readers may still. */
  private static final Pattern OLD_BOOL =
      Pattern.compile("y|Y|yes|Yes|YES|on|On|ON|n|N|no|No|NO|off|Off|OFF");

  private static final Pattern OLD_BASE_60 =
      Pattern.compile("[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?");

  static YamlText of(Str value) {
    byte[] bytes = value.toBytes();
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new YamlText(text, false);
    } catch (CharacterCodingException noUtf8) {
      return new YamlText(base64(bytes), true);
    }
  }

  /** In lines, if there is more than one. */
  private static String base64(byte[] bytes) {
    String all = Base64.getEncoder().encodeToString(bytes);
    return all.length() < BASE64_LINE
        ? all
        : all.replaceAll("(.{" + BASE64_LINE + "}|.+$)", "$1\n");
  }

  /** Whether it can stand before a colon in its line. */
  boolean isSimpleKey() {
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    return !shape().multiline() && length + (binary ? BINARY.length() : 0) <= LONGEST_KEY;
  }

  private ScalarShape shape() {
    return ScalarShape.of(text);
  }

  /**
   * Writes it.
   *
   * @param indent where its further lines begin
   * @param simpleKey whether it stands before a colon
   */
  void write(YamlEmitter out, int indent, boolean simpleKey) {
    if (binary) {
      out.token(BINARY);
    }
    ScalarShape shape = shape();
    if (text.indexOf('\n') >= 0) {
      if (shape.block()) {
        YamlBlock.write(text, out, indent);
      } else {
        YamlQuoted.inDouble(text, out);
      }
    } else if (!binary && isAmbiguous()) {
      YamlQuoted.inDouble(text, out);
    } else if (shape.plain() && !(text.isEmpty() && simpleKey)) {
      out.token(text);
    } else if (shape.singleQuoted()) {
      YamlQuoted.inSingle(text, out, indent);
    } else {
      YamlQuoted.inDouble(text, out);
    }
  }

  /** Whether it would not come back as itself if it stood there unquoted, in YAML 1.1 or 1.2. */
  private boolean isAmbiguous() {
    return YamlScalar.isAmbiguous(text)
        || OLD_BOOL.matcher(text).matches()
        || OLD_BASE_60.matcher(text).matches();
  }
}
