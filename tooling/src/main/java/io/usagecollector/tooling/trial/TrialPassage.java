package io.usagecollector.tooling.trial;

import io.usagecollector.bloblang.Host;
import io.usagecollector.core.processor.Measurements;
import io.usagecollector.core.processor.Passage;

/** A trial's passage: its caller's world, for every message alike. */
record TrialPassage(Host host) implements Passage {
  @Override
  public Host host(int ordinal) {
    return host;
  }

  @Override
  public Host logHost(int ordinal) {
    return host;
  }

  @Override
  public Measurements measurements() {
    return Measurements.NONE;
  }

  /** A batch may hold several messages that are taken apart. */
  @Override
  public void tookApart(int parts) {}
}
