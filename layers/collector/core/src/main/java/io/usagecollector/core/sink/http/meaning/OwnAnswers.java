package io.usagecollector.core.sink.http.meaning;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A billing service's own words, as data. What is not among them is taken by its status.
 *
 * @param rows the answers it is known to give; the first that fits counts
 * @param message the field in which it explains a refusal in a sentence
 * @param sentences those that may be repeated in a log, as they quote nothing, each with a word for
 *     it in a fault's key
 * @param complaints the field whose members are named for the fields it complains about
 * @param address what to check where a reply shows that this is not the service's endpoint
 * @param accused reads which events a refusal names
 */
public record OwnAnswers(
    List<OwnAnswer> rows,
    String message,
    Map<String, String> sentences,
    String complaints,
    String address,
    Accused.Reader accused) {
  public OwnAnswers {
    rows = List.copyOf(rows);
    sentences = Map.copyOf(sentences);
  }

  /** Of a service whose refusals name no event. */
  public OwnAnswers(
      List<OwnAnswer> rows,
      String message,
      Map<String, String> sentences,
      String complaints,
      String address) {
    this(rows, message, sentences, complaints, address, _ -> Accused.NOBODY);
  }

  Optional<OwnAnswer> to(int status, ReplyBody body) {
    for (OwnAnswer row : rows) {
      if (row.is(status, body)) {
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }

  /** The sentence of a reply, if it may be repeated. */
  Optional<String> sentence(ReplyBody body) {
    return body.text(message).filter(sentences::containsKey);
  }
}
