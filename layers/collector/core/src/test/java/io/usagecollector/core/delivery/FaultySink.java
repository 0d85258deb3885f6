package io.usagecollector.core.delivery;

import static io.usagecollector.core.sink.FaultKey.Answered.status;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.core.delivery.pace.VirtualTime;
import io.usagecollector.core.event.EventOrigin;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.sink.Answer;
import io.usagecollector.core.sink.BulkLimits;
import io.usagecollector.core.sink.EventForm;
import io.usagecollector.core.sink.FaultKey;
import io.usagecollector.core.sink.Formed;
import io.usagecollector.core.sink.Sink;
import io.usagecollector.core.sink.TransportFault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/** A billing service with faults by lot. What it stored is the truth the invariants look at. */
final class FaultySink implements Sink {
  /** One exchange, as the service saw it. */
  record Exchange(
      Instant start, Instant end, Duration timeout, List<UsageEvent> events, Answer answer) {}

  private final VirtualTime time;
  private final Random random;
  private final Faults faults;
  private final int bulk;
  private final Consumer<Exchange> observer;
  final List<UsageEvent> stored = new ArrayList<>();
  private Instant refusedUntil = Instant.MIN;

  FaultySink(
      VirtualTime time, Random random, Faults faults, int bulk, Consumer<Exchange> observer) {
    this.time = time;
    this.random = random;
    this.faults = faults;
    this.bulk = bulk;
    this.observer = observer;
  }

  @Override
  public Answer send(List<UsageEvent> events, Duration timeout) {
    Instant start = time.instant();
    time.sleep(
        random.nextDouble() < faults.slow()
            ? timeout.multipliedBy(random.nextLong(80, 101)).dividedBy(100)
            : Duration.ofMillis(random.nextLong(1, 20)).compareTo(timeout) < 0
                ? Duration.ofMillis(1)
                : timeout);
    if (random.nextDouble() < faults.thrown()) {
      throw new IllegalStateException("broken");
    }
    Answer answer = answer(events);
    observer.accept(new Exchange(start, time.instant(), timeout, events, answer));
    return answer;
  }

  private Answer answer(List<UsageEvent> events) {
    if (random.nextDouble() < faults.unauthorized()) {
      refusedUntil = time.instant().plusSeconds(random.nextLong(120));
    }
    if (time.instant().isBefore(refusedUntil)) {
      return new Answer.Unauthorized(status(401), "401");
    }
    if (random.nextDouble() < faults.throttled()) {
      return new Answer.Throttled(status(429), "429", retryAfter());
    }
    if (random.nextDouble() < faults.unavailable()) {
      return new Answer.Transient(status(503), "503", retryAfter());
    }
    if (random.nextDouble() < faults.page()) {
      return new Answer.Unknown(status(200), "a page", Optional.empty());
    }
    return judged(events);
  }

  /** Events before a bad one may be stored although the bulk is refused. */
  private Answer judged(List<UsageEvent> events) {
    for (int i = 0; i < events.size(); i++) {
      if (isBad(events.get(i))) {
        stored.addAll(random.nextBoolean() ? events.subList(0, i) : List.of());
        return new Answer.Invalid(status(400), "400", "400 in full");
      }
    }
    stored.addAll(events);
    return random.nextDouble() < faults.lostAnswer()
        ? new Answer.Transient(
            new FaultKey.Unanswered(TransportFault.TIMEOUT), "no answer in time", Optional.empty())
        : new Answer.Accepted("202");
  }

  static boolean isBad(UsageEvent event) {
    return event.externalCustomerId().startsWith("bad");
  }

  /**
   * With the id and time of its origin, as a service's form has them; the customer tells a part.
   */
  private static Formed form(Obj document, EventOrigin origin) {
    String customer = String.valueOf(document.get(World.ID));
    String at = Instant.ofEpochMilli(origin.timestampMillis()).toString();
    byte[] json = (origin.eventId() + at + customer).getBytes(UTF_8);
    return new Formed.Sendable(new UsageEvent(origin.eventId(), at, customer, "name", json));
  }

  private Optional<Duration> retryAfter() {
    return random.nextBoolean()
        ? Optional.empty()
        : Optional.of(Duration.ofSeconds(random.nextLong(1, 40)));
  }

  @Override
  public void renewCredentials() {}

  @Override
  public EventForm form() {
    return FaultySink::form;
  }

  @Override
  public BulkLimits limits() {
    return new BulkLimits(bulk, 1_000_000);
  }
}
