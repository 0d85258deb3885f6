package io.usagecollector.core.letter;

import java.util.List;

/**
 * Letters that share a message of a queue. One alone is its {@link Envelope}; several are
 *
 * <pre>{@code
 * {"schema":3, "letters":[LETTER, ...]}
 * }</pre>
 *
 * where LETTER is an envelope without {@code "schema"}. One whose record is that of an earlier
 * letter has {@code "record_of":0}, the other's place in the list, instead of the record's key,
 * value and headers. What is large has {@code "letters_gzip"}, the same list gzipped and in base64.
 *
 * @param letters one or more, in the order they were given
 * @param body the text, of one byte a character
 */
public record Bundle(List<Letter> letters, String body) {
  public Bundle {
    letters = List.copyOf(letters);
  }

  /**
   * Packs letters into few messages. No body of several letters is longer than the limit; a letter
   * that is too long by itself is alone in its bundle.
   *
   * @param limit the most bytes of a body
   */
  public static List<Bundle> pack(List<Letter> letters, int limit) {
    Bundler bundler = new Bundler(limit);
    letters.forEach(bundler::add);
    return bundler.bundles();
  }

  /** Without the letters, which hold events. */
  @Override
  public String toString() {
    return "Bundle[" + letters.size() + " letters, " + body.length() + " bytes]";
  }
}
