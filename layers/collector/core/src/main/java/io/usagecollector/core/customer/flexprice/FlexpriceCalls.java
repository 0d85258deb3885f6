package io.usagecollector.core.customer.flexprice;

import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.EnsureFault.Kind;
import io.usagecollector.core.customer.provision.AnswerRows;
import io.usagecollector.core.customer.provision.Effect;
import io.usagecollector.core.customer.provision.Outcome;
import io.usagecollector.core.sink.TransportFault;
import io.usagecollector.core.sink.flexprice.FlexpriceApi;
import io.usagecollector.core.sink.http.Exchange;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls to Flexprice, each within its deadline and with what came of it. Thread-safe. */
final class FlexpriceCalls {
  private static final Logger LOG = LoggerFactory.getLogger(FlexpriceCalls.class);

  private final FlexpriceApi api;
  private final InstantSource clock;
  private final Duration longest;
  private final AnswerRows rows = FlexpriceRows.table();

  /**
   * @param longest what one request may take
   */
  FlexpriceCalls(FlexpriceApi api, InstantSource clock, Duration longest) {
    this.api = api;
    this.clock = clock;
    this.longest = longest;
  }

  private interface Request {
    Exchange send(String requestId, Duration timeout);
  }

  void renewKey() {
    api.renewKey();
  }

  /**
   * Looks something up.
   *
   * @param what our own words for it, such as {@code find the plan}
   * @param path percent-encoded
   */
  Outcome get(String what, String path, Deadline deadline) {
    return read(what, deadline, (id, timeout) -> api.get(path, id, timeout));
  }

  /** Searches, by a body instead of a path. */
  Outcome search(String what, String path, Map<String, ?> wanted, Deadline deadline) {
    byte[] json = RequestJson.bytes(wanted);
    return read(what, deadline, (id, timeout) -> api.send("POST", path, json, id, timeout));
  }

  /** Makes or changes something: once, whatever comes of it. */
  Outcome write(String what, String method, String path, Map<String, ?> body, Deadline deadline) {
    byte[] json = RequestJson.bytes(body);
    return call(
        what, Effect.WRITES, deadline, (id, timeout) -> api.send(method, path, json, id, timeout));
  }

  /** A kept connection that broke meanwhile costs a reader nothing but another request. */
  private Outcome read(String what, Deadline deadline, Request request) {
    Request twice =
        (id, timeout) -> {
          Exchange first = request.send(id, timeout);
          Duration left = smaller(deadline.left(), longest);
          return broke(first) && left.isPositive() ? request.send(id, left) : first;
        };
    return call(what, Effect.READS, deadline, twice);
  }

  private static boolean broke(Exchange exchange) {
    return exchange instanceof Exchange.Unanswered(TransportFault fault, _)
        && fault == TransportFault.CONNECTION_BROKEN;
  }

  private Outcome call(String what, Effect effect, Deadline deadline, Request request) {
    Duration timeout = smaller(deadline.left(), longest);
    if (!timeout.isPositive()) {
      return new Outcome.Failed(
          new EnsureFault(Kind.UNREACHABLE, what + ": not tried, no time was left"));
    }
    String id = api.requestId();
    Outcome outcome = rows.of(request.send(id, timeout), effect, what, clock.instant());
    if (outcome instanceof Outcome.Failed(EnsureFault fault)) {
      LOG.warn("Request {}: {}", id, fault.detail());
    }
    return outcome;
  }

  private static Duration smaller(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
