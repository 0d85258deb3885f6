package io.usagecollector.ensure;

import io.usagecollector.aws.Lazy;
import io.usagecollector.aws.assembly.Ensuring;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.EnsureRequest;
import io.usagecollector.core.customer.identity.Identity;
import io.usagecollector.ensure.answer.Answer;
import io.usagecollector.ensure.answer.Answers;
import io.usagecollector.ensure.http.HttpRequest;
import io.usagecollector.ensure.request.RefusedRequestException;
import io.usagecollector.ensure.request.WhoIsMeant;
import java.util.function.Supplier;

/** The function's work, of requests that come to the right place. Thread-safe. */
final class EnsureFunction {
  private final WhoIsMeant who;
  private final Lazy<Ensuring> ensuring;

  /**
   * @param ensuring asked with the first request, so after a snapshot is restored
   */
  EnsureFunction(WhoIsMeant who, Supplier<Ensuring> ensuring) {
    this.who = who;
    this.ensuring = new Lazy<>(ensuring);
  }

  /** Ensures whom the body names. */
  Answer ensure(HttpRequest request, Deadline deadline) {
    try {
      return switch (who.by(request)) {
        case Identity.Known(var key) ->
            Answers.of(ensuring.get().service().ensure(EnsureRequest.of(key), deadline));
        case Identity.Unknown(var why) -> Answers.of(why);
      };
    } catch (RefusedRequestException e) {
      return Answers.of(e.fault());
    }
  }

  /** Whether all answers that it takes to ensure anybody. */
  Answer ready(Deadline deadline) {
    return Answers.of(Readiness.of(ensuring.get()).checks(deadline));
  }
}
