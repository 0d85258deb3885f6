package io.usagecollector.cli.letters.file;

import io.usagecollector.cli.terminal.UnusableInputException;
import io.usagecollector.core.letter.Assembler;
import io.usagecollector.core.letter.Claim;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.letter.Message;
import io.usagecollector.core.letter.steps.Ref;
import io.usagecollector.core.letter.steps.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

  /** How long the queue keeps a message, where it says so. */
  public Optional<Duration> retention() {
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

  /** The claims of messages in the queue whose content was not fetched, by the messages' ids. */
  public Map<String, Claim> claims() {
    return holdings.claims();
  }

  /** The bucket that large letters of the queue lie in, if one did. */
  public Optional<String> bucket() {
    return holdings.bucket();
  }

  /**
   * A letter, whole, as it was written.
   *
   * @param refs where it stands
   */
  public Letter letter(List<Ref> refs) {
    Ref first = refs.getFirst();
    Message found =
        switch (Message.read(text(first.message()))) {
          case Message.Part _ -> assembled(refs);
          case Message.Claimed claimed -> claimed.open(content(first.message()));
          case Message.Whole whole -> whole;
          case Message.Unreadable unreadable -> unreadable;
        };
    if (found instanceof Message.Whole(List<Letter> letters)) {
      return letters.get(first.index());
    }
    throw new IllegalStateException("a letter that was one when it was read");
  }

  private Message assembled(List<Ref> refs) {
    var assembler = new Assembler<Ref>();
    for (Ref ref : refs) {
      if (Message.read(text(ref.message())) instanceof Message.Part part) {
        assembler.add(ref, part);
      }
    }
    return assembler.assembled().getFirst().result();
  }

  private byte[] content(String id) {
    if (step(holdings.content(id).orElseThrow()) instanceof Step.Content content) {
      return content.bytes();
    }
    throw new IllegalStateException("another line than was read");
  }

  /** The text of a message. */
  public String text(String id) {
    return read(id).body();
  }

  private Step.Read read(String id) {
    if (step(holdings.message(id).orElseThrow().line()) instanceof Step.Read read) {
      return read;
    }
    throw new IllegalStateException("another line than was read");
  }

  private Step step(Line line) {
    try {
      return log.read(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds what is in the queue, as far as is known, to another file; answers how many messages. */
  public int copyTo(LetterFile other) {
    List<String> present = present();
    other.append(queue().stream().toList());
    for (String id : present) {
      other.append(List.of(read(id)));
      other.append(holdings.content(id).stream().map(this::step).toList());
    }
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
