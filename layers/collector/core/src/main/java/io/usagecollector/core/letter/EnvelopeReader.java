package io.usagecollector.core.letter;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads one envelope. Fields it does not know are passed over. */
final class EnvelopeReader {
  private final Texts texts = new Texts();
  private final ContentReader content = new ContentReader(texts);
  private Optional<Claim> claim = Optional.empty();
  private Optional<Slice> slice = Optional.empty();

  /** Takes the field whose value the parser stands on. */
  void field(String name, JsonParser json) throws IOException {
    switch (name) {
      case "content" -> content.read(json);
      case "content_gzip" -> content.unpack(json.getBinaryValue());
      case "content_claim" -> claim = Optional.of(ElsewhereReader.claim(json));
      case "content_part" -> slice = Optional.of(ElsewhereReader.slice(json));
      default -> texts.put(name, json);
    }
  }

  /** What a message says that has one envelope alone. */
  Message message() throws IOException {
    Explanation explanation = new Explanation(texts);
    if (claim.isPresent()) {
      return new Message.Claimed(explanation, claim.get());
    }
    if (slice.isPresent()) {
      return new Message.Part(explanation, slice.get());
    }
    return new Message.Whole(List.of(explanation.letter(content, List.of())));
  }

  /**
   * The letter, whose content must be here.
   *
   * @param earlier the letters before it in its message
   */
  Letter letter(List<Letter> earlier) throws IOException {
    return new Explanation(texts).letter(content, earlier);
  }
}
