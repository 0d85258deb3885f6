package io.usagecollector.core.admission;

import io.usagecollector.core.customer.CustomerKey;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.EnsureAnswer;
import io.usagecollector.core.customer.EnsureRequest;
import io.usagecollector.core.customer.EnsureService;
import io.usagecollector.core.customer.Ensured;
import io.usagecollector.core.delivery.admission.Admission;
import io.usagecollector.core.delivery.admission.Applicant;
import io.usagecollector.core.delivery.admission.Customers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Lets in whom the ensure service makes ready. All are looked up by one read of what is remembered;
 * who is missing there is ensured, several at once. Thread-safe.
 */
public final class EnsuringCustomers implements Customers {
  private static final Admission ADMITTED = new Admission.Admitted();

  private final EnsureService service;
  private final Workers workers;
  private final InstantSource clock;

  public EnsuringCustomers(EnsureService service, InstantSource clock) {
    this(service, new SideBySide(), clock);
  }

  /**
   * With other hands than threads.
   *
   * @param workers do what may be done at once
   */
  public EnsuringCustomers(EnsureService service, Workers workers, InstantSource clock) {
    this.service = service;
    this.workers = workers;
    this.clock = clock;
  }

  @Override
  public Map<String, Admission> admit(List<Applicant> applicants, Duration time) {
    Deadline deadline = Deadline.in(time, clock);
    Map<String, Admission> answers = new HashMap<>();
    Map<CustomerKey, Applicant> missing = keyed(applicants, answers);
    if (!missing.isEmpty()) {
      for (CustomerKey ready : service.ready(missing.keySet(), deadline).keySet()) {
        Applicant applicant = missing.remove(ready);
        if (applicant != null) {
          answers.put(applicant.customer(), ADMITTED);
        }
      }
    }
    ensure(missing, false, deadline, answers);
    return answers;
  }

  @Override
  public Map<String, Admission> admitAnew(List<Applicant> applicants, Duration time) {
    Map<String, Admission> answers = new HashMap<>();
    ensure(keyed(applicants, answers), true, Deadline.in(time, clock), answers);
    return answers;
  }

  /** By their keys; who cannot have one is answered at once. */
  private static Map<CustomerKey, Applicant> keyed(
      List<Applicant> applicants, Map<String, Admission> answers) {
    Map<CustomerKey, Applicant> keyed = new LinkedHashMap<>();
    for (Applicant applicant : applicants) {
      try {
        keyed.put(new CustomerKey(applicant.customer()), applicant);
      } catch (IllegalArgumentException e) {
        answers.put(applicant.customer(), Refusals.noKey(String.valueOf(e.getMessage())));
      }
    }
    return keyed;
  }

  private void ensure(
      Map<CustomerKey, Applicant> missing,
      boolean fresh,
      Deadline deadline,
      Map<String, Admission> answers) {
    if (missing.isEmpty()) {
      return;
    }
    List<Callable<Admission>> tasks = new ArrayList<>();
    missing.forEach((key, applicant) -> {
      var first = EventTimes.first(applicant.events());
      tasks.add(() -> one(new EnsureRequest(key, key.value(), first, fresh), deadline));
    });
    Iterator<Admission> ensured = workers.work(tasks, deadline).iterator();
    missing.values().forEach(applicant -> answers.put(applicant.customer(), ensured.next()));
  }

  private Admission one(EnsureRequest request, Deadline deadline) {
    return switch (service.ensure(request, deadline)) {
      case EnsureAnswer.Ready(Ensured ensured) -> {
        Unbilled.tell(ensured, request.firstEvent());
        yield ADMITTED;
      }
      case EnsureAnswer.Failed(var fault) -> Refusals.of(fault);
    };
  }
}
