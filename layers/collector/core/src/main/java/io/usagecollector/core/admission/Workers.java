package io.usagecollector.core.admission;

import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.delivery.admission.Admission;
import java.util.List;
import java.util.concurrent.Callable;

/** Does several things that wait, all by one deadline. Thread-safe. */
public interface Workers {
  /**
   * Does all of them, and waits no longer than shortly after the deadline.
   *
   * @return what came of each, in the same order; throws nothing for what one of them throws
   */
  List<Admission> work(List<Callable<Admission>> tasks, Deadline deadline);
}
