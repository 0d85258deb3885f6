package io.usagecollector.cli;

import io.usagecollector.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What a command did, run in this process. */
public record Ran(int status, String out, String err) {
  public static Ran command(String... args) {
    return withInput("", args);
  }

  public static Ran withInput(String input, String... args) {
    return run(input, false, Map.of(), args);
  }

  public static Ran withColour(String... args) {
    return run("", true, Map.of(), args);
  }

  public static Ran withEnvironment(Map<String, String> environment, String... args) {
    return run("", false, environment, args);
  }

  private static Ran run(
      String input, boolean colour, Map<String, String> environment, String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var terminal =
        new Terminal(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            colour);
    int status = MappingCommand.run(terminal, environment::get, args);
    return new Ran(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  public List<String> lines() {
    return out.lines().toList();
  }
}
