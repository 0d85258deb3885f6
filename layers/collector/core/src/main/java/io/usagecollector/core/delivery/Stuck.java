package io.usagecollector.core.delivery;

import io.usagecollector.core.delivery.bulk.Bulk;
import io.usagecollector.core.delivery.bulk.BulkQueue;
import io.usagecollector.core.delivery.outcome.Alarm;
import io.usagecollector.core.delivery.pace.Pacer;
import io.usagecollector.core.sink.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Bulks that were tried enough while nothing passed. If something passes after all, they are worth
 * another attempt. If nothing else is left to try, one event of them is sent alone, once in a
 * batch: a service that takes it is there, so an event in the bulk is to blame. A batch begins with
 * that one where the last call of the batch before told nothing: a bulk that hangs may leave no
 * time for it.
 */
final class Stuck {
  /** Within so long after an acceptance the service is believed to be there. */
  private static final Duration JUST_NOW = Duration.ofMinutes(1);

  private final Ports ports;
  private final Pacer pacer;
  private final Course course;
  private final Leftovers leftovers;
  private final BulkQueue queue;
  private final boolean probe;
  private List<One> bulks = new ArrayList<>();
  private boolean drawn;

  private record One(Bulk bulk, Answer.Fault fault, boolean provoked, boolean late, String why) {
    One with(Bulk other) {
      return new One(other, fault, provoked, late, why);
    }
  }

  /**
   * @param probe whether this batch tries if a closed gate may be opened
   */
  Stuck(Ports ports, Pacer pacer, Books books, BulkQueue queue, boolean probe) {
    this.ports = ports;
    this.pacer = pacer;
    this.course = books.course();
    this.leftovers = books.leftovers();
    this.queue = queue;
    this.probe = probe;
  }

  /**
   * Takes one.
   *
   * @param provoked whether its own events may have provoked the fault
   * @param late whether it took all the time it had
   * @param why safe to log
   */
  void add(Bulk bulk, Answer.Fault fault, boolean provoked, boolean late, String why) {
    put(new One(bulk, fault, provoked, late, why));
  }

  private void put(One one) {
    queue.aside(one.bulk());
    bulks.add(one);
  }

  private List<One> takeAll() {
    List<One> all = bulks;
    bulks = new ArrayList<>();
    all.forEach(one -> queue.landed(one.bulk()));
    return all;
  }

  /** Something passed: they go out once more, in halves where as a whole they hang. */
  void passed() {
    for (One one : takeAll()) {
      if (one.bulk().isSingle()) {
        leave(one, isOwn(one, true));
      } else if (one.provoked() && one.late()) {
        queue.halve(one.bulk().asStubborn());
      } else {
        queue.last(one.bulk());
      }
    }
  }

  /** Nothing else is left to try. True if there may be something again. */
  boolean release() {
    if (bulks.isEmpty()) {
      return false;
    }
    Optional<One> several = drawn ? Optional.empty() : several();
    if (several.isPresent() && pacer.fits(pacer.now())) {
      draw(several.get());
    } else {
      giveUp();
    }
    return true;
  }

  private Optional<One> several() {
    List<One> several =
        bulks.stream().filter(one -> one.provoked() && !one.bulk().isSingle()).toList();
    return several.isEmpty()
        ? Optional.empty()
        : Optional.of(several.get(ports.random().nextInt(several.size())));
  }

  private void draw(One one) {
    drawn = true;
    bulks.remove(one);
    queue.landed(one.bulk());
    int index = lot(one.bulk());
    put(one.with(one.bulk().without(index)));
    queue.first(one.bulk().alone(index));
  }

  /**
   * One event by lot of the bulks that are the first to go out, if there are any; the others are
   * the next.
   */
  Optional<Bulk> sample(List<Bulk> first) {
    if (first.isEmpty()) {
      return Optional.empty();
    }
    drawn = true;
    int at = ports.random().nextInt(first.size());
    Bulk chosen = first.get(at);
    int index = lot(chosen);
    List<Bulk> others = new ArrayList<>(first);
    if (chosen.isSingle()) {
      others.remove(at);
    } else {
      others.set(at, chosen.without(index));
    }
    others.reversed().forEach(queue::unsent);
    return Optional.of(chosen.isSingle() ? chosen : chosen.alone(index));
  }

  private int lot(Bulk bulk) {
    return ports.random().nextInt(bulk.pending().size());
  }

  /** Nothing passes: it is the service, or what stands before it. */
  void giveUp() {
    List<One> all = takeAll();
    boolean own = false;
    for (One one : all) {
      own = isOwn(one, all.size() == 1);
      leave(one, own);
    }
    if (course.stopped().isPresent() || all.isEmpty() || course.isAnswered()) {
      return;
    }
    Answer.Fault last = all.getLast().fault();
    if (last instanceof Answer.Forbidden && !own) {
      ports.gate().forbidden();
      course.tell(Alarm.forbidden(last.detail()));
      course.stop("something before the billing service refuses all calls: " + last.detail());
    } else if (probe) {
      course.stop("the billing service is still away: " + last.detail());
    }
  }

  private void leave(One one, boolean own) {
    if (own) {
      leftovers.defer(one.bulk(), one.why());
    } else {
      leftovers.keep(one.bulk(), one.why());
    }
  }

  /**
   * Whether it is known to be the events' own: others passed, or it was deferred for that before.
   * Where others fail beside it, it is not.
   */
  private boolean isOwn(One one, boolean alone) {
    if (!one.provoked()) {
      return false;
    }
    if (one.bulk().isSingle() && one.bulk().isRedelivered()) {
      return true;
    }
    if (probe) {
      return false;
    }
    if (one.bulk().isRedelivered()) {
      return true;
    }
    return one.bulk().isSingle()
        && (course.isAnswered() || (alone && ports.gate().blamesAlone(JUST_NOW)));
  }
}
