package io.usagecollector.cli;

import io.usagecollector.bloblang.CompileError;
import io.usagecollector.bloblang.CompileException;
import io.usagecollector.bloblang.Host;
import io.usagecollector.bloblang.Message;
import io.usagecollector.bloblang.Result;
import io.usagecollector.cli.unit.BareMapping;
import io.usagecollector.cli.unit.Place;
import io.usagecollector.core.pipeline.Environment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A mapping by itself: what it makes is printed, event or not. */
final class MappingProgram implements EventProgram {
  private final String file;
  private final List<String> lines;
  private final BareMapping mapping;

  private MappingProgram(Path file, List<String> lines, BareMapping mapping) {
    this.file = file.toString();
    this.lines = lines;
    this.mapping = mapping;
  }

  static MappingProgram load(Path file, Environment environment) {
    List<String> lines = InputFile.text(file).lines().toList();
    try {
      return new MappingProgram(file, lines, BareMapping.load(file, environment, null));
    } catch (CompileException e) {
      throw new UnusableInputException(
          e.errors().stream().map(error -> text(file, error)).collect(Collectors.joining("\n")));
    } catch (IOException e) {
      throw new UnusableInputException(
          file + ": cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  private static String text(Path file, CompileError error) {
    Path in = error.file().isEmpty() ? file : file.resolveSibling(error.file()).normalize();
    return new Place(in.toString(), error.line(), error.column())
        + ": "
        + error.message()
        + "\n"
        + error.excerpt();
  }

  @Override
  public List<Outcome> run(long line, byte[] event) {
    return List.of(
        switch (mapping.mapping().apply(Message.of(event), Host.system())) {
          case Result.Mapped mapped -> new Outcome.Mapped(mapped.message().content(), Set.of());
          case Result.Deleted _ -> new Outcome.Dropped();
          case Result.Failed failed ->
              new Outcome.Failed(at(failed.fault().line()) + ": " + failed.fault().text());
        });
  }

  /** The statement that failed. */
  private String at(int line) {
    if (line < 1 || line > lines.size()) {
      return file;
    }
    String text = lines.get(line - 1);
    return new Place(file, line, text.length() - text.stripLeading().length() + 1).toString();
  }
}
