package io.usagecollector.cli.run;

import io.usagecollector.bloblang.CompileException;
import io.usagecollector.bloblang.Host;
import io.usagecollector.bloblang.Message;
import io.usagecollector.bloblang.Result;
import io.usagecollector.cli.source.BareMapping;
import io.usagecollector.cli.source.Complaints;
import io.usagecollector.cli.source.FileTrouble;
import io.usagecollector.cli.terminal.UnusableInputException;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.record.RecordMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A mapping by itself: what it makes is printed, event or not. */
final class MappingProgram implements EventProgram {
  private final BareMapping mapping;
  private final boolean ofRecords;

  private MappingProgram(BareMapping mapping, boolean ofRecords) {
    this.mapping = mapping;
    this.ofRecords = ofRecords;
  }

  /**
   * @param ofRecords whether the mapping sees a record's metadata; else there is none
   */
  static MappingProgram load(Path file, EnvironmentVariables environment, boolean ofRecords) {
    try {
      return new MappingProgram(BareMapping.load(file, environment, null), ofRecords);
    } catch (CompileException e) {
      throw new UnusableInputException(String.join("\n", Complaints.of(e, file)));
    } catch (IOException e) {
      throw new UnusableInputException(FileTrouble.of(file, e));
    }
  }

  @Override
  public List<Outcome> run(SourceRecord record) {
    Message message = RecordMessage.of(record);
    return List.of(outcome(ofRecords ? message : Message.of(message.content())));
  }

  private Outcome outcome(Message message) {
    return switch (mapping.mapping().apply(message, Host.system())) {
      case Result.Mapped mapped -> new Outcome.Mapped(mapped.message().content(), List.of());
      case Result.Deleted _ -> new Outcome.Dropped();
      case Result.Failed failed ->
          new Outcome.Failed(mapping.place(failed.fault()) + ": " + failed.fault().text());
    };
  }
}
