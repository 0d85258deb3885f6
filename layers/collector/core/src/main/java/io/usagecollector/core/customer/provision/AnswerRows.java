package io.usagecollector.core.customer.provision;

import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.EnsureFault.Kind;
import io.usagecollector.core.sink.http.Exchange;
import io.usagecollector.core.sink.http.Reply;
import io.usagecollector.core.sink.http.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What comes of one service's calls: total over status, body and exception. The service's own rows
 * count first, then the status alone.
 */
public final class AnswerRows {
  private static final byte[] NOTHING = {};
  private static final Document SILENCE = Document.read(new byte[] {'{', '}'}).orElseThrow();

  private final List<AnswerRow> own;

  /**
   * @param own the service's own answers; the first that fits counts
   */
  public AnswerRows(List<AnswerRow> own) {
    this.own = List.copyOf(own);
  }

  /**
   * What came of a call.
   *
   * @param what what was asked for, as in {@code create the customer}: our own words
   * @param now when the answer came
   */
  public Outcome of(Exchange exchange, Effect effect, String what, Instant now) {
    return switch (exchange) {
      case Exchange.Answered(Reply reply) -> answered(reply, effect, what, now);
      case Exchange.Unanswered(var fault, String detail) ->
          failed(
              fault.mayHaveArrived() && effect == Effect.WRITES
                  ? Kind.UNKNOWN_OUTCOME
                  : Kind.UNREACHABLE,
              what + ": " + detail,
              Optional.empty());
    };
  }

  private Outcome answered(Reply reply, Effect effect, String what, Instant now) {
    Optional<Document> body = Document.read(reply.body().orElse(NOTHING));
    Document said = body.orElse(SILENCE);
    Optional<AnswerRow> row =
        own.stream().filter(known -> known.is(reply.status(), said)).findFirst();
    StatusRows.Row bare = StatusRows.of(reply.status());
    Verdict verdict = row.map(AnswerRow::verdict).orElse(bare.verdict());
    String why = row.map(AnswerRow::why).orElse(bare.why());
    String detail = what + ": " + reply.status() + (why.isEmpty() ? "" : ", " + why);
    Optional<Duration> pause = RetryAfter.of(reply, now);
    return switch (verdict) {
      case DONE ->
          body.<Outcome>map(Outcome.Done::new)
              .orElseGet(() -> unknown(effect, detail + " without a JSON object", pause));
      case ABSENT -> new Outcome.Absent();
      case EXISTS -> new Outcome.Exists();
      case GONE -> new Outcome.Gone();
      case REJECTED -> failed(Kind.REJECTED, detail, Optional.empty());
      case PLAN_NOT_FOUND -> failed(Kind.PLAN_NOT_FOUND, detail, Optional.empty());
      case BILLING_SETUP -> failed(Kind.BILLING_SETUP, detail, Optional.empty());
      case SUBJECT_CONFLICT -> failed(Kind.SUBJECT_CONFLICT, detail, Optional.empty());
      case CREDENTIALS_REFUSED -> failed(Kind.CREDENTIALS_REFUSED, detail, Optional.empty());
      case MISCONFIGURED -> failed(Kind.MISCONFIGURED, detail, Optional.empty());
      case THROTTLED -> failed(Kind.THROTTLED, detail, pause);
      case TURNED_AWAY -> failed(Kind.UNREACHABLE, detail, pause);
      case UNKNOWN -> unknown(effect, detail, pause);
    };
  }

  /** A reader loses nothing with its answer. */
  private static Outcome unknown(Effect effect, String detail, Optional<Duration> pause) {
    return failed(effect == Effect.WRITES ? Kind.UNKNOWN_OUTCOME : Kind.UNREACHABLE, detail, pause);
  }

  private static Outcome failed(Kind kind, String detail, Optional<Duration> retryAfter) {
    return new Outcome.Failed(new EnsureFault(kind, detail, retryAfter));
  }
}
