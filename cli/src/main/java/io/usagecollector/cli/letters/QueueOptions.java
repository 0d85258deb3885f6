package io.usagecollector.cli.letters;

import io.usagecollector.cli.letters.queue.QueueAddress;
import io.usagecollector.cli.terminal.UnusableInputException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Which queue, and the local file of its letters: the same for every command. */
final class QueueOptions {
  private static final Path FOLDER = Path.of("dead-letters");

  @CommandLine.Option(
      names = "--queue-url",
      paramLabel = "URL",
      description =
          "The dead-letter queue: the stack's output DeadLetterQueueUrl. Its region is read from it.")
  private @Nullable String queueUrl;

  @CommandLine.Option(
      names = "--local",
      paramLabel = "DIR",
      arity = "0..1",
      fallbackValue = "",
      description =
          "The queues of scripts/run-local: of the one with --data DIR, else of the one that runs.")
  private @Nullable String local;

  @CommandLine.Option(
      names = "--file",
      paramLabel = "FILE",
      description =
          "Where its letters are kept (default: a file for each queue in the folder dead-letters,"
              + " or in the data folder of run-local).")
  private @Nullable Path file;

  private @Nullable LocalFolder found;

  private Optional<LocalFolder> system() {
    if (local == null) {
      return Optional.empty();
    }
    if (found == null) {
      found = LocalFolder.find(local);
    }
    return Optional.of(found);
  }

  /** The queue, if one is named. */
  Optional<QueueAddress> queue() {
    if (queueUrl != null && local != null) {
      throw new UnusableInputException("--queue-url and --local exclude each other");
    }
    return queueUrl != null
        ? Optional.of(QueueAddress.parse("--queue-url", queueUrl))
        : system().map(LocalFolder::deadLetters);
  }

  /** The queue, which must be named. */
  QueueAddress requiredQueue() {
    return queue()
        .orElseThrow(() ->
            new UnusableInputException("say which queue it is about: --queue-url URL, or --local"));
  }

  /** The local system's retry queue, if it is about a local system. */
  Optional<QueueAddress> localRetryQueue() {
    return system().flatMap(LocalFolder::retry);
  }

  /** The file of its letters. */
  Path file() {
    if (file != null) {
      return file;
    }
    QueueAddress queue =
        queue()
            .orElseThrow(() ->
                new UnusableInputException(
                    "say which letters it is about: --queue-url URL, --local, or --file FILE for"
                        + " what was read before"));
    return system().map(LocalFolder::file).orElse(FOLDER.resolve(queue.fileName() + ".jsonl"));
  }
}
