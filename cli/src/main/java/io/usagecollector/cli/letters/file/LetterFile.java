package io.usagecollector.cli.letters.file;

import io.usagecollector.cli.terminal.UnusableInputException;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.letter.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A queue's letters in a file, for one command at a time. For one thread. */
public final class LetterFile implements AutoCloseable {
  private final Path path;
  private final StepLog log;
  private final Holdings holdings;
  private final boolean cut;

  private LetterFile(Path path, StepLog log, Holdings holdings, boolean cut) {
    this.path = path;
    this.log = log;
    this.holdings = holdings;
    this.cut = cut;
  }

  /** The file as it stands, or a new one. */
  public static LetterFile open(Path path) {
    try {
      Path folder = path.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      return loaded(path, StepLog.open(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file, which is there. */
  public static LetterFile existing(Path path) {
    if (!Files.exists(path)) {
      throw new UnusableInputException(
          path + ": there is no such file yet: read the queue first, with `dead-letters ls`");
    }
    return open(path);
  }

  private static LetterFile loaded(Path path, StepLog log) throws IOException {
    try {
      var holdings = new Holdings();
      boolean cut = log.load(holdings::add);
      return new LetterFile(path, log, holdings, cut);
    } catch (IOException | RuntimeException e) {
      log.close();
      throw e;
    }
  }

  /** Whether its last line was cut, by a crash or a full disk; what it announced was not done. */
  public boolean wasCut() {
    return cut;
  }

  public Path path() {
    return path;
  }

  /** Adds steps: on the disk when this returns. */
  public void append(List<? extends Step> steps) {
    try {
      List<Line> lines = steps.isEmpty() ? List.of() : log.append(steps);
      for (int i = 0; i < lines.size(); i++) {
        holdings.add(steps.get(i), lines.get(i));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The queue it was read from, once it was. */
  public Optional<Step.Queue> queue() {
    return holdings.queue();
  }

  /** How long the queue keeps a message. */
  public Duration retention() {
    return holdings.retention();
  }

  /** What waits, oldest first. */
  public List<Filed> waiting() {
    return holdings.waiting();
  }

  /** Whether the message was read before. */
  public boolean knows(String id) {
    return holdings.message(id).isPresent();
  }

  /** Whether the message is in the queue, as far as is known. */
  public boolean isPresent(String id) {
    return holdings.isPresent(id);
  }

  /** Whether all letters of the message were sent on. */
  public boolean isSent(String id) {
    return holdings.isSent(id);
  }

  /** The ids of messages that are in the queue, as far as is known. */
  public List<String> present() {
    return holdings.present();
  }

  /** A letter, whole, as it was written. */
  public Letter letter(Ref ref) {
    if (Message.read(text(ref.message())) instanceof Message.Whole(List<Letter> letters)) {
      return letters.get(ref.index());
    }
    throw new IllegalStateException("a message that held a letter when it was read");
  }

  /** The text of a message. */
  public String text(String id) {
    return read(id).body();
  }

  private Step.Read read(String id) {
    try {
      Line line = holdings.message(id).orElseThrow().line();
      if (log.read(line) instanceof Step.Read read) {
        return read;
      }
      throw new IllegalStateException("another line than was read");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds what is in the queue, as far as is known, to another file; answers how many messages. */
  public int copyTo(LetterFile other) {
    List<String> present = present();
    other.append(queue().stream().toList());
    present.forEach(id -> other.append(List.of(read(id))));
    return present.size();
  }

  @Override
  public void close() {
    try {
      log.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
