package io.usagecollector.core.customer.openmeter;

import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.EnsureFault.Kind;
import io.usagecollector.core.customer.provision.AnswerRows;
import io.usagecollector.core.customer.provision.Effect;
import io.usagecollector.core.customer.provision.Outcome;
import io.usagecollector.core.sink.http.Exchange;
import io.usagecollector.core.sink.openmeter.OpenMeterApi;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request at a time, and what came of it. Thread-safe. */
final class AccountCalls {
  /** What an answer may take that no lock is waited for. */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private static final Logger LOG = LoggerFactory.getLogger(AccountCalls.class);

  private final OpenMeterApi api;
  private final InstantSource clock;
  private final ServerClock there;

  AccountCalls(OpenMeterApi api, InstantSource clock, ServerClock there) {
    this.api = api;
    this.clock = clock;
    this.there = there;
  }

  /** One way of sending a request. */
  @FunctionalInterface
  private interface Sending {
    Exchange send(String requestId, Duration timeout);
  }

  Outcome get(String path, AnswerRows answers, String what, Deadline deadline) {
    return call(
        (id, timeout) -> api.get(path, id, timeout),
        answers,
        Effect.READS,
        what,
        deadline.within(PATIENCE));
  }

  /** Makes something by an answer that comes quickly. */
  Outcome post(String path, byte[] json, AnswerRows answers, String what, Deadline deadline) {
    return patientPost(path, json, answers, what, deadline.within(PATIENCE));
  }

  /** Makes something, and waits until the deadline. */
  Outcome patientPost(
      String path, byte[] json, AnswerRows answers, String what, Deadline deadline) {
    return call(
        (id, timeout) -> api.post(path, json, id, timeout), answers, Effect.WRITES, what, deadline);
  }

  private Outcome call(
      Sending sending, AnswerRows answers, Effect effect, String what, Deadline deadline) {
    Duration timeout = deadline.left();
    if (!timeout.isPositive()) {
      return new Outcome.Failed(new EnsureFault(Kind.BUSY, what + ": not asked, the time is up"));
    }
    String id = api.requestId();
    Exchange exchange = sending.send(id, timeout);
    if (exchange instanceof Exchange.Answered answered) {
      there.heard(answered.reply());
    }
    Outcome outcome = answers.of(exchange, effect, what, clock.instant());
    if (outcome instanceof Outcome.Failed failed) {
      LOG.warn("Request {}: {}", id, failed.fault().detail());
    }
    return outcome;
  }
}
