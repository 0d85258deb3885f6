package io.usagecollector.cli.diff;

import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.cli.terminal.Paragraph;

/** Counts of a comparison. Of one thread. */
final class DiffTally {
  private int events;
  private int added;
  private int dropped;
  private int failing;
  private int recovered;
  private int changed;
  private int breaking;

  void event() {
    events++;
  }

  void count(EventChange change) {
    switch (change) {
      case EventChange.Added _ -> added++;
      case EventChange.Dropped _ -> dropped++;
      case EventChange.Failing _ -> failing++;
      case EventChange.Recovered _ -> recovered++;
      case EventChange.Changed it -> {
        changed++;
        breaking += it.breaking() ? 1 : 0;
      }
    }
  }

  int events() {
    return events;
  }

  boolean isBreaking() {
    return breaking > 0;
  }

  boolean isEmpty() {
    return added + dropped + failing + recovered + changed == 0;
  }

  @Override
  public String toString() {
    return Paragraph.count(events, "event")
        + ": "
        + added
        + " added, "
        + dropped
        + " dropped, "
        + failing
        + " now failing, "
        + recovered
        + " no longer failing, "
        + changed
        + " changed, of them "
        + breaking
        + " billing-breaking";
  }

  MapObj json() {
    MapObj counts = new MapObj();
    counts.put(Str.of("events"), IntNum.of(events)).put(Str.of("added"), IntNum.of(added));
    counts.put(Str.of("dropped"), IntNum.of(dropped)).put(Str.of("failing"), IntNum.of(failing));
    counts.put(Str.of("recovered"), IntNum.of(recovered));
    counts.put(Str.of("changed"), IntNum.of(changed));
    counts.put(Str.of("billing_breaking"), IntNum.of(breaking));
    return new MapObj().put(Str.of("summary"), counts);
  }
}
