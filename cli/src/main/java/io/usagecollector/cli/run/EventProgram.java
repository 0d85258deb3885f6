package io.usagecollector.cli.run;

import io.usagecollector.core.event.SourceRecord;
import java.util.List;

/** What events are run through. */
interface EventProgram {
  /**
   * Runs an event.
   *
   * @return what became of it: one outcome, or one for each part it was taken apart into
   */
  List<Outcome> run(SourceRecord record);
}
