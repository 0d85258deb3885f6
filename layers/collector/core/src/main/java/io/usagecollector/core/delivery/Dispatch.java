package io.usagecollector.core.delivery;

import io.usagecollector.core.delivery.bulk.Bulk;
import io.usagecollector.core.delivery.bulk.BulkQueue;
import io.usagecollector.core.delivery.bulk.Packer;
import io.usagecollector.core.delivery.bulk.PieceBudget;
import io.usagecollector.core.delivery.pace.Pacer;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Sends the events of one batch, several bulks at once, until each is settled, time is up, or a
 * fault that is not theirs stops it. A repeat sends the same bytes; a refused bulk comes again in
 * halves, or without the events that the service names. A few bulks are in memory at once, however
 * large the batch. All is decided on one thread.
 *
 * <p>Repeats aside, n events in B bulks of at most m, of which b are refused for good, cost at most
 * B + 3·min(B, b) + 2·b·⌈log2 m⌉ requests, and never more than 2·n + 3·B. Where there is a retry
 * queue they are never more than B + 200 + n/10 once something was accepted: see {@link
 * PieceBudget}. Where all is refused alike and nothing accepted, it is {@link
 * #MOST_REQUESTS_OF_A_SUSPICION}, however large the batch, and as many more as were in flight when
 * the first was refused, since bulks passed until then. Where customers are asked for, an event
 * that is refused for good goes out once more, alone: b requests more, and none of a suspicion.
 */
final class Dispatch {
  /** Three new bulks, their halves, one quarter, and three events alone. */
  static final int MOST_REQUESTS_OF_A_SUSPICION = 3 * BulkQueue.FEW + 1 + 3;

  private static final String INTERRUPTED = "the invocation was interrupted";
  private static final String TOO_MANY =
      "too many of its batch were refused to try each: it is tried again apart from them";
  private static final String NO_TIME =
      "no time was left to send it, or the billing service asked for a longer pause";

  private final Ports ports;
  private final Pacer pacer;
  private final Ledger ledger;
  private final Course course;
  private final Leftovers leftovers;
  private final Judge judge;
  private final Entrance entrance;
  private final boolean probe;
  private final PieceBudget pieces = new PieceBudget();
  private final BulkQueue queue;
  private final Stuck stuck;
  private final Landing landing;
  private final Healing healing;
  private final Airspace air;

  /**
   * @param air is closed by whoever opened it
   * @param probe whether this batch tries if a closed gate may be opened
   */
  Dispatch(Ports ports, Books books, Pacer pacer, Intake intake, Airspace air, boolean probe) {
    this.ports = ports;
    this.pacer = pacer;
    this.ledger = books.ledger();
    this.course = books.course();
    this.leftovers = books.leftovers();
    this.judge = new Judge(ports.gate(), books.burial(), leftovers, course);
    this.entrance = new Entrance(ports.customers(), pacer, books);
    this.air = air;
    this.probe = probe;
    var limits = ports.sink().limits();
    this.queue =
        new BulkQueue(
            ports.random(), new Packer(limits, intake::next), limits, ports.flights().most());
    this.stuck = new Stuck(ports, pacer, books, queue, probe);
    this.landing = new Landing(ports, pacer, books, judge, queue, stuck);
    this.healing = new Healing(entrance, books, pacer, queue);
  }

  /** Settles every event, or leaves it as a fault that is due. */
  void run() {
    send();
    judge.conclude(ledger.received());
    if (healing.begin()) {
      judge.settled();
      send();
    }
  }

  private void send() {
    boolean more = true;
    while (more) {
      launch();
      more = air.isEmpty() ? waits() : lands();
    }
  }

  /** Starts all that may start now. */
  private void launch() {
    if (!probe && course.stopped().isEmpty()) {
      ports.gate().closed().ifPresent(course::stop);
    }
    boolean more = true;
    while (more && course.stopped().isEmpty() && air.isFree(isPassing())) {
      more = next().map(this::start).orElse(false);
    }
    course.stopped().ifPresent(this::drain);
  }

  /** True if another may follow. */
  private boolean start(Bulk bulk) {
    long now = pacer.now();
    long opens = ports.gate().opensAt();
    if (opens > now && pacer.fits(opens)) {
      queue.unsent(bulk);
      return false;
    }
    if (isOnePieceTooMany(bulk)) {
      queue.landed(bulk);
      leftovers.defer(bulk, TOO_MANY);
      return true;
    }
    if (pacer.fits(Math.max(now, opens))) {
      if (!entrance.isOpenTo(bulk)) {
        queue.unsent(bulk, entrance.letIn(bulk));
        return true;
      }
      pieces.started(bulk);
      ports.gate().sending();
      air.start(bulk);
      return true;
    }
    if (opens > now) {
      course.stop(NO_TIME);
    }
    giveBack(bulk, noTimeFor(bulk));
    return true;
  }

  /**
   * Bad events so many that to find each would take all requests there are: it takes several
   * batches.
   */
  private boolean isOnePieceTooMany(Bulk bulk) {
    return !bulk.isFresh()
        && bulk.failures() == 0
        && pieces.isSpent()
        && leftovers.canDefer()
        && (course.anyAccepted() || judge.tellsApart());
  }

  private Optional<Bulk> next() {
    Optional<Bulk> alone = judge.isGrave() ? queue.anyAlone() : Optional.empty();
    Optional<Bulk> deep = judge.isDeepening() ? queue.deepest() : Optional.empty();
    return alone.or(() -> deep).or(this::inTurn);
  }

  /** The first is one event alone where the last call told nothing: to see if anything passes. */
  private Optional<Bulk> inTurn() {
    if (air.started() == 0 && queue.earliest().isEmpty() && ports.gate().isFailing()) {
      return stuck.sample(queue.few());
    }
    return queue.next(pacer.now(), isPassing());
  }

  private boolean isPassing() {
    return judge.isClear() && (course.anyAccepted() || (!probe && ports.gate().acceptedLately()));
  }

  /** Waits until the next bulk may go. True if there is one, or was one whose time is up. */
  private boolean waits() {
    OptionalLong due = queue.earliest();
    if (due.isEmpty()) {
      return stuck.release();
    }
    switch (pacer.until(Math.max(due.getAsLong(), ports.gate().opensAt()))) {
      case OVER -> {}
      case NO_TIME ->
          queue
              .removeIf(bulk -> !pacer.fits(earliest(bulk)))
              .forEach(bulk -> leftovers.late(bulk, noTimeFor(bulk)));
      case INTERRUPTED -> course.stop(INTERRUPTED);
    }
    return true;
  }

  private long earliest(Bulk bulk) {
    return Math.max(Math.max(bulk.notBefore(), pacer.now()), ports.gate().opensAt());
  }

  /** Waits until a bulk lands, or another may start. */
  private boolean lands() {
    try {
      air.land(isPassing(), due()).ifPresent(arrival -> landing.take(arrival, air.started()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      course.stop(INTERRUPTED);
      air.abandon().forEach(bulk -> giveBack(bulk, INTERRUPTED));
    }
    return true;
  }

  /** When the next bulk could go, as far as it is known. */
  private long due() {
    OptionalLong next = queue.earliest();
    if (next.isEmpty() && !queue.hasFresh(isPassing())) {
      return Long.MAX_VALUE;
    }
    return Math.max(next.orElse(Long.MIN_VALUE), ports.gate().opensAt());
  }

  /** Leaves what is left: what waits here, and what was not taken in yet. */
  private void drain(String why) {
    stuck.giveUp();
    queue.removeIf(any -> true).forEach(bulk -> leftovers.keep(bulk, why));
    for (var left = queue.next(Long.MAX_VALUE, true);
        left.isPresent();
        left = queue.next(Long.MAX_VALUE, true)) {
      giveBack(left.get(), why);
    }
  }

  private void giveBack(Bulk bulk, String why) {
    queue.landed(bulk);
    leftovers.keep(bulk, why);
  }

  private static String noTimeFor(Bulk bulk) {
    return bulk.lastAnswer()
        .map(answer -> "no time was left after " + bulk.failures() + " attempts, last: " + answer)
        .orElse(NO_TIME);
  }
}
