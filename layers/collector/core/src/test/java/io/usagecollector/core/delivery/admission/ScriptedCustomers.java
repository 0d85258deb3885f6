package io.usagecollector.core.delivery.admission;

import io.usagecollector.core.event.UsageEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says of each customer what a rule says, and remembers what it was asked. */
public final class ScriptedCustomers implements Customers {
  public static final Admission ADMITTED = new Admission.Admitted();

  /** One call. */
  public record Asked(Map<String, List<String>> events, Duration time, boolean anew) {}

  public final List<Asked> asked = new ArrayList<>();
  private final Function<String, Admission> rule;

  public ScriptedCustomers(Function<String, Admission> rule) {
    this.rule = rule;
  }

  @Override
  public Map<String, Admission> admit(List<Applicant> applicants, Duration time) {
    return answer(applicants, time, false);
  }

  @Override
  public Map<String, Admission> admitAnew(List<Applicant> applicants, Duration time) {
    return answer(applicants, time, true);
  }

  private Map<String, Admission> answer(List<Applicant> applicants, Duration time, boolean anew) {
    asked.add(
        new Asked(
            applicants.stream()
                .collect(
                    Collectors.toMap(
                        Applicant::customer,
                        one -> one.events().stream().map(UsageEvent::eventId).toList())),
            time,
            anew));
    return applicants.stream()
        .collect(Collectors.toMap(Applicant::customer, one -> rule.apply(one.customer())));
  }
}
