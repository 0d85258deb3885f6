package io.usagecollector.ensure;

import io.usagecollector.aws.assembly.UnusableConfigurationException;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.ensure.answer.Answer;
import io.usagecollector.ensure.answer.Answers;
import io.usagecollector.ensure.answer.FunctionFault;
import io.usagecollector.ensure.http.HttpRequest;
import io.usagecollector.ensure.http.HttpResponse;
import io.usagecollector.ensure.http.Route;
import io.usagecollector.ensure.request.RequestFault;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leads each request to what answers it, and tells how it ended. Thread-safe. */
final class Front {
  private static final Logger LOG = LoggerFactory.getLogger(Front.class);

  private final Supplier<EnsureFunction> function;
  private final RequestTelemetry telemetry;
  private final LongSupplier nanos;

  /**
   * @param function the function's work, or the reason why there is none
   * @param nanos a clock that is never set
   */
  Front(Supplier<EnsureFunction> function, RequestTelemetry telemetry, LongSupplier nanos) {
    this.function = function;
    this.telemetry = telemetry;
    this.nanos = nanos;
  }

  HttpResponse answer(HttpRequest request, Deadline deadline) {
    long begun = nanos.getAsLong();
    Optional<Route> route = Route.at(request.path());
    Answer answer =
        route
            .map(known -> at(known, request, deadline))
            .orElseGet(() -> Answers.of(RequestFault.NOT_FOUND));
    telemetry.tell(route, answer, Duration.ofNanos(nanos.getAsLong() - begun));
    return answer.response();
  }

  private Answer at(Route route, HttpRequest request, Deadline deadline) {
    if (!route.method().equals(request.method())) {
      return Answers.notAllowed(route);
    }
    try {
      return switch (route) {
        case HEALTH -> Answers.healthy();
        case ENSURE -> function.get().ensure(request, deadline);
        case READY -> function.get().ready(deadline);
      };
    } catch (UnusableConfigurationException e) {
      return Answers.of(FunctionFault.NOT_CONFIGURED); // The log was told when it started.
    } catch (RuntimeException | LinkageError e) {
      LOG.error("a request failed: {} at {}", e.getClass().getName(), place(e));
      return Answers.of(FunctionFault.UNEXPECTED);
    }
  }

  /** Where, without the words: they may quote what was sent. */
  private static String place(Throwable e) {
    StackTraceElement[] stack = e.getStackTrace();
    return stack.length == 0 ? "an unknown place" : stack[0].toString();
  }
}
