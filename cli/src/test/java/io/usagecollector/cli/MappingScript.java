package io.usagecollector.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code scripts/mapping} as users start it: a process of its own, its streams piped. */
public final class MappingScript {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private MappingScript() {}

  /** Runs the script in a folder, with a text on standard input. */
  public static Ran run(Path folder, String input, String... args) throws Exception {
    List<String> command = new ArrayList<>(List.of(ROOT.resolve("scripts/mapping").toString()));
    command.addAll(List.of(args));
    Path in = write(input);
    Path out = Files.createTempFile("out", "");
    Path err = Files.createTempFile("err", "");
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    try {
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        throw new IllegalStateException("the script did not end: " + command);
      }
      return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      process.destroyForcibly();
      for (Path file : List.of(in, out, err)) {
        Files.delete(file);
      }
    }
  }

  private static Path write(String input) throws IOException {
    return Files.write(Files.createTempFile("in", ""), input.getBytes(StandardCharsets.UTF_8));
  }
}
