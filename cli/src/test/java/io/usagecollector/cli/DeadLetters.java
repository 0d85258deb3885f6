package io.usagecollector.cli;

import io.usagecollector.cli.letters.Outside;
import io.usagecollector.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** {@code scripts/dead-letters}, run in this process. */
public record DeadLetters(Outside outside) {
  public Ran run(String... args) {
    return run(false, args);
  }

  public Ran withColour(String... args) {
    return run(true, args);
  }

  private Ran run(boolean colour, String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            colour);
    int status = DeadLettersCommand.run(terminal, outside, args);
    return new Ran(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
