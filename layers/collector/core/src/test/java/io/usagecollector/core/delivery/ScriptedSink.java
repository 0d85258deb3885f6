package io.usagecollector.core.delivery;

import static io.usagecollector.core.sink.FaultKey.Answered.status;

import io.usagecollector.core.delivery.pace.VirtualTime;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.sink.Answer;
import io.usagecollector.core.sink.BulkLimits;
import io.usagecollector.core.sink.EventForm;
import io.usagecollector.core.sink.FaultKey;
import io.usagecollector.core.sink.Sink;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A billing service that answers by rule, and remembers what it was sent. */
public final class ScriptedSink implements Sink {
  public static final Answer ACCEPTED = new Answer.Accepted("202");
  public static final Answer UNAUTHORIZED = new Answer.Unauthorized(status(401), "401");
  public static final Answer UNAVAILABLE =
      new Answer.Transient(status(503), "503", Optional.empty());

  public record Sent(Instant at, List<String> ids, List<UsageEvent> events, Duration timeout) {}

  public final List<Sent> sent = new ArrayList<>();
  int renewals;
  private EventForm form = World.FORM;
  private final VirtualTime time;
  private final BulkLimits limits;
  private final Function<List<String>, Answer> rule;

  public ScriptedSink(VirtualTime time, int bulk, Function<List<String>, Answer> rule) {
    this.time = time;
    this.limits = new BulkLimits(bulk, 1_000_000);
    this.rule = rule;
  }

  /** Answers in turn; the last answer is given for ever. */
  public static ScriptedSink answering(VirtualTime time, Answer... answers) {
    int[] turn = {0};
    return new ScriptedSink(time, 1_000, ids -> answers[Math.min(turn[0]++, answers.length - 1)]);
  }

  public static Answer invalid(String detail) {
    return new Answer.Invalid(
        new FaultKey.Answered(400, detail, List.of()), detail, detail + ": in full");
  }

  public static Answer naming(String detail, List<Integer> guilty) {
    return new Answer.Invalid(
        new FaultKey.Answered(400, detail, List.of()), detail, detail + ": in full", guilty);
  }

  public static Answer throttled(Duration retryAfter) {
    return new Answer.Throttled(status(429), "429", Optional.of(retryAfter));
  }

  /** The same service, with events of another form. */
  ScriptedSink taking(EventForm form) {
    this.form = form;
    return this;
  }

  /** What each call carried, by event ids. */
  public List<List<String>> calls() {
    return sent.stream().map(Sent::ids).toList();
  }

  public List<Instant> times() {
    return sent.stream().map(Sent::at).toList();
  }

  @Override
  public Answer send(List<UsageEvent> events, Duration timeout) {
    List<String> ids = events.stream().map(UsageEvent::eventId).toList();
    sent.add(new Sent(time.instant(), ids, events, timeout));
    return rule.apply(ids);
  }

  @Override
  public void renewCredentials() {
    renewals++;
  }

  @Override
  public EventForm form() {
    return form;
  }

  @Override
  public BulkLimits limits() {
    return limits;
  }
}
