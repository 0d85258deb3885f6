package io.usagecollector.ensure.answer;

import com.fasterxml.jackson.core.JsonGenerator;
import io.usagecollector.core.customer.EnsureAnswer;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.EnsureFault.Remedy;
import io.usagecollector.core.customer.Ensured;
import io.usagecollector.core.customer.identity.Identity;
import io.usagecollector.ensure.http.HttpResponse;
import io.usagecollector.ensure.http.JsonText;
import io.usagecollector.ensure.http.Route;
import io.usagecollector.ensure.request.RequestFault;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Makes answers of what came of a request. */
public final class Answers {
  /** The status of every identity that cannot be ensured. */
  public static final int BAD_IDENTITY = 400;

  private static final int OK = 200;

  /** When to ask again, where nobody said. */
  private static final Duration SOON = Duration.ofSeconds(1);

  private Answers() {}

  public static Answer of(EnsureAnswer answer) {
    return switch (answer) {
      case EnsureAnswer.Ready(Ensured ensured) ->
          Answer.ok(HttpResponse.json(OK, EnsuredBody.of(ensured)));
      case EnsureAnswer.Failed(EnsureFault fault) -> of(fault);
    };
  }

  private static Answer of(EnsureFault fault) {
    FaultAnswer told = FaultAnswer.of(fault.kind());
    String code = fault.kind().code();
    HttpResponse response = told(told.status(), code, told.sentence());
    return new Answer(
        retryAfter(fault).map(wait -> later(response, wait)).orElse(response),
        code,
        Optional.of(fault));
  }

  private static Optional<Duration> retryAfter(EnsureFault fault) {
    return fault
        .retryAfter()
        .or(() -> fault.kind().remedy() == Remedy.WAIT ? Optional.of(SOON) : Optional.empty());
  }

  /** Whole seconds, up: who asks by then does not ask too early. */
  private static HttpResponse later(HttpResponse response, Duration wait) {
    long seconds = wait.plusSeconds(1).minusNanos(1).toSeconds();
    return response.with("Retry-After", Long.toString(Math.max(1, seconds)));
  }

  public static Answer of(RequestFault fault) {
    return Answer.of(told(fault.status(), fault.code(), fault.sentence()), fault.code());
  }

  /** That a path is not called so, and how it is. */
  public static Answer notAllowed(Route route) {
    Answer answer = of(RequestFault.METHOD_NOT_ALLOWED);
    return Answer.of(answer.response().with("Allow", route.method()), answer.code());
  }

  public static Answer of(Identity.Why why) {
    return Answer.of(told(BAD_IDENTITY, why.code(), why.sentence()), why.code());
  }

  public static Answer of(FunctionFault fault) {
    HttpResponse response = told(FunctionFault.STATUS, fault.code(), fault.sentence());
    return Answer.of(later(response, SOON), fault.code());
  }

  public static Answer healthy() {
    return Answer.ok(HttpResponse.text(OK, "ok"));
  }

  /** Whether the parts that the function needs answer. */
  public static Answer of(List<Check> checks) {
    if (checks.stream().allMatch(check -> check.fault().isEmpty())) {
      return Answer.ok(
          HttpResponse.json(
              OK,
              JsonText.of(json -> {
                json.writeStartObject();
                write(checks, json);
                json.writeEndObject();
              })));
    }
    FunctionFault fault = FunctionFault.NOT_READY;
    String body =
        JsonText.of(json -> {
          json.writeStartObject();
          json.writeStringField("error", fault.code());
          json.writeStringField("message", fault.sentence());
          write(checks, json);
          json.writeEndObject();
        });
    return Answer.of(later(HttpResponse.json(FunctionFault.STATUS, body), SOON), fault.code());
  }

  private static void write(List<Check> checks, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("checks");
    for (Check check : checks) {
      json.writeStartObject();
      json.writeStringField("part", check.part());
      json.writeBooleanField("answers", check.fault().isEmpty());
      if (check.fault().isPresent()) {
        json.writeStringField("error", check.fault().get());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static HttpResponse told(int status, String code, String sentence) {
    return HttpResponse.json(
        status,
        JsonText.of(json -> {
          json.writeStartObject();
          json.writeStringField("error", code);
          json.writeStringField("message", sentence);
          json.writeEndObject();
        }));
  }
}
