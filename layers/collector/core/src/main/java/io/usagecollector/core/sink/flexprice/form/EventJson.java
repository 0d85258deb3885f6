package io.usagecollector.core.sink.flexprice.form;

import io.usagecollector.bloblang.Json;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Utf8Buffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes an event as the service reads it: known keys alone, in one order, in their exact case. */
final class EventJson {
  private static final byte[] NAME = ascii("{\"event_name\":");
  private static final byte[] CUSTOMER = ascii(",\"external_customer_id\":");
  private static final byte[] ID = ascii(",\"event_id\":");
  private static final byte[] TIMESTAMP = ascii(",\"timestamp\":\"");
  private static final byte[] SOURCE = ascii(",\"source\":");
  private static final byte[] PROPERTIES = ascii(",\"properties\":");

  /**
   * An event's bytes.
   *
   * @param properties where the object of properties begins, or -1
   */
  @SuppressWarnings("ArrayRecordComponent") // A carrier of bytes: never compared, never a key.
  record Written(byte[] json, int properties) {}

  private EventJson() {}

  /**
   * The event's bytes, or null where JSON has no word for a number in the properties.
   *
   * @param timestamp in the grammar of timestamps, so that nothing in it needs an escape
   */
  static @Nullable Written write(
      Str name,
      Str customer,
      Str id,
      String timestamp,
      @Nullable Str source,
      @Nullable Obj properties) {
    var out = new Utf8Buffer(512);
    Json.write(put(out, NAME, name), out);
    Json.write(put(out, CUSTOMER, customer), out);
    Json.write(put(out, ID, id), out);
    out.put(TIMESTAMP).put(timestamp).put('"');
    if (source != null) {
      Json.write(put(out, SOURCE, source), out);
    }
    if (properties == null) {
      return new Written(out.put('}').toByteArray(), -1);
    }
    int start = out.put(PROPERTIES).size();
    return Json.write(properties, out) ? new Written(out.put('}').toByteArray(), start) : null;
  }

  private static <T> T put(Utf8Buffer out, byte[] key, T value) {
    out.put(key);
    return value;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
