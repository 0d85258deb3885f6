package io.usagecollector.core.letter;

import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.StreamId;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/** What can be read of a letter without its content: all of it but values. */
public final class Explanation {
  private static final String ONLY_SINK_OF_SCHEMA_1 = "flexprice";

  private final Texts texts;
  private final Origin origin;
  private final Coordinates coordinates;
  private final Reason.Kind kind;
  private final Attempts attempts;
  private final Instant at;

  /**
   * @throws IOException if it is none
   */
  Explanation(Texts texts) throws IOException {
    this.texts = texts;
    this.origin =
        new Origin(
            new StreamId(texts.get("stream")),
            texts.get("sink", ONLY_SINK_OF_SCHEMA_1),
            texts.get("mapping_version"));
    this.coordinates =
        new Coordinates(
            texts.get("topic"),
            Integer.parseInt(texts.get("partition")),
            Long.parseLong(texts.get("offset")));
    this.kind = Reason.Kind.valueOf(texts.get("kind"));
    this.at = Instant.parse(texts.get("at"));
    this.attempts = texts.has("attempts") ? attempts(texts) : Attempts.first(at, false);
  }

  private static Attempts attempts(Texts texts) throws IOException {
    return new Attempts(
        Integer.parseInt(texts.get("attempts")),
        Instant.parse(texts.get("first_failure")),
        Instant.parse(texts.get("since", texts.get("first_failure"))),
        Instant.parse(texts.get("not_before")),
        Boolean.parseBoolean(texts.get("ambiguous")));
  }

  /** {@link Letter#key()}. */
  public String key() {
    return texts.get("key", "");
  }

  public Coordinates coordinates() {
    return coordinates;
  }

  public Reason.Kind kind() {
    return kind;
  }

  /** What is wrong, without values; a very long text may be only begun here. */
  public String reason() {
    return texts.get("reason", "");
  }

  public Attempts attempts() {
    return attempts;
  }

  /** When the letter was written. */
  public Instant at() {
    return at;
  }

  /** The letter with its content, if that has this hash. */
  Message completed(byte[] gzip, String sha256) {
    if (!LargeLetter.hash(gzip).equals(sha256)) {
      return new Message.Unreadable(
          "the content of letter " + key() + " is not the one that was stored: its hash differs");
    }
    try {
      Texts all = texts.copy();
      ContentReader content = new ContentReader(all);
      content.unpack(gzip);
      return new Message.Whole(List.of(new Explanation(all).letter(content, List.of())));
    } catch (IOException | RuntimeException e) {
      return new Message.Unreadable(NotALetterException.why(e));
    }
  }

  /**
   * The letter.
   *
   * @param earlier the letters before it in its message
   */
  Letter letter(ContentReader content, List<Letter> earlier) throws IOException {
    return new Letter(
        origin,
        content.record(coordinates, Long.parseLong(texts.get("timestamp_ms")), earlier),
        Integer.parseInt(texts.get("ordinal")),
        texts.has("parts")
            ? OptionalInt.of(Integer.parseInt(texts.get("parts")))
            : OptionalInt.empty(),
        content.event(),
        new Reason(kind, texts.get("reason"), texts.get("full_reason")),
        attempts,
        at);
  }

  /** Without its texts: they are many. */
  @Override
  public String toString() {
    return "Explanation[" + key() + ", " + kind + "]";
  }
}
