package io.usagecollector.cli.eval;

import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.bloblang.formats.Formats;
import io.usagecollector.cli.terminal.ExitCode;
import io.usagecollector.cli.terminal.Terminal;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** {@code mapping eval}: a mapping and its messages a line, the result a line. */
@CommandLine.Command(
    name = "eval",
    description = {
      "Evaluates mappings: JSON Lines from standard input to standard output.",
      "In:  {\"id\", \"mapping\", \"messages\": [{\"content\", \"metadata\", \"error\"?}], \"index\", \"files\"?: {path: text}}",
      "Out: {\"id\", \"output\", \"metadata\"}, {\"id\", \"deleted\": true},",
      "     or {\"id\", \"error\", \"phase\": \"compile\" | \"runtime\", \"refused\"?: true}"
    })
public final class EvalCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final EnvironmentVariables environment;

  public EvalCommand(Terminal terminal, EnvironmentVariables environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8));
    Bloblang language = Formats.addTo(Bloblang.standard()).withEnv(environment::get);
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (!line.isBlank()) {
        terminal.out().print(EvalCase.parse(line).answer(language) + "\n");
      }
    }
    return ExitCode.CLEAN;
  }
}
