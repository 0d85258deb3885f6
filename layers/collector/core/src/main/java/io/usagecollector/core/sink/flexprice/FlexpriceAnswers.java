package io.usagecollector.core.sink.flexprice;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.usagecollector.core.sink.Answer;
import io.usagecollector.core.sink.FaultKey;
import io.usagecollector.core.sink.http.Reply;
import io.usagecollector.core.sink.http.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Flexprice's answers to its event endpoints mean: total over status and body. A status alone
 * is believed only where it does no harm: a proxy's, a portal's or another service's page is {@link
 * Answer.Unknown}. Source: Flexprice's own handlers, {@code internal/errors/dto.go} and {@code
 * internal/rest/middleware}.
 */
final class FlexpriceAnswers {
  private static final int LONGEST_QUOTE = 2_000;

  private static final List<String> CODES = List.of("validation_error", "invalid_operation");

  /**
   * The texts that may be repeated in a log, as they are Flexprice's own and quote nothing; and the
   * words for them in a fault's key, since one code stands for all of them.
   */
  private static final Map<String, String> MESSAGES =
      Map.of(
          "Invalid request payload",
          "payload",
          "Request validation failed",
          "validation",
          "Request body exceeds the maximum size; split the batch into smaller requests",
          "body_size");

  private static final byte[] NOTHING = {};

  private final String host;

  /**
   * @param host named where the answer shows that it is the wrong one
   */
  FlexpriceAnswers(String host) {
    this.host = host;
  }

  Answer to(Reply reply, Instant now) {
    ReplyBody body = ReplyBody.of(reply.body().orElse(NOTHING));
    Optional<Duration> retryAfter = RetryAfter.of(reply.headers(), now);
    return switch (reply.status()) {
      case 200, 201 -> strange(reply, body, retryAfter);
      case 202 -> accepted(reply, body, retryAfter);
      case 400 -> invalid(reply, body, retryAfter);
      case 401, 403 -> unauthorized(reply, body);
      case 301, 302, 303, 307, 308 -> elsewhere(reply, body, "a redirect: ");
      case 404 -> elsewhere(reply, body, "");
      case 413 ->
          new Answer.Invalid(key(reply, body), "413: the body is too large", quote("413", reply));
      case 429 -> new Answer.Throttled(key(reply, body), "429: too many requests", retryAfter);
      case 408, 425 -> new Answer.Transient(key(reply, body), say(reply, body), retryAfter);
      default -> other(reply, body, retryAfter);
    };
  }

  private Answer accepted(Reply reply, ReplyBody body, Optional<Duration> retryAfter) {
    return AcceptedEvents.isSaidBy(body)
        ? new Answer.Accepted("202")
        : strange(reply, body, retryAfter);
  }

  private Answer strange(Reply reply, ReplyBody body, Optional<Duration> retryAfter) {
    return unknown(
        reply, body, "not the service's own, so nothing is known to be stored", retryAfter);
  }

  private Answer invalid(Reply reply, ReplyBody body, Optional<Duration> retryAfter) {
    Optional<String> code = body.text("code").filter(CODES::contains);
    if (code.isEmpty() || !body.says("http_status_code", "400")) {
      return unknown(reply, body, "not the service's own", retryAfter);
    }
    String detail = "400 " + code.get() + message(body) + fields(body);
    return new Answer.Invalid(key(reply, body), detail, quote(detail, reply));
  }

  private static String message(ReplyBody body) {
    return body.text("message").filter(MESSAGES::containsKey).map(text -> ": " + text).orElse("");
  }

  private static String fields(ReplyBody body) {
    List<String> fields = body.details();
    return fields.isEmpty() ? "" : " (" + String.join(", ", fields) + ")";
  }

  private static Answer unauthorized(Reply reply, ReplyBody body) {
    return RefusedCredentials.in(reply.status(), body)
        .<Answer>map(
            words -> new Answer.Unauthorized(key(reply, body), reply.status() + ": " + words))
        .orElseGet(() ->
            new Answer.Forbidden(
                key(reply, body), say(reply, body) + ", not the service's own refusal"));
  }

  private Answer elsewhere(Reply reply, ReplyBody body, String what) {
    return new Answer.Misconfigured(
        key(reply, body), say(reply, body) + ", " + what + wrongAddress());
  }

  private static Answer other(Reply reply, ReplyBody body, Optional<Duration> retryAfter) {
    return reply.status() >= 500
        ? new Answer.Transient(key(reply, body), say(reply, body), retryAfter)
        : unknown(reply, body, "documented nowhere", retryAfter);
  }

  private String wrongAddress() {
    return "check the URL, whose host is "
        + host
        + ": it must be Flexprice's API, without /v1 or any other path";
  }

  private static Answer unknown(
      Reply reply, ReplyBody body, String why, Optional<Duration> retryAfter) {
    return new Answer.Unknown(key(reply, body), say(reply, body) + ", " + why, retryAfter);
  }

  private static FaultKey key(Reply reply, ReplyBody body) {
    String code = body.text("code").filter(CODES::contains).orElse("");
    String said = body.text("message").map(MESSAGES::get).map(word -> "." + word).orElse("");
    return new FaultKey.Answered(reply.status(), code + said, body.details());
  }

  /** The status and the kind of body, never the body. */
  private static String say(Reply reply, ReplyBody body) {
    return reply.status() + " with " + kind(reply, body);
  }

  private static String kind(Reply reply, ReplyBody body) {
    if (reply.body().filter(bytes -> bytes.length == 0).isPresent()) {
      return "no body";
    }
    if (body.isObject()) {
      return "a JSON body";
    }
    return reply
        .headers()
        .firstValue("Content-Type")
        .filter(type -> type.strip().startsWith("text/html"))
        .map(html -> "an HTML page")
        .orElse("a body that is no JSON object");
  }

  private static String quote(String detail, Reply reply) {
    String text = new String(reply.body().orElse(NOTHING), UTF_8);
    return detail + ": " + text.substring(0, Math.min(text.length(), LONGEST_QUOTE));
  }
}
