package io.usagecollector.aws.scratch;

import io.usagecollector.core.careful.SuspectStore;
import io.usagecollector.core.careful.Suspects;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** One instance's own counts, as a file. */
public final class FileSuspects implements SuspectStore {
  private final ScratchFile file;

  public FileSuspects(Path directory) {
    this.file = new ScratchFile(directory.resolve("suspects"));
  }

  @Override
  public synchronized Suspects read() {
    return file.read().map(Suspects::parse).orElse(Suspects.NONE);
  }

  @Override
  public synchronized void change(UnaryOperator<Suspects> change) {
    Suspects before = read();
    Suspects after = change.apply(before);
    if (after.isEmpty()) {
      file.delete();
    } else if (!after.equals(before)) {
      file.write(after.text());
    }
  }
}
