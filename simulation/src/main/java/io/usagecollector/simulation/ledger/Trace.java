package io.usagecollector.simulation.ledger;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last of what happened, for people. Written out only when it is asked for. */
public final class Trace implements Journal {
  private static final int MOST = 2_000;

  private final Deque<Happening> last = new ArrayDeque<>();
  private long told;

  @Override
  public void tell(Happening happening) {
    told++;
    last.addLast(happening);
    if (last.size() > MOST) {
      last.removeFirst();
    }
  }

  /** How much happened. */
  public long told() {
    return told;
  }

  public List<String> lines() {
    return last.stream().map(Trace::line).toList();
  }

  private static String line(Happening happening) {
    return Instant.ofEpochMilli(happening.at()) + " " + TraceLine.of(happening);
  }
}
