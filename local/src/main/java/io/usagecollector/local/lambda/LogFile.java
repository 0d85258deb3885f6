package io.usagecollector.local.lambda;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** A function's output, appended line by line to a file, and shown to whoever reads along. */
public final class LogFile implements Consumer<String>, AutoCloseable {
  private final PrintWriter writer;
  private final Consumer<String> reader;

  private LogFile(PrintWriter writer, Consumer<String> reader) {
    this.writer = writer;
    this.reader = reader;
  }

  public static LogFile append(Path file, Consumer<String> reader) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      var out =
          Files.newBufferedWriter(
              file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      return new LogFile(new PrintWriter(out, true), reader);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  @Override
  public void accept(String line) {
    writer.println(line);
    reader.accept(line);
  }

  @Override
  public void close() {
    writer.close();
  }
}
