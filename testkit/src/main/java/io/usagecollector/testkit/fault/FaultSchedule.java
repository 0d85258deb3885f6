package io.usagecollector.testkit.fault;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * The faults waiting to strike, in the order they were ordered: the first order that applies to a
 * request takes it. Unless told otherwise an order is meant for the requests that bring events, so
 * that reading the bill stays possible while ingest fails.
 */
public final class FaultSchedule {
  private final Clock clock;
  private final Predicate<RequestLine> ingest;
  private final List<Order> orders = new ArrayList<>();

  /**
   * @param ingest which requests bring events
   */
  public FaultSchedule(Clock clock, Predicate<RequestLine> ingest) {
    this.clock = clock;
    this.ingest = ingest;
  }

  /** The next {@code requests} that bring events meet {@code fault}. */
  public FaultSchedule next(int requests, Fault fault) {
    return next(requests, fault, ingest);
  }

  /** The next {@code requests} that {@code meant} accepts meet {@code fault}. */
  public FaultSchedule next(int requests, Fault fault, Predicate<RequestLine> meant) {
    return add(new Order(fault, meant, () -> true, requests));
  }

  /** Lets the next {@code requests} that bring events pass, before later orders apply. */
  public FaultSchedule pass(int requests) {
    return add(new Order(null, ingest, () -> true, requests));
  }

  /** Requests that bring events meet {@code fault} for as long as {@code holds}. */
  public FaultSchedule during(BooleanSupplier holds, Fault fault) {
    return during(holds, fault, ingest);
  }

  /** Requests that {@code meant} accepts meet {@code fault} for as long as {@code holds}. */
  public FaultSchedule during(BooleanSupplier holds, Fault fault, Predicate<RequestLine> meant) {
    return add(new Order(fault, meant, holds, Integer.MAX_VALUE));
  }

  /** The next {@code requests} that bring events and hold {@code text} meet {@code fault}. */
  public FaultSchedule nextWith(String text, int requests, Fault fault) {
    return add(new Order(fault, ingest, text, () -> true, requests));
  }

  /** Requests that bring events and hold {@code text} meet {@code fault} while {@code holds}. */
  public FaultSchedule duringWith(String text, BooleanSupplier holds, Fault fault) {
    return add(new Order(fault, ingest, text, holds, Integer.MAX_VALUE));
  }

  /**
   * Requests that bring events meet {@code fault} until the handed-in clock reaches {@code end}.
   */
  public FaultSchedule until(Instant end, Fault fault) {
    return during(() -> clock.instant().isBefore(end), fault);
  }

  /** Forgets every order. */
  public synchronized void clear() {
    orders.clear();
  }

  /** Takes the fault meant for a request without a body, if there is one. */
  public Optional<Fault> claim(RequestLine request) {
    return claim(request, new byte[0]);
  }

  /** Takes the fault meant for this request, if there is one. */
  public synchronized Optional<Fault> claim(RequestLine request, byte[] body) {
    for (Iterator<Order> waiting = orders.iterator(); waiting.hasNext(); ) {
      Order order = waiting.next();
      if (order.appliesTo(request, body)) {
        if (order.useUp()) {
          waiting.remove();
        }
        return Optional.ofNullable(order.fault);
      }
    }
    return Optional.empty();
  }

  private synchronized FaultSchedule add(Order order) {
    orders.add(order);
    return this;
  }
}
