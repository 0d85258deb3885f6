package io.usagecollector.local.run;

import io.usagecollector.local.billing.Enrolled;
import java.util.List;

/** Shows a person who of those that are billed is a customer with one subscription. */
record EnrolmentPrinter(Screen terminal) {
  private static final int MOST = 20;

  /** Prints it; whether all are. */
  boolean print(List<Enrolled> billed) {
    List<Enrolled> others = billed.stream().filter(customer -> !customer.isOnce()).toList();
    terminal.line(
        "customers billed %,d   there %,d   with one running subscription %,d"
            .formatted(
                billed.size(),
                billed.stream().filter(Enrolled::isThere).count(),
                billed.size() - others.size()));
    others.stream().limit(MOST).forEach(customer -> terminal.line(terminal.bad(text(customer))));
    if (others.size() > MOST) {
      terminal.line("  and " + (others.size() - MOST) + " more");
    }
    return others.isEmpty();
  }

  private static String text(Enrolled customer) {
    String name = Screen.clean(customer.customer());
    return customer.isThere()
        ? "  %s has %d running subscriptions".formatted(name, customer.subscriptions())
        : "  %s is billed, and is no customer".formatted(name);
  }
}
