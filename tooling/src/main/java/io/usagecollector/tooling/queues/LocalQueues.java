package io.usagecollector.tooling.queues;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * The queues of a local system that runs.
 *
 * @param deadLetters the URL of its dead-letter queue
 * @param retry the URL of its retry queue, if it has one
 */
public record LocalQueues(String deadLetters, Optional<String> retry) {
  private static final String FILE = "queues.properties";
  private static final String DEAD_LETTERS = "dead-letter-queue-url";
  private static final String RETRY = "retry-queue-url";

  /** Writes them into the system's data folder. */
  public void write(Path folder) throws IOException {
    var properties = new Properties();
    properties.setProperty(DEAD_LETTERS, deadLetters);
    retry.ifPresent(url -> properties.setProperty(RETRY, url));
    try (OutputStream out = Files.newOutputStream(file(folder))) {
      properties.store(out, "The queues of the local system, as long as it runs");
    }
  }

  /** The system has ended: its queues are nowhere. */
  public static void remove(Path folder) throws IOException {
    Files.deleteIfExists(file(folder));
  }

  /** Those of the system whose data folder it is; nothing if none runs there. */
  public static Optional<LocalQueues> read(Path folder) throws IOException {
    var properties = new Properties();
    try (InputStream in = Files.newInputStream(file(folder))) {
      properties.load(in);
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
    return Optional.ofNullable(properties.getProperty(DEAD_LETTERS))
        .map(url -> new LocalQueues(url, Optional.ofNullable(properties.getProperty(RETRY))));
  }

  private static Path file(Path folder) {
    return folder.resolve(FILE);
  }
}
