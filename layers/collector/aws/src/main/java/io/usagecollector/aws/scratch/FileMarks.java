package io.usagecollector.aws.scratch;

import io.usagecollector.core.careful.Marks;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Marks as two files of a folder: the batch's names, a line each, and the record at work. */
public final class FileMarks implements Marks {
  private final ScratchFile batch;
  private final ScratchFile record;

  public FileMarks(Path directory) {
    this.batch = new ScratchFile(directory.resolve("batch"));
    this.record = new ScratchFile(directory.resolve("record"));
  }

  @Override
  public synchronized Optional<Unended> takeUnended() {
    Optional<Unended> unended =
        batch.read().map(text -> new Unended(text.lines().toList(), record.read()));
    end();
    return unended;
  }

  @Override
  public synchronized void begin(List<String> names) {
    batch.write(String.join("\n", names));
  }

  @Override
  public synchronized void at(String name) {
    record.write(name);
  }

  @Override
  public synchronized void past() {
    record.delete();
  }

  @Override
  public synchronized void end() {
    record.delete();
    batch.delete();
  }
}
