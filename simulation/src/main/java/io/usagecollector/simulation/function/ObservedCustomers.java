package io.usagecollector.simulation.function;

import io.usagecollector.core.delivery.admission.Admission;
import io.usagecollector.core.delivery.admission.Applicant;
import io.usagecollector.core.delivery.admission.Customers;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.simulation.ledger.Happening;
import io.usagecollector.simulation.world.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells whose events want to go out, and when the first of them took place. */
record ObservedCustomers(Surroundings world, FunctionProcess process, Customers customers)
    implements Customers {
  @Override
  public Map<String, Admission> admit(List<Applicant> applicants, Duration time) {
    tell(applicants);
    return customers.admit(applicants, time);
  }

  @Override
  public Map<String, Admission> admitAnew(List<Applicant> applicants, Duration time) {
    tell(applicants);
    return customers.admitAnew(applicants, time);
  }

  private void tell(List<Applicant> applicants) {
    Map<String, Instant> first =
        applicants.stream()
            .collect(Collectors.toMap(Applicant::customer, ObservedCustomers::firstEvent));
    world.tell(new Happening.Applied(world.now(), process.invocation(), first));
  }

  private static Instant firstEvent(Applicant applicant) {
    return applicant.events().stream()
        .map(UsageEvent::timestamp)
        .map(Instant::parse)
        .min(Instant::compareTo)
        .orElseThrow();
  }
}
