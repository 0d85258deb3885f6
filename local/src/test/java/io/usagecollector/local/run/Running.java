package io.usagecollector.local.run;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * A process that a test started, and what it has said so far. Closing it ends it and whatever it
 * started itself, however the test ended.
 */
record Running(Process process, List<String> output, Thread reader) implements AutoCloseable {
  static Running start(ProcessBuilder command) throws IOException {
    Process process = command.redirectErrorStream(true).start();
    var output = new CopyOnWriteArrayList<String>();
    Thread reader =
        Thread.ofPlatform()
            .daemon()
            .start(() -> process.inputReader().lines().forEach(output::add));
    return new Running(process, output, reader);
  }

  boolean says(Predicate<String> line) {
    return output.stream().anyMatch(line);
  }

  String text() {
    return String.join("\n", output);
  }

  /** All lines, once there will be no more. */
  List<String> everythingSaid() throws InterruptedException {
    reader.join();
    return List.copyOf(output);
  }

  /** Asks it to end (SIGTERM); what it says on its way is still read. */
  void terminate() {
    process.toHandle().destroy();
  }

  @Override
  public void close() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
  }
}
