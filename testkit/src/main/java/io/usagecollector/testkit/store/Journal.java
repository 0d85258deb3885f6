package io.usagecollector.testkit.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Everything the stand-in was given, one JSON line each, appended and read back at the next start.
 * A last line cut off by a kill is dropped: its request was never answered.
 */
public final class Journal implements AutoCloseable {
  private final Path file;
  private final BufferedWriter out;

  /** Opens the one of this name in a directory, which is made if need be. */
  public Journal(Path directory, String name) {
    file = directory.resolve(name);
    try {
      Files.createDirectories(directory);
      dropCutLine(file);
      out =
          Files.newBufferedWriter(
              file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open the stand-in's journal " + file, e);
    }
  }

  /** Adds a line, which {@link #flush} makes safe. */
  public void append(String kind, ObjectNode value) {
    ObjectNode line = Json.MAPPER.createObjectNode().put("kind", kind);
    line.set("value", value);
    try {
      out.write(Json.MAPPER.writeValueAsString(line));
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the stand-in's journal " + file, e);
    }
  }

  /** Hands what was appended to the operating system, where a killed process leaves it. */
  public void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the stand-in's journal " + file, e);
    }
  }

  /** Reads the whole journal, oldest first. */
  public void replay(BiConsumer<String, ObjectNode> reader) {
    try (Stream<String> lines = Files.lines(file)) {
      lines.forEach(line -> {
        JsonNode entry = parse(line);
        reader.accept(entry.path("kind").asText(), (ObjectNode) entry.path("value"));
      });
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the stand-in's journal " + file, e);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close the stand-in's journal " + file, e);
    }
  }

  private JsonNode parse(String line) {
    try {
      return Json.MAPPER.readTree(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the stand-in's journal " + file + " is damaged", e);
    }
  }

  private static void dropCutLine(Path file) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    try (RandomAccessFile journal = new RandomAccessFile(file.toFile(), "rw")) {
      long end = journal.length();
      while (end > 0 && byteAt(journal, end - 1) != '\n') {
        end--;
      }
      journal.setLength(end);
    }
  }

  private static int byteAt(RandomAccessFile journal, long position) throws IOException {
    journal.seek(position);
    return journal.read();
  }
}
