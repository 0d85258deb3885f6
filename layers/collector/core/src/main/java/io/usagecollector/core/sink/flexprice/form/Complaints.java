package io.usagecollector.core.sink.flexprice.form;

import io.usagecollector.core.event.Reason;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a document, told with its values and without them. Of one thread. */
final class Complaints {
  /** As much of a value as helps to find it. */
  private static final int SHOWN = 200;

  private record Complaint(String safe, String full) {}

  private final List<Complaint> all = new ArrayList<>(0);

  void add(String text) {
    all.add(new Complaint(text, text));
  }

  /** A complaint about a value, which the safe text leaves out. */
  void add(String key, String value, String complaint) {
    String shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "..." : value;
    all.add(new Complaint(key + complaint, key + " \"" + shown + "\"" + complaint));
  }

  int count() {
    return all.size();
  }

  boolean any() {
    return !all.isEmpty();
  }

  Reason reason() {
    return new Reason(
        Reason.Kind.INVALID_EVENT,
        String.join("; ", all.stream().map(Complaint::safe).toList()),
        String.join("; ", all.stream().map(Complaint::full).toList()));
  }
}
