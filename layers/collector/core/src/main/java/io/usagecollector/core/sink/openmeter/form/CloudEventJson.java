package io.usagecollector.core.sink.openmeter.form;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.usagecollector.bloblang.Json;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Utf8Buffer;
import org.jspecify.annotations.Nullable;

/** Writes a CloudEvent: known attributes alone, in one order. */
final class CloudEventJson {
  private static final byte[] TYPE = ascii("{\"specversion\":\"1.0\",\"type\":");
  private static final byte[] ID = ascii(",\"id\":");
  private static final byte[] SOURCE = ascii(",\"source\":");
  private static final byte[] SUBJECT = ascii(",\"subject\":");
  private static final byte[] TIME = ascii(",\"time\":\"");
  private static final byte[] SCHEMA = ascii(",\"dataschema\":");
  private static final byte[] DATA = ascii(",\"data\":");

  /**
   * An event's bytes.
   *
   * @param data where the object of data begins, or -1
   */
  @SuppressWarnings("ArrayRecordComponent") // A carrier of bytes: never compared, never a key.
  record Written(byte[] json, int data) {}

  private CloudEventJson() {}

  /**
   * The event's bytes, or null where JSON has no word for a number in data.
   *
   * @param time in the grammar of timestamps, so that nothing in it needs an escape
   */
  static @Nullable Written write(
      Str type,
      Str id,
      Str source,
      Str subject,
      String time,
      @Nullable Str schema,
      @Nullable Obj data) {
    var out = new Utf8Buffer(512);
    Json.write(type, out.put(TYPE));
    Json.write(id, out.put(ID));
    Json.write(source, out.put(SOURCE));
    Json.write(subject, out.put(SUBJECT));
    out.put(TIME).put(time).put('"');
    if (schema != null) {
      Json.write(schema, out.put(SCHEMA));
    }
    if (data == null) {
      return new Written(out.put('}').toByteArray(), -1);
    }
    int start = out.put(DATA).size();
    return Json.write(data, out) ? new Written(out.put('}').toByteArray(), start) : null;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }
}
