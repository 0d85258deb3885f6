package io.usagecollector.cli.letters.file;

import io.usagecollector.cli.terminal.UnusableInputException;
import io.usagecollector.core.letter.steps.Step;
import io.usagecollector.core.letter.steps.StepJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** Steps in a file that is only appended to, held by one command at a time. */
final class StepLog implements AutoCloseable {
  private final Path path;
  private final FileChannel channel;

  private StepLog(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** The file as it stands, or a new one that nobody but its owner reads. */
  static StepLog open(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(
            path,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
            ownersAlone(path));
    try {
      lock(path, channel);
      return new StepLog(path, channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static FileAttribute<?>[] ownersAlone(Path path) {
    boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static void lock(Path path, FileChannel channel) throws IOException {
    boolean locked;
    try {
      locked = channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      locked = false;
    }
    if (!locked) {
      throw new UnusableInputException(path + ": another dead-letters command is at work on it");
    }
  }

  /** Reads all steps; whether a last line was cut, which is taken away. */
  boolean load(BiConsumer<Step, Line> each) throws IOException {
    var lines = new LineReader(Channels.newInputStream(channel));
    int[] number = {0};
    lines.each((line, text) -> {
      number[0]++;
      each.accept(step(text, number[0]), line);
    });
    channel.truncate(lines.whole());
    channel.position(lines.whole());
    return lines.isCut();
  }

  private Step step(byte[] text, int line) {
    try {
      return StepJson.read(text);
    } catch (RuntimeException e) {
      throw new UnusableInputException(
          path
              + ":"
              + line
              + ": this line was not written by dead-letters, or is damaged: move the file away"
              + " and read the queue again; what is in the queue still is not lost");
    }
  }

  /** Adds steps: on the disk when this returns. Answers where each stands. */
  List<Line> append(List<? extends Step> steps) throws IOException {
    var bytes = new ByteArrayOutputStream();
    long offset = channel.position();
    List<Line> lines = new ArrayList<>(steps.size());
    for (Step step : steps) {
      byte[] text = StepJson.write(step);
      lines.add(new Line(offset + bytes.size(), text.length));
      bytes.writeBytes(text);
      bytes.write('\n');
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes.toByteArray());
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    channel.force(false);
    return lines;
  }

  /** The step that stands there. */
  Step read(Line line) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(line.length());
    int read = 0;
    while (buffer.hasRemaining() && read >= 0) {
      read = channel.read(buffer, line.offset() + buffer.position());
    }
    return StepJson.read(buffer.array());
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
