package io.usagecollector.local.run;

import io.usagecollector.local.system.LocalSystem;
import io.usagecollector.local.trigger.Held;
import java.util.List;
import java.util.TreeMap;

/** Says what has not come to its end, and why. */
record Explanation(LocalSystem system, Screen terminal) {
  private static final int MOST = 20;

  void print() {
    List<Held> held = system.mapping().held();
    var reasons = new TreeMap<String, Integer>();
    held.forEach(record -> reasons.merge(record.reason(), 1, Integer::sum));
    system.reasons().forEach(reason -> terminal.line("a function says: " + reason));
    reasons.forEach((reason, count) -> terminal.line("held, " + count + " records: " + reason));
    held.stream()
        .limit(MOST)
        .forEach(h -> terminal.line("  " + h.place() + "  failed " + h.attempts() + " times"));
    if (held.size() > MOST) {
      terminal.line("  and " + (held.size() - MOST) + " more");
    }
    long waiting = system.retryQueue().depth();
    if (waiting > 0) {
      terminal.line("waiting in the retry queue: " + waiting + " messages, listed below the table");
    }
  }
}
