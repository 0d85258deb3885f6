package io.usagecollector.simulation.function;

import io.usagecollector.core.admission.Workers;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.delivery.admission.Admission;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Does one thing after the other, since real threads know nothing of virtual time. */
final class OneByOne implements Workers {
  @Override
  public List<Admission> work(List<Callable<Admission>> tasks, Deadline deadline) {
    List<Admission> answers = new ArrayList<>();
    for (Callable<Admission> task : tasks) {
      try {
        answers.add(task.call());
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
    return answers;
  }
}
