package io.usagecollector.cli.letters;

import io.usagecollector.cli.letters.queue.QueueAddress;
import io.usagecollector.cli.terminal.UnusableInputException;
import io.usagecollector.tooling.queues.LocalQueues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A local system that runs, found by its data folder. */
record LocalFolder(Path folder, LocalQueues queues) {
  private static final String TEMPORARY = "usage-collector-";
  private static final int PATIENCE_MILLIS = 1_000;

  /**
   * @param folder its data folder; empty for the only one that runs without a folder of the user's
   */
  static LocalFolder find(String folder) {
    return folder.isEmpty() ? running(Path.of(System.getProperty("java.io.tmpdir"))) : in(folder);
  }

  private static LocalFolder in(String folder) {
    Path path = Path.of(folder);
    if (!Files.isDirectory(path)) {
      throw new UnusableInputException(
          "--local: there is no folder " + folder + ": it is what run-local is given as --data");
    }
    return at(path)
        .orElseThrow(() ->
            new UnusableInputException(
                "--local: no run-local runs with --data " + folder + ": start one"));
  }

  private static LocalFolder running(Path temporary) {
    List<LocalFolder> systems = new ArrayList<>();
    try (Stream<Path> folders = Files.list(temporary)) {
      folders
          .filter(folder -> folder.getFileName().toString().startsWith(TEMPORARY))
          .sorted()
          .forEach(folder -> at(folder).filter(LocalFolder::answers).ifPresent(systems::add));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (systems.size() == 1) {
      return systems.getFirst();
    }
    throw new UnusableInputException(
        systems.isEmpty()
            ? "--local: no run-local runs; of one with --data DIR, give the folder: --local DIR"
            : "--local: more than one run-local runs; say which: "
                + String.join(", ", systems.stream().map(s -> s.folder().toString()).toList()));
  }

  /** One that was killed has left its file behind. */
  private boolean answers() {
    URI queue = URI.create(queues.deadLetters());
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(queue.getHost(), queue.getPort()), PATIENCE_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static Optional<LocalFolder> at(Path folder) {
    try {
      return LocalQueues.read(folder).map(queues -> new LocalFolder(folder, queues));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  QueueAddress deadLetters() {
    return QueueAddress.parse("--local", queues.deadLetters());
  }

  Optional<QueueAddress> retry() {
    return queues.retry().map(url -> QueueAddress.parse("--local", url));
  }

  Path file() {
    return folder.resolve("dead-letters.jsonl");
  }
}
