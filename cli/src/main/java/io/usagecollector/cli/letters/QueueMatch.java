package io.usagecollector.cli.letters;

import io.usagecollector.cli.letters.file.LetterFile;
import io.usagecollector.cli.letters.queue.QueueAddress;
import io.usagecollector.cli.terminal.UnusableInputException;
import io.usagecollector.core.letter.steps.Step;
import java.util.Optional;

/** Keeps the letters of one queue from being looked for in another. */
final class QueueMatch {
  private QueueMatch() {}

  /** Refuses a file that was read from another queue. */
  static void require(LetterFile file, QueueAddress address) {
    Optional<Step.Queue> read = file.queue();
    if (read.isPresent() && !read.get().identity().equals(address.identity())) {
      throw new UnusableInputException(
          file.path() + " holds letters of another queue: " + read.get().url());
    }
  }
}
