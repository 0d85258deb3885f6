package io.usagecollector.release.sam;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command that has ended by itself, or was ended. */
record Command(boolean succeeded, String output, String complaint) {

  /** Runs one to its end; one that takes longer is stopped, and has failed. */
  static Command run(List<String> words, Path input, Path scratch, Duration longest) {
    try {
      Path output = Files.createTempFile(scratch, "command", ".out");
      Path complaint = Files.createTempFile(scratch, "command", ".err");
      Process process =
          new ProcessBuilder(words)
              .redirectInput(input.toFile())
              .redirectOutput(output.toFile())
              .redirectError(complaint.toFile())
              .start();
      boolean ended = ended(process, longest);
      return new Command(
          ended && process.exitValue() == 0,
          Files.readString(output),
          ended ? Files.readString(complaint).strip() : "it took longer than " + longest);
    } catch (IOException e) {
      return new Command(false, "", String.valueOf(e.getMessage()));
    }
  }

  private static boolean ended(Process process, Duration longest) {
    try {
      return process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
