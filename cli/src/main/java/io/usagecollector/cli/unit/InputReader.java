package io.usagecollector.cli.unit;

import io.usagecollector.bloblang.Json;
import io.usagecollector.bloblang.Message;
import io.usagecollector.bloblang.value.MapObj;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a message that goes in. */
final class InputReader {
  private static final List<String> KEYS =
      List.of("content", "json_content", "file_content", "metadata");

  private final String file;
  private final Problems problems;
  private final NamedFiles files;
  private final YamlValue values;

  InputReader(String file, Problems problems, NamedFiles files) {
    this.file = file;
    this.problems = problems;
    this.files = files;
    this.values = new YamlValue(file, problems);
  }

  /** The message; of several contents the file's is taken, then the JSON one, as upstream does. */
  Message read(Node node) {
    Section section = Section.of(file, node, "a message", problems);
    section.known(KEYS);
    byte[] content =
        section
            .entry("file_content")
            .map(entry -> files.read(entry.at(), section.text(entry)))
            .or(() -> section.entry("json_content").map(entry -> json(entry.value())))
            .or(() -> section.entry("content").map(section::text).map(InputReader::utf8))
            .orElse(new byte[0]);
    return Message.of(content).withMetadata(metadata(section));
  }

  private byte[] json(Node node) {
    return utf8(Json.text(values.of(node)));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private MapObj metadata(Section section) {
    return section
        .entry("metadata")
        .map(entry -> values.section(entry.value(), "metadata"))
        .orElseGet(MapObj::new);
  }
}
