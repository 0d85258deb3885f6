package io.usagecollector.bloblang;

import io.usagecollector.bloblang.json.Document;
import io.usagecollector.bloblang.json.ValueJson;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Null;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A message: content, typed metadata, and the fault it carries if a processor failed on it.
 * Immutable and safe to share.
 *
 * <p>Content is held as bytes, as a value, or as both: bytes are parsed when somebody reads the
 * value, a value is printed when somebody reads the bytes, each once. So mappings in a row neither
 * print nor parse in between.
 *
 * {@snippet :
 * Message message = Message.of("{\"amount\":2}").withMetadata("kafka_topic", Str.of("usage"));
 * Mapping mapping = Bloblang.standard().compile("root.topic = @kafka_topic\nmeta seen = true");
 * if (mapping.apply(message, Host.system()) instanceof Result.Mapped(Message mapped)) {
 *   System.out.println(new String(mapped.content(), UTF_8)); // {"topic":"usage"}
 *   System.out.println(mapped.metadata("seen")); // true
 * }
 * System.out.println(message.metadata("seen")); // null
 * }
 */
public final class Message {
  private static final Metadata NO_METADATA = Metadata.of(new MapObj());

  private volatile byte @Nullable [] content;
  private volatile @Nullable Value structured;
  private final Metadata metadata;
  private final @Nullable Fault fault;

  private Message(
      byte @Nullable [] content,
      @Nullable Value structured,
      Metadata metadata,
      @Nullable Fault fault) {
    this.content = content;
    this.structured = structured;
    this.metadata = metadata;
    this.fault = fault;
  }

  /** A message of raw bytes; the array must not change any more. */
  public static Message of(byte[] content) {
    return new Message(content, null, NO_METADATA, null);
  }

  /** A message of text. */
  public static Message of(String content) {
    return of(content.getBytes(StandardCharsets.UTF_8));
  }

  /** A message of a document. */
  public static Message of(Value document) {
    return new Message(null, document, NO_METADATA, null);
  }

  /** The same message with other bytes. */
  public Message withContent(byte[] bytes) {
    return new Message(bytes, null, metadata, fault);
  }

  /** The same message with another document. */
  public Message withStructured(Value document) {
    return new Message(null, document, metadata, fault);
  }

  /** The same message with other metadata: an object that must not change any more. */
  public Message withMetadata(MapObj all) {
    return new Message(content, structured, Metadata.of(all), fault);
  }

  /**
   * The same message with other metadata, made when somebody first reads it: most mappings read
   * none, and making it costs as much as a small mapping does.
   *
   * @param all gives the same each time, an object that must not change any more; thread-safe
   */
  public Message withMetadata(Supplier<MapObj> all) {
    return new Message(content, structured, Metadata.madeBy(all), fault);
  }

  /** The same message with one metadata value set. */
  public Message withMetadata(String key, Value value) {
    return withMetadata(metadata().copyFor(null).put(Str.of(key), value));
  }

  /** The same message, flagged with a fault, or with its flag taken off. */
  public Message withFault(@Nullable Fault newFault) {
    return new Message(content, structured, metadata, newFault);
  }

  /**
   * The payload, not copied: the caller must not change it. Empty if the document cannot be printed
   * (a NaN in it).
   */
  public byte[] content() {
    byte[] known = content;
    if (known == null) {
      Value value = structured;
      known = ValueJson.bytes(value == null ? Null.NULL : value);
      content = known;
    }
    return known;
  }

  /**
   * The payload as a value.
   *
   * @return the value; an {@link io.usagecollector.bloblang.value.Err} with the parser's words if
   *     the bytes are no JSON
   */
  public Value structured() {
    Value known = structured;
    if (known == null) {
      known = Document.read(content());
      structured = known;
    }
    return known;
  }

  /** True if the payload is at hand as a value and nobody has printed it yet. */
  public boolean isStructured() {
    return structured != null && content == null;
  }

  /** All metadata, read only. */
  public MapObj metadata() {
    return metadata.get();
  }

  /** One metadata value, or null if there is none. */
  public @Nullable Value metadata(String key) {
    return metadata().get(Str.of(key));
  }

  /** The fault of the last processor that failed on this message, or null. */
  public @Nullable Fault fault() {
    return fault;
  }
}
