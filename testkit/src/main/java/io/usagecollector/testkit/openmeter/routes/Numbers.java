package io.usagecollector.testkit.openmeter.routes;

import io.usagecollector.testkit.http.Call;
import io.usagecollector.testkit.openmeter.problem.Problem;
import io.usagecollector.testkit.openmeter.problem.Refused;
import java.util.function.Supplier;

/** Whole numbers in a query. */
public final class Numbers {
  private Numbers() {}

  /**
   * One from 1 on.
   *
   * @param missing what counts where there is none
   * @param refusal what is said of any other
   */
  public static int of(
      Call call, String name, int missing, int biggest, Supplier<Problem> refusal) {
    String text = call.query(name);
    try {
      int number = text.isEmpty() ? missing : Integer.parseInt(text);
      if (number >= 1 && number <= biggest) {
        return number;
      }
    } catch (NumberFormatException e) {
      // refused below, like a number out of range
    }
    throw new Refused(refusal.get());
  }
}
