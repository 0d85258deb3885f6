package io.usagecollector.cli.run;

import io.usagecollector.bloblang.CompileException;
import io.usagecollector.bloblang.Host;
import io.usagecollector.bloblang.Message;
import io.usagecollector.bloblang.Result;
import io.usagecollector.cli.source.BareMapping;
import io.usagecollector.cli.source.Complaints;
import io.usagecollector.cli.source.InputFile;
import io.usagecollector.cli.terminal.UnusableInputException;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A mapping by itself: what it makes is printed, event or not. */
final class MappingProgram implements EventProgram {
  private final BareMapping mapping;

  private MappingProgram(BareMapping mapping) {
    this.mapping = mapping;
  }

  static MappingProgram load(Path file, EnvironmentVariables environment) {
    InputFile.text(file);
    try {
      return new MappingProgram(BareMapping.load(file, environment, null));
    } catch (CompileException e) {
      throw new UnusableInputException(String.join("\n", Complaints.of(e, file)));
    } catch (IOException e) {
      throw new UnusableInputException(
          file + ": cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  @Override
  public List<Outcome> run(long line, byte[] event) {
    return List.of(
        switch (mapping.mapping().apply(Message.of(event), Host.system())) {
          case Result.Mapped mapped -> new Outcome.Mapped(mapped.message().content(), List.of());
          case Result.Deleted _ -> new Outcome.Dropped();
          case Result.Failed failed ->
              new Outcome.Failed(mapping.place(failed.fault()) + ": " + failed.fault().text());
        });
  }
}
