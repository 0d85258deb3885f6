package io.usagecollector.core.sink.form;

import io.usagecollector.core.event.Reason;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a document, told with its values and without them. Of one thread. */
public final class EventComplaints {
  /** As much of a value as helps to find it. */
  private static final int SHOWN = 200;

  private record Complaint(String safe, String full) {}

  private final List<Complaint> all = new ArrayList<>(0);

  /** A complaint that holds no value. */
  public void add(String text) {
    all.add(new Complaint(text, text));
  }

  /** A complaint about a value, which the safe text leaves out. */
  public void add(String key, String value, String complaint) {
    all.add(new Complaint(key + complaint, key + " \"" + cut(value) + "\"" + complaint));
  }

  /** A complaint about something whose name the event brings: the safe text leaves the name out. */
  public void addNamed(String what, String name, String complaint) {
    all.add(
        new Complaint(
            "a " + what + complaint, "the " + what + " \"" + cut(name) + "\"" + complaint));
  }

  private static String cut(String value) {
    return value.length() > SHOWN ? value.substring(0, SHOWN) + "..." : value;
  }

  /** How many there are so far. */
  public int count() {
    return all.size();
  }

  public boolean any() {
    return !all.isEmpty();
  }

  /** All of them, as the reason why the document is no event. */
  public Reason reason() {
    return new Reason(
        Reason.Kind.INVALID_EVENT,
        String.join("; ", all.stream().map(Complaint::safe).toList()),
        String.join("; ", all.stream().map(Complaint::full).toList()));
  }
}
