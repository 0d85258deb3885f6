package io.usagecollector.core.delivery.outcome;

import io.usagecollector.core.event.SourceHandle;
import java.util.List;

/** Broken on purpose: whatever is held is acknowledged all the same. */
public enum Acknowledger {
  PER_RECORD,
  WHOLE_BATCH;

  public Acknowledgement of(BatchReport report) {
    return new Acknowledgement.Settled();
  }

  public sealed interface Acknowledgement {
    record Settled() implements Acknowledgement {}

    record Listed(List<SourceHandle> held) implements Acknowledgement {}

    record Failed(BatchReport report) implements Acknowledgement {}
  }
}
