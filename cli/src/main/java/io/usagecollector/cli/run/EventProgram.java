package io.usagecollector.cli.run;

import java.util.List;

/** What events are run through. */
interface EventProgram {
  /**
   * Runs an event.
   *
   * @param line its number in the input, from 1
   * @return what became of it: one outcome, or one for each part it was taken apart into
   */
  List<Outcome> run(long line, byte[] event);
}
