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
      List<Applicant> unknown = unknown(bulk);
      if (!unknown.isEmpty()) {
        told.putAll(ask(port, unknown));
      }
    });
    for (PendingEvent event : bulk.pending()) {
      turnAway(event, bulk);
    }
    return bulk.keeping(this::isAdmitted);
  }

  private List<Applicant> unknown(Bulk bulk) {
    Map<String, List<UsageEvent>> events = new LinkedHashMap<>();
    for (PendingEvent pending : bulk.pending()) {
      UsageEvent event = pending.event();
      if (!told.containsKey(event.externalCustomerId())) {
        events.computeIfAbsent(event.externalCustomerId(), any -> new ArrayList<>()).add(event);
      }
    }
    return events.entrySet().stream()
        .map(one -> new Applicant(one.getKey(), one.getValue()))
        .toList();
  }

  /** What is not told, or thrown, keeps nobody else out. */
  private Map<String, Admission> ask(Customers port, List<Applicant> applicants) {
    long start = pacer.now();
    Map<String, Admission> answers = answers(port, applicants, Duration.ofMillis(left / 2));
    left = Math.max(0, left - Math.max(0, pacer.now() - start));
    Map<String, Admission> all = new HashMap<>();
    for (Applicant applicant : applicants) {
      Admission answer = answers.get(applicant.customer());
      all.put(applicant.customer(), answer == null ? untold("it was not told") : answer);
    }
    return all;
  }

  private static Map<String, Admission> answers(
      Customers port, List<Applicant> applicants, Duration time) {
    try {
      return port.admit(applicants, time);
    } catch (RuntimeException e) {
      Admission failed = untold("asking failed: " + e.getClass().getSimpleName());
      Map<String, Admission> none = new HashMap<>();
      applicants.forEach(applicant -> none.put(applicant.customer(), failed));
      return none;
    }
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
