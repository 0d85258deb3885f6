package io.usagecollector.release.sam;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;

/**
 * A Python of this build's own, under {@code target}, with the pinned translator in it. Where there
 * is no Python, or no way to the packages, the test that asks for it is skipped, and says why.
 */
final class PythonEnvironment {
  private static final Path SCRATCH = Path.of("target", "sam");
  private static final Path NOTHING = SCRATCH.resolve("nothing");
  private static final Path VENV = SCRATCH.resolve("venv");
  private static final Path READY = VENV.resolve("ready");
  private static final Duration INSTALLED_WITHIN = Duration.ofMinutes(3);
  private static final String CAN_MAKE_ONE =
      "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))";

  private PythonEnvironment() {}

  /** The environment's interpreter, made ready if it is not. */
  static Path python() {
    try {
      String wanted = Files.readString(resource("requirements.txt"));
      if (!Files.exists(READY) || !Files.readString(READY).equals(wanted)) {
        make();
        Files.writeString(READY, wanted);
      }
      return VENV.resolve("bin").resolve("python");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path scratch() {
    return SCRATCH;
  }

  static Path resource(String name) {
    try {
      return Path.of(
          Objects.requireNonNull(PythonEnvironment.class.getResource("/sam/" + name)).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void make() throws IOException {
    Files.createDirectories(SCRATCH);
    Files.writeString(NOTHING, "");
    need(
        Command.run(
            List.of("python3", "-c", CAN_MAKE_ONE), NOTHING, SCRATCH, Duration.ofSeconds(30)),
        "there is no python3 here, from 3.11 on and with venv");
    need(
        Command.run(
            List.of("python3", "-m", "venv", "--clear", VENV.toString()),
            NOTHING,
            SCRATCH,
            INSTALLED_WITHIN),
        "python3 makes no environment");
    need(
        Command.run(
            List.of(
                VENV.resolve("bin").resolve("pip").toString(),
                "install",
                "--quiet",
                "--no-compile",
                "--disable-pip-version-check",
                "--retries=1",
                "--timeout=15",
                "--require-hashes",
                "--only-binary=:all:",
                "--requirement",
                resource("requirements.txt").toString()),
            NOTHING,
            SCRATCH,
            INSTALLED_WITHIN),
        "the SAM translator cannot be fetched");
  }

  private static void need(Command command, String otherwise) {
    Assumptions.assumeTrue(
        command.succeeded(),
        () -> "not run, since " + otherwise + ": " + lastLine(command.complaint()));
  }

  private static String lastLine(String text) {
    return text.substring(text.lastIndexOf('\n') + 1);
  }
}
