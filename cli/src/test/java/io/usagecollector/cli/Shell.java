package io.usagecollector.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Lines for a shell in which {@code mapping} and {@code dead_letters} are the commands as they
 * stand, processes of their own.
 */
public final class Shell {
  private final Path folder;

  public Shell(Path folder) {
    this.folder = folder;
  }

  /** Runs a line in the folder; whatever it started is ended, also where it does not end. */
  public Ran run(String line) throws Exception {
    Path out = Files.createTempFile("out", "");
    Path err = Files.createTempFile("err", "");
    Process process =
        new ProcessBuilder(
                "sh",
                "-c",
                command("mapping", "Mapping") + command("dead_letters", "DeadLetters") + line)
            .directory(folder.toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new IllegalStateException("it did not end: " + line);
      }
      return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      end(process.toHandle());
      Files.delete(out);
      Files.delete(err);
    }
  }

  private static void end(ProcessHandle process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static String command(String name, String command) throws IOException {
    return name
        + "() { '"
        + Path.of(System.getProperty("java.home"), "bin", "java")
        + "' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '"
        + System.getProperty("java.class.path")
        + "' io.usagecollector.cli."
        + command
        + "Command \"$@\"; }\n";
  }
}
