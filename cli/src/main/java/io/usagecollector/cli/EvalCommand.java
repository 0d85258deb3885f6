package io.usagecollector.cli;

import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.bloblang.formats.Formats;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
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
    },
    mixinStandardHelpOptions = true)
final class EvalCommand implements Callable<Integer> {
  @Override
  public Integer call() throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    Bloblang language = Formats.addTo(Bloblang.standard()).withEnv(System::getenv);
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (!line.isBlank()) {
        out.println(EvalCase.parse(line).answer(language));
      }
    }
    out.flush();
    return out.checkError() ? 1 : 0;
  }
}
