package io.usagecollector.core.sink.http.meaning;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.usagecollector.core.sink.Answer;
import io.usagecollector.core.sink.FaultKey;
import io.usagecollector.core.sink.http.Exchange;
import io.usagecollector.core.sink.http.Reply;
import io.usagecollector.core.sink.http.RetryAfter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What replies of one service mean: total over status and body. The service's own words are
 * believed; a page, another service's words or none are taken by their status, which is believed
 * only where that does no harm.
 */
public final class AnswerTable {
  private static final int LONGEST_QUOTE = 2_000;

  private final OwnAnswers own;

  public AnswerTable(OwnAnswers own) {
    this.own = own;
  }

  /**
   * What came of a request means.
   *
   * @param now when it came
   */
  public Answer to(Exchange exchange, Instant now) {
    return switch (exchange) {
      case Exchange.Answered answered -> to(answered.reply(), now);
      case Exchange.Unanswered unanswered -> unanswered.meaning();
    };
  }

  /**
   * What a reply means.
   *
   * @param now when it came
   */
  public Answer to(Reply reply, Instant now) {
    ReplyBody body = ReplyBody.of(reply, own.complaints());
    return own.to(reply.status(), body)
        .map(row -> inItsOwnWords(row, reply, body, now))
        .orElseGet(() -> byStatus(reply, body, now));
  }

  private Answer inItsOwnWords(OwnAnswer row, Reply reply, ReplyBody body, Instant now) {
    if (row.meaning() == Meaning.ACCEPTED) {
      return new Answer.Accepted(Integer.toString(reply.status()));
    }
    Optional<String> sentence = own.sentence(body);
    Accused accused = accused(row, reply);
    List<String> fields =
        Stream.concat(body.complaints().stream(), accused.fields().stream()).sorted().toList();
    String word =
        row.words().text() + sentence.map(own.sentences()::get).map(w -> "." + w).orElse("");
    String detail =
        (row.status() + " " + row.words().text()).strip()
            + sentence.map(text -> ": " + text).orElse("")
            + (fields.isEmpty() ? "" : " (" + String.join(", ", fields) + ")");
    var key = new FaultKey.Answered(row.status(), word, fields);
    return row.meaning() == Meaning.INVALID
        ? new Answer.Invalid(key, detail, detail + ": " + quote(reply), accused.events())
        : answer(row.meaning(), key, detail, reply, now);
  }

  private Accused accused(OwnAnswer row, Reply reply) {
    return row.meaning() == Meaning.INVALID
        ? reply.body().map(own.accused()::in).orElse(Accused.NOBODY)
        : Accused.NOBODY;
  }

  private Answer byStatus(Reply reply, ReplyBody body, Instant now) {
    StatusTable.Row row = StatusTable.of(reply.status());
    String said = reply.status() + " with " + body.kind().words();
    String detail =
        switch (row.meaning()) {
          case INVALID, THROTTLED -> reply.status() + ": " + row.why();
          case MISCONFIGURED ->
              said + ", " + (row.why().isEmpty() ? "" : row.why() + ": ") + own.address();
          case ACCEPTED, UNAUTHORIZED, FORBIDDEN, TRANSIENT, UNKNOWN ->
              row.why().isEmpty() ? said : said + ", " + row.why();
        };
    var key = FaultKey.Answered.status(reply.status());
    return answer(row.meaning(), key, detail, reply, now);
  }

  private static Answer answer(
      Meaning meaning, FaultKey key, String detail, Reply reply, Instant now) {
    return switch (meaning) {
      case ACCEPTED -> new Answer.Accepted(Integer.toString(reply.status()));
      case INVALID -> new Answer.Invalid(key, detail, detail + ": " + quote(reply));
      case UNAUTHORIZED -> new Answer.Unauthorized(key, detail);
      case FORBIDDEN -> new Answer.Forbidden(key, detail);
      case MISCONFIGURED -> new Answer.Misconfigured(key, detail);
      case THROTTLED -> new Answer.Throttled(key, detail, RetryAfter.of(reply, now));
      case TRANSIENT -> new Answer.Transient(key, detail, RetryAfter.of(reply, now));
      case UNKNOWN -> new Answer.Unknown(key, detail, RetryAfter.of(reply, now));
    };
  }

  private static String quote(Reply reply) {
    String text = reply.body().map(bytes -> new String(bytes, UTF_8)).orElse("");
    return text.substring(0, Math.min(text.length(), LONGEST_QUOTE));
  }
}
