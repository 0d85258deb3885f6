package io.usagecollector.bloblang.json;

import io.usagecollector.bloblang.value.Exhausted;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Utf8Buffer;
import io.usagecollector.bloblang.value.Value;

/** The doors to the JSON text of values. */
public final class ValueJson {
  /** About what a usage event takes. */
  private static final int MESSAGE = 512;

  private ValueJson() {}

  /**
   * Appends a value as compact message JSON: keys sorted by their bytes, number text verbatim,
   * bytes as base64, timestamps as RFC 3339.
   *
   * @return false, with nothing appended, if a NaN or an infinity is in it, which JSON cannot say
   */
  public static boolean write(Value value, Utf8Buffer out) {
    return new JsonWriter(out, JsonWriter.Style.MESSAGE).write(value);
  }

  /**
   * The message JSON of a value; empty if a NaN or an infinity is in it, or if it is longer than
   * {@link Utf8Buffer#LONGEST}.
   */
  public static byte[] bytes(Value value) {
    Utf8Buffer out = new Utf8Buffer(MESSAGE);
    try {
      write(value, out);
    } catch (Exhausted e) {
      return new byte[0];
    }
    return out.toByteArray();
  }

  /**
   * The JSON that {@code .string()} gives for a container: as in a message, with {@code < > &}
   * escaped.
   */
  public static String text(Value value) {
    return buffer(value).toString();
  }

  /** The same as bytes in a string value. */
  public static Str textStr(Value value) {
    return buffer(value).toStr();
  }

  /** What JSON cannot say is null as a whole. */
  private static Utf8Buffer buffer(Value value) {
    Utf8Buffer out = new Utf8Buffer();
    if (!new JsonWriter(out, JsonWriter.Style.TEXT).write(value)) {
      out.put("null");
    }
    return out;
  }
}
