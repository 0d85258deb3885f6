package io.usagecollector.cli.source;

import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.bloblang.CompileException;
import io.usagecollector.bloblang.Fault;
import io.usagecollector.bloblang.Host;
import io.usagecollector.bloblang.ImportSource;
import io.usagecollector.bloblang.Mapping;
import io.usagecollector.bloblang.Message;
import io.usagecollector.bloblang.Result;
import io.usagecollector.bloblang.Tracer;
import io.usagecollector.bloblang.formats.Formats;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import io.usagecollector.tooling.trial.Tried;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mapping in a file of its own, with the files it imports.
 *
 * @param file what its places are called by
 */
public record BareMapping(Path file, Mapping mapping) {
  /**
   * Compiles a file.
   *
   * @param tracer who is told what runs, in places of the files; null where nobody asks
   * @throws IOException if it cannot be read
   */
  public static BareMapping load(
      Path file, EnvironmentVariables environment, @Nullable Tracer tracer)
      throws IOException, CompileException {
    Bloblang language = language(file, environment);
    if (tracer != null) {
      language = language.withTracer(point -> tracer.follow(inFile(point, file)));
    }
    return new BareMapping(file, language.compile(InputFile.read(file)));
  }

  /** The language as a mapping's file sees it: imports are relative to the file. */
  public static Bloblang language(Path file, EnvironmentVariables environment) {
    return Formats.addTo(Bloblang.standard()).withEnv(environment::get).withImports(imports(file));
  }

  /** What a mapping's file imports: paths are relative to it. */
  public static ImportSource imports(Path file) {
    return path -> {
      try {
        return InputFile.read(file.resolveSibling(path));
      } catch (NoSuchFileException e) {
        throw new IOException("open " + path + ": no such file or directory", e);
      }
    };
  }

  private static Tracer.Point inFile(Tracer.Point point, Path file) {
    Path in = point.file().isEmpty() ? file : file.resolveSibling(point.file()).normalize();
    return new Tracer.Point(
        point.kind(), in.toString(), point.line(), point.column(), point.source());
  }

  /** Maps a batch; a message that it fails on goes on, flagged. */
  public List<Tried> run(List<Message> batch, Host host) {
    List<Tried> out = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      switch (mapping.apply(batch, i, host)) {
        case Result.Deleted _ -> {}
        case Result.Mapped(Message message) -> out.add(new Tried(i, message, Optional.empty()));
        case Result.Failed(Fault fault, Message message) ->
            out.add(new Tried(i, message.withFault(fault), Optional.of(place(fault))));
      }
    }
    return out;
  }

  /** Where a message failed: the statement, where there is one. */
  public String place(Fault fault) {
    String in = resolved(fault.file()).toString();
    return fault.line() == 0 ? in : new Place(in, fault.line(), fault.column()).toString();
  }

  /** A file that the mapping's imports name; itself where none is named. */
  private Path resolved(String imported) {
    return imported.isEmpty() ? file : file.resolveSibling(imported).normalize();
  }
}
