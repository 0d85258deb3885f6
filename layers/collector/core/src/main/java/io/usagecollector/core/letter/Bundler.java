package io.usagecollector.core.letter;

import io.usagecollector.core.event.SourceRecord;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** Fills one bundle after the other. What is counted is what cannot grow: text before gzip. */
final class Bundler {
  /** More than a message's own fields and gzip's worst case add. */
  private static final int FRAME = 1_024;

  private final int most;
  private final List<Bundle> bundles = new ArrayList<>();
  private final ByteArrayOutputStream texts = new ByteArrayOutputStream();
  private final IdentityHashMap<SourceRecord, Integer> records = new IdentityHashMap<>();
  private List<Letter> letters = new ArrayList<>();

  Bundler(int limit) {
    this.most = (limit - FRAME) / 4 * 3;
  }

  void add(Letter letter) {
    byte[] text = text(letter);
    if (!letters.isEmpty() && texts.size() + 1 + text.length > most) {
      close();
      text = text(letter);
    }
    texts.write(letters.isEmpty() ? '[' : ',');
    texts.writeBytes(text);
    records.putIfAbsent(letter.record(), letters.size());
    letters.add(letter);
  }

  List<Bundle> bundles() {
    if (!letters.isEmpty()) {
      close();
    }
    return List.copyOf(bundles);
  }

  private void close() {
    texts.write(']');
    bundles.add(
        new Bundle(
            letters, letters.size() == 1 ? Envelope.seal(letters.getFirst()).body() : several()));
    letters = new ArrayList<>();
    records.clear();
    texts.reset();
  }

  private String several() {
    byte[] list = texts.toByteArray();
    byte[] body =
        SealedText.of(json -> {
          json.writeStartObject();
          json.writeNumberField("schema", Message.SCHEMA);
          SealedText.field(json, "letters", list);
          json.writeEndObject();
        });
    return new String(body, StandardCharsets.US_ASCII);
  }

  private byte[] text(Letter letter) {
    Integer recordOf = records.get(letter.record());
    return SealedText.of(json -> {
      json.writeStartObject();
      EnvelopeWriter.explanation(json, letter, Integer.MAX_VALUE);
      json.writeFieldName("content");
      if (recordOf == null) {
        EnvelopeWriter.content(json, letter);
      } else {
        EnvelopeWriter.content(json, letter, recordOf);
      }
      json.writeEndObject();
    });
  }
}
