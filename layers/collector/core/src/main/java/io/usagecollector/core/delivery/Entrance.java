package io.usagecollector.core.delivery;

import io.usagecollector.core.delivery.admission.Admission;
import io.usagecollector.core.delivery.admission.Applicant;
import io.usagecollector.core.delivery.admission.Customers;
import io.usagecollector.core.delivery.bulk.Bulk;
import io.usagecollector.core.delivery.bulk.PendingEvent;
import io.usagecollector.core.delivery.outcome.Alarm;
import io.usagecollector.core.delivery.pace.Pacer;
import io.usagecollector.core.event.UsageEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lets the events of a batch through whose customers are ready, and turns the others away. Each
 * customer is asked for once in a batch, all that are new in a bulk by one call. Where nobody is
 * asked for, a bulk is not even looked at.
 *
 * <p>Asking takes half of the batch's time at most, and one call half of what is left of that: so
 * there is time to send what is ready, and to defer what is not.
 */
final class Entrance {
  private static final Admission ADMITTED = new Admission.Admitted();

  private final Optional<Customers> customers;
  private final Pacer pacer;
  private final Course course;
  private final Leftovers leftovers;
  private final Map<String, Admission> told = new HashMap<>();
  private long left;

  /**
   * @param customers nothing where nobody is asked for
   */
  Entrance(Optional<Customers> customers, Pacer pacer, Books books) {
    this.customers = customers;
    this.pacer = pacer;
    this.course = books.course();
    this.leftovers = books.leftovers();
    this.left = pacer.left().toMillis() / 2;
  }

  /** Whether anybody is asked for. */
  boolean isGuarded() {
    return customers.isPresent();
  }

  /** Whether a bulk may go out as it is: all of its customers are known to be ready. */
  boolean isOpenTo(Bulk bulk) {
    return customers.isEmpty() || bulk.pending().stream().allMatch(this::isAdmitted);
  }

  private boolean isAdmitted(PendingEvent event) {
    return told.get(event.event().externalCustomerId()) instanceof Admission.Admitted;
  }

  /**
   * Asks for the customers that were not asked for yet, and leaves the events of those that are
   * turned away.
   *
   * @return what may go out, if anything may
   */
  Optional<Bulk> letIn(Bulk bulk) {
    customers.ifPresent(port -> {
      List<Applicant> unknown =
          applicants(
              bulk.events().stream()
                  .filter(event -> !told.containsKey(event.externalCustomerId())));
      if (!unknown.isEmpty()) {
        told.putAll(ask(port::admit, unknown));
      }
    });
    return sorted(bulk);
  }

  /**
   * Asks for all customers of these, past what is remembered of them.
   *
   * @return what may go out
   */
  List<Bulk> letInAnew(List<Bulk> bulks) {
    List<Applicant> all = applicants(bulks.stream().flatMap(bulk -> bulk.events().stream()));
    if (!all.isEmpty()) {
      customers.ifPresent(port -> told.putAll(ask(port::admitAnew, all)));
    }
    return bulks.stream().flatMap(bulk -> sorted(bulk).stream()).toList();
  }

  private Optional<Bulk> sorted(Bulk bulk) {
    for (PendingEvent event : bulk.pending()) {
      turnAway(event, bulk);
    }
    return bulk.keeping(this::isAdmitted);
  }

  private static List<Applicant> applicants(Stream<UsageEvent> events) {
    Map<String, List<UsageEvent>> of = new LinkedHashMap<>();
    events.forEach(event ->
        of.computeIfAbsent(event.externalCustomerId(), any -> new ArrayList<>()).add(event));
    return of.entrySet().stream().map(one -> new Applicant(one.getKey(), one.getValue())).toList();
  }

  /** What is not told, or thrown, keeps nobody else out. */
  private Map<String, Admission> ask(Question port, List<Applicant> applicants) {
    long start = pacer.now();
    long time = Math.min(left, pacer.left().toMillis()) / 2;
    Map<String, Admission> answers = answers(port, applicants, Duration.ofMillis(time));
    left = Math.max(0, left - Math.max(0, pacer.now() - start));
    Map<String, Admission> all = new HashMap<>();
    for (Applicant applicant : applicants) {
      Admission answer = answers.get(applicant.customer());
      all.put(applicant.customer(), answer == null ? untold("it was not told") : answer);
    }
    return all;
  }

  private static Map<String, Admission> answers(
      Question port, List<Applicant> applicants, Duration time) {
    try {
      return port.ask(applicants, time);
    } catch (RuntimeException e) {
      Admission failed = untold("asking failed: " + e.getClass().getSimpleName());
      Map<String, Admission> none = new HashMap<>();
      applicants.forEach(applicant -> none.put(applicant.customer(), failed));
      return none;
    }
  }

  /** One of the two that a port can be asked. */
  private interface Question {
    Map<String, Admission> ask(List<Applicant> applicants, Duration time);
  }

  private static Admission untold(String why) {
    return new Admission.NotNow(why, Duration.ZERO, true);
  }

  private void turnAway(PendingEvent event, Bulk bulk) {
    Admission answer = told.getOrDefault(event.event().externalCustomerId(), ADMITTED);
    if (answer instanceof Admission.NotAdmitted refusal) {
      course.turnedAway();
      switch (refusal) {
        case Admission.NotNow(String why, Duration pause, boolean tried) ->
            leftovers.defer(Fault.turnedAway(event, bulk, why, pause, tried));
        case Admission.NotAsConfigured(String why, Duration pause) -> {
          course.tell(Alarm.customersNotReady(why));
          leftovers.defer(Fault.turnedAway(event, bulk, why, pause, false));
        }
        case Admission.NobodyNow(String why) -> {
          course.tell(Alarm.customersNotReady(why));
          leftovers.keep(Fault.turnedAway(event, bulk, why, Duration.ZERO, false));
        }
      }
    }
  }
}
