package io.usagecollector.ensure.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * JSON as the collector's sidecar wrote it: what HTML could take for its own is escaped, and a line
 * feed ends it.
 */
public final class JsonText {
  private static final JsonFactory JSON = new JsonFactory().setCharacterEscapes(new ForHtml());

  private JsonText() {}

  /** Writes one value. */
  @FunctionalInterface
  public interface Value {
    void write(JsonGenerator json) throws IOException;
  }

  public static String of(Value value) {
    var text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      value.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException("a string could not be written to", e);
    }
    return text.append('\n').toString();
  }

  private static final class ForHtml extends CharacterEscapes {
    private static final long serialVersionUID = 1;

    private final int[] ascii = CharacterEscapes.standardAsciiEscapesForJSON();

    ForHtml() {
      for (char c : new char[] {'<', '>', '&'}) {
        ascii[c] = ESCAPE_CUSTOM;
      }
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return ascii.clone();
    }

    /** Asked for the three, and for all beyond ASCII, of which two end a line in JavaScript. */
    @Override
    public @Nullable SerializableString getEscapeSequence(int c) {
      return c < 0x80 || c == 0x2028 || c == 0x2029
          ? new SerializedString("\\u" + HexFormat.of().toHexDigits((char) c))
          : null;
    }
  }
}
