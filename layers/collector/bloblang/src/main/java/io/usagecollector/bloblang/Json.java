package io.usagecollector.bloblang;

import io.usagecollector.bloblang.json.Document;
import io.usagecollector.bloblang.json.JsonWriter;
import io.usagecollector.bloblang.json.ValueJson;
import io.usagecollector.bloblang.value.Utf8Buffer;
import io.usagecollector.bloblang.value.Value;

/** Values read from JSON, and written as the messages of a mapping are. */
public final class Json {
  private static final JsonWriter.Style PRETTY = new JsonWriter.Style(false, false, true, "  ");

  private static final JsonWriter.Style UNASSIGNED = new JsonWriter.Style(false, true, false, "");

  private Json() {}

  /**
   * Reads a whole text as one value, at most 10,000 deep. The array must not change any more: what
   * is in it is made when somebody asks for it.
   *
   * @return the value, or an {@link io.usagecollector.bloblang.value.Err} that says why it is none
   */
  public static Value read(byte[] json) {
    return Document.read(json);
  }

  /**
   * Reads the first value of a text, whatever follows it. The array must not change any more.
   *
   * @param keepNumbers whether numbers keep their text; else they are floats
   * @return the value, or an {@link io.usagecollector.bloblang.value.Err} that says why it is none
   */
  public static Value readFirst(byte[] json, boolean keepNumbers) {
    return Document.readFirst(json, keepNumbers);
  }

  /**
   * Appends a value as compact message JSON: keys sorted by their bytes, number text verbatim,
   * bytes as base64, timestamps as RFC 3339.
   *
   * @return false, with nothing appended, if a NaN or an infinity is in it, which JSON cannot say
   */
  public static boolean write(Value value, Utf8Buffer out) {
    return ValueJson.write(value, out);
  }

  /**
   * As {@link #write}, but an empty array literal that was not assigned yet is {@code null}, as in
   * the text of a container.
   *
   * @return false, with nothing appended, if a NaN or an infinity is in it, which JSON cannot say
   */
  public static boolean writeUnassigned(Value value, Utf8Buffer out) {
    return new JsonWriter(out, UNASSIGNED).write(value);
  }

  /**
   * The compact message JSON of a value; empty if a NaN or an infinity is in it, or if it is longer
   * than {@link Utf8Buffer#LONGEST}.
   */
  public static byte[] bytes(Value value) {
    return ValueJson.bytes(value);
  }

  /** The text that {@code .string()} gives for a container: compact, {@code < > &} escaped. */
  public static String text(Value value) {
    return ValueJson.text(value);
  }

  /** For people: as {@link #write}, a member a line, two spaces a level. */
  public static String pretty(Value value) {
    Utf8Buffer out = new Utf8Buffer();
    new JsonWriter(out, PRETTY).write(value);
    return out.toString();
  }
}
