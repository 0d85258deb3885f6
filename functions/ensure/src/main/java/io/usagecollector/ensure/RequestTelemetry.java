package io.usagecollector.ensure;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;

import io.usagecollector.aws.Lazy;
import io.usagecollector.aws.telemetry.RequestMetrics;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.ensure.answer.Answer;
import io.usagecollector.ensure.http.Route;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells how a request ended: one line to the log, and of those to ensure a customer their metrics.
 * Neither holds a customer's key, or anything else of a body. Throws nothing.
 */
final class RequestTelemetry {
  private static final Logger LOG = LoggerFactory.getLogger(RequestTelemetry.class);

  private final Lazy<RequestMetrics> metrics;

  /**
   * @param service the function's name
   */
  RequestTelemetry(String service) {
    metrics = new Lazy<>(() -> new RequestMetrics(service));
  }

  /**
   * @param route nothing for a path at which nothing is
   */
  void tell(Optional<Route> route, Answer answer, Duration took) {
    try {
      LOG.info(
          "request",
          entry("route", route.map(Route::path).orElse("none")),
          entry("status", answer.response().status()),
          entry("code", answer.code()),
          entry("duration_ms", took.toMillis()));
      answer.fault().ifPresent(RequestTelemetry::explain);
      if (route.filter(Route.ENSURE::equals).isPresent()) {
        metrics.get().emit(answer.code(), answer.fault().map(EnsureFault::kind), took);
      }
    } catch (RuntimeException | LinkageError e) {
      System.err.println("a request could not be told of: " + e.getClass().getName());
    }
  }

  private static void explain(EnsureFault fault) {
    LOG.warn(
        "a customer could not be ensured",
        entry("detail", fault.detail()),
        entry("code", fault.kind().code()),
        entry("remedy", fault.kind().remedy().name()));
  }
}
