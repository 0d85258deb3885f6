package io.usagecollector.core.delivery;

import io.usagecollector.core.delivery.bulk.Bulk;
import io.usagecollector.core.delivery.flight.Flights;
import io.usagecollector.core.delivery.flight.InFlight;
import io.usagecollector.core.delivery.flight.Landed;
import io.usagecollector.core.delivery.pace.Pacer;
import io.usagecollector.core.sink.Answer;
import io.usagecollector.core.sink.FaultKey;
import io.usagecollector.core.sink.Sink;
import io.usagecollector.core.sink.TransportFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What of a batch is in flight, and whether more may start: as many as the port allows while bulks
 * pass, else one at a time, so that a service that refuses everything is asked little. One that
 * takes its time lets another start after a while: a slow bulk does not hold the others.
 */
final class Airspace implements AutoCloseable {
  private static final long PATIENCE = 1_000;

  /** So long after its own time limit a request is taken for lost. */
  private static final long OVERDUE = 250;

  /** What a piece of a bulk that hangs is given at least, and how often what the slowest took. */
  private static final long LEAST = 2_000;

  private static final int TIMES = 4;

  private static final Answer NO_ANSWER =
      new Answer.Transient(
          new FaultKey.Unanswered(TransportFault.TIMEOUT),
          "no answer in time; it may have been stored",
          Optional.empty());

  private final InFlight air;
  private final boolean careful;
  private final int most;
  private final Pacer pacer;
  private final List<Flight> flying = new ArrayList<>();
  private long slowest;
  private long lastStart;
  private int started;

  /**
   * A bulk in flight.
   *
   * @param number counts the bulks that were started, from 0
   * @param start when it started, milliseconds since 1970-01-01T00:00:00Z
   * @param end when its time is up, milliseconds since 1970-01-01T00:00:00Z
   */
  private record Flight(Bulk bulk, int number, long start, long end) {}

  /**
   * A bulk that is back.
   *
   * @param number counts the bulks that were started, from 0
   */
  record Arrival(Bulk bulk, int number, Answer answer) {}

  /**
   * @param careful whether the last call told nothing
   */
  Airspace(Flights flights, Sink sink, Pacer pacer, boolean careful) {
    this.careful = careful;
    this.most = flights.most();
    this.air = flights.open(sink);
    this.pacer = pacer;
  }

  boolean isEmpty() {
    return flying.isEmpty();
  }

  /** How many bulks were started. */
  int started() {
    return started;
  }

  /**
   * Whether another may start now.
   *
   * @param passing whether bulks pass
   */
  boolean isFree(boolean passing) {
    return pacer.now() >= freeFrom(passing);
  }

  private long freeFrom(boolean passing) {
    if (flying.isEmpty()) {
      return Long.MIN_VALUE;
    }
    if (flying.size() >= most) {
      return Long.MAX_VALUE;
    }
    return passing ? Long.MIN_VALUE : lastStart + PATIENCE;
  }

  void start(Bulk bulk) {
    Duration timeout = timeout(bulk);
    lastStart = pacer.now();
    int number = started++;
    flying.add(new Flight(bulk, number, lastStart, lastStart + timeout.toMillis()));
    air.start(number, bulk, timeout);
  }

  /**
   * A piece of a bulk that hangs is given what others need several times over, and no more. Nor is
   * all the time that is left given to one bulk where the last call told nothing: if it hangs too,
   * its pieces need some.
   */
  private Duration timeout(Bulk bulk) {
    Duration most = pacer.exchange();
    if (!bulk.stubborn() && (!careful || slowest == 0)) {
      return most;
    }
    long share = bulk.stubborn() ? 0 : pacer.left().toMillis() / 2;
    Duration enough = Duration.ofMillis(Math.max(Math.max(LEAST, share), TIMES * slowest));
    return enough.compareTo(most) < 0 ? enough : most;
  }

  /**
   * Waits for the next that lands.
   *
   * @param passing whether bulks pass
   * @param due when the next bulk could go
   * @return nothing where a bulk may start before any lands
   */
  Optional<Arrival> land(boolean passing, long due) throws InterruptedException {
    Flight first = flying.stream().min(Comparator.comparingLong(Flight::end)).orElseThrow();
    long overdue = first.end() + OVERDUE;
    long now = pacer.now();
    long wake = Math.max(now + 1, Math.min(overdue, Math.max(due, freeFrom(passing))));
    Optional<Landed> landed = air.land(Duration.ofMillis(wake - now));
    if (landed.isPresent()) {
      return arrived(landed.get());
    }
    return pacer.now() >= overdue ? Optional.of(arrival(first, NO_ANSWER)) : Optional.empty();
  }

  /** What was taken for lost, and lands all the same, is nothing any more. */
  private Optional<Arrival> arrived(Landed landed) {
    return flying.stream()
        .filter(flight -> flight.number() == landed.number())
        .findFirst()
        .map(flight -> arrival(flight, landed.answer()));
  }

  private Arrival arrival(Flight flight, Answer answer) {
    if (answer instanceof Answer.Accepted) {
      slowest = Math.max(slowest, pacer.now() - flight.start());
    }
    flying.removeIf(one -> one.number() == flight.number());
    return new Arrival(flight.bulk(), flight.number(), answer);
  }

  /** What is still in flight, where nobody waits for it any longer. */
  List<Bulk> abandon() {
    List<Bulk> left = flying.stream().map(flight -> flight.bulk().asMaybeStored()).toList();
    flying.clear();
    return left;
  }

  @Override
  public void close() {
    air.close();
  }
}
