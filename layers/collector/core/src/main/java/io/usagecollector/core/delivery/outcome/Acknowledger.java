package io.usagecollector.core.delivery.outcome;

import io.usagecollector.core.event.SourceHandle;
import java.util.List;

/**
 * What a trigger understands of the answer to a batch. The one place that decides, out of the
 * report, what it is told: everything is settled, these come again, or all of it does.
 */
public enum Acknowledger {
  /** It reads a list of what is held, and only that comes again. */
  PER_RECORD {
    @Override
    public Acknowledgement of(BatchReport report) {
      return report.held().isEmpty()
          ? new Acknowledgement.Settled()
          : new Acknowledgement.Listed(handles(report));
    }
  },

  /** It takes any answer for success, so one held record fails the batch: all of it comes again. */
  WHOLE_BATCH {
    @Override
    public Acknowledgement of(BatchReport report) {
      return report.held().isEmpty()
          ? new Acknowledgement.Settled()
          : new Acknowledgement.Failed(report);
    }
  };

  /** What to tell the trigger. */
  public abstract Acknowledgement of(BatchReport report);

  private static List<SourceHandle> handles(BatchReport report) {
    return report.held().stream().map(HeldRecord::handle).distinct().toList();
  }

  /** What a trigger is told. */
  public sealed interface Acknowledgement {
    /** Nothing comes again. */
    record Settled() implements Acknowledgement {}

    /** These come again, the others do not: they are committed, or deleted from their queue. */
    record Listed(List<SourceHandle> held) implements Acknowledgement {
      public Listed {
        held = List.copyOf(held);
      }
    }

    /** The invocation fails, so all of the batch comes again. */
    record Failed(BatchReport report) implements Acknowledgement {}
  }
}
