package io.usagecollector.local.run;

import io.usagecollector.local.system.LocalSystem;
import io.usagecollector.tooling.queues.LocalQueues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/** Tells {@code scripts/dead-letters --local} where the queues are, as long as they are there. */
record QueuesFile(Path directory) implements AutoCloseable {
  static QueuesFile write(LocalSystem system, Path directory) {
    try {
      new LocalQueues(system.deadLetters().url(), Optional.of(system.retryQueue().url()))
          .write(directory);
      return new QueuesFile(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write into " + directory, e);
    }
  }

  @Override
  public void close() {
    try {
      LocalQueues.remove(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete from " + directory, e);
    }
  }
}
