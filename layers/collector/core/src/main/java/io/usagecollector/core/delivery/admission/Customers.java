package io.usagecollector.core.delivery.admission;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Asked for the customers of a bulk before it goes out: each that is not ready is made so, or its
 * events wait. Thread-safe.
 */
public interface Customers {
  /**
   * Says of each whether its events may go out now. Throws nothing for what stands in the way.
   *
   * @param applicants one or more, each another customer
   * @param time what all of it may take
   * @return what is said, by {@link Applicant#customer}
   */
  Map<String, Admission> admit(List<Applicant> applicants, Duration time);

  /**
   * The same, where what is remembered of them is not to be trusted: the service has refused an
   * event of each.
   */
  Map<String, Admission> admitAnew(List<Applicant> applicants, Duration time);
}
