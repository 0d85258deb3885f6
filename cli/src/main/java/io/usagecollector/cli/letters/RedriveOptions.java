package io.usagecollector.cli.letters;

import io.usagecollector.cli.letters.queue.QueueAddress;
import io.usagecollector.cli.letters.redrive.Treatment;
import io.usagecollector.cli.terminal.UnusableInputException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** How letters are sent on. */
final class RedriveOptions {
  @CommandLine.Option(
      names = "--retry-queue-url",
      paramLabel = "URL",
      description = "The retry queue: the stack's output RetryQueueUrl. Not needed with --local.")
  private @Nullable String retryQueueUrl;

  @CommandLine.Option(
      names = "--as-mapped",
      description =
          "Send the event that was made, byte by byte, under its own id; what has none is mapped by"
              + " the deployed mapping. This is the default.")
  private boolean asMapped;

  @CommandLine.Option(
      names = "--remap",
      description =
          "Have the record mapped anew by the deployed mapping. Only letters whose event was never"
              + " sent: the others stay.")
  private boolean remap;

  @CommandLine.Option(
      names = "--allow-rebill",
      description = "With --remap: also what was sent, and may be billed again under another id.")
  private boolean allowRebill;

  @CommandLine.Option(
      names = "--missing",
      description =
          "Send what is in the file and no longer in the queue, out of the file; such letters may"
              + " have been sent on by somebody else.")
  private boolean missing;

  @CommandLine.Option(names = "--dry-run", description = "Only shows what would be sent.")
  private boolean dryRun;

  @CommandLine.Option(names = "--yes", description = "Sends whatever there is to warn of.")
  private boolean yes;

  Treatment treatment() {
    if (asMapped && remap) {
      throw new UnusableInputException("--as-mapped and --remap exclude each other");
    }
    if (allowRebill && !remap) {
      throw new UnusableInputException("--allow-rebill is about --remap, and needs it");
    }
    if (!remap) {
      return Treatment.AS_MAPPED;
    }
    return allowRebill ? Treatment.REMAP_AND_REBILL : Treatment.REMAP;
  }

  boolean missing() {
    return missing;
  }

  boolean isDryRun() {
    return dryRun;
  }

  boolean isYes() {
    return yes;
  }

  /** Where letters go, which is not where they come from. */
  QueueAddress retryQueue(QueueAddress deadLetters, Optional<QueueAddress> local) {
    QueueAddress retry =
        Optional.ofNullable(retryQueueUrl)
            .map(url -> QueueAddress.parse("--retry-queue-url", url))
            .or(() -> local)
            .orElseThrow(() ->
                new UnusableInputException(
                    "say where the letters go: --retry-queue-url URL, the stack's output"
                        + " RetryQueueUrl"));
    if (retry.identity().equals(deadLetters.identity())) {
      throw new UnusableInputException("the retry queue is the dead-letter queue itself: " + retry);
    }
    return retry;
  }
}
