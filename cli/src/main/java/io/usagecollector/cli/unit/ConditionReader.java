package io.usagecollector.cli.unit;

import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.bloblang.CompileError;
import io.usagecollector.bloblang.CompileException;
import io.usagecollector.bloblang.Json;
import io.usagecollector.bloblang.RegexPattern;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Null;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import io.usagecollector.cli.unit.TestCase.Condition;
import io.usagecollector.cli.unit.TestCase.Expected;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads what must hold for a message that comes out. */
final class ConditionReader {
  private static final List<String> KEYS =
      List.of(
          "bloblang",
          "content_equals",
          "content_matches",
          "metadata_equals",
          "file_equals",
          "file_json_equals",
          "file_json_contains",
          "json_equals",
          "json_contains");

  private final String file;
  private final Problems problems;
  private final NamedFiles files;
  private final Bloblang language;
  private final YamlValue values;

  ConditionReader(String file, Problems problems, NamedFiles files, Bloblang language) {
    this.file = file;
    this.problems = problems;
    this.files = files;
    this.language = language;
    this.values = new YamlValue(file, problems);
  }

  Expected read(Node node) {
    Section section = Section.of(file, node, "what is expected of a message", problems);
    List<Condition> conditions =
        section.known(KEYS).stream()
            .flatMap(entry ->
                check(section, entry)
                    .map(check -> new Condition(entry.at(), entry.key(), check))
                    .stream())
            .toList();
    return new Expected(section.at(), conditions);
  }

  private Optional<Check> check(Section section, Section.Entry entry) {
    return switch (entry.key()) {
      case "bloblang" -> query(entry, section.text(entry));
      case "content_equals" -> Optional.of(new Check.Content(section.text(entry)));
      case "content_matches" -> matches(entry, section.text(entry));
      case "metadata_equals" ->
          Optional.of(new Check.Metadata(values.section(entry.value(), entry.key())));
      case "file_equals" ->
          Optional.of(new Check.Content(Str.of(content(section, entry)).toString()));
      case "file_json_equals" -> json(entry, content(section, entry), false);
      case "file_json_contains" -> json(entry, content(section, entry), true);
      case "json_equals" -> json(entry, document(entry.value()), false);
      default -> json(entry, document(entry.value()), true);
    };
  }

  private byte[] content(Section section, Section.Entry entry) {
    return files.read(entry.at(), section.text(entry));
  }

  private Optional<Check> query(Section.Entry entry, String text) {
    try {
      return Optional.of(new Check.Query(language.compile(text)));
    } catch (CompileException e) {
      for (CompileError error : e.errors()) {
        problems.add(entry.at(), "bloblang does not compile: " + error.render());
      }
      return Optional.empty();
    }
  }

  private Optional<Check> matches(Section.Entry entry, String pattern) {
    try {
      return Optional.of(new Check.Matches(pattern, RegexPattern.compile(pattern)));
    } catch (IllegalArgumentException e) {
      problems.add(entry.at(), "content_matches is no pattern: " + e.getMessage());
      return Optional.empty();
    }
  }

  /** A text is JSON already; everything else is what it says. */
  private byte[] document(Node node) {
    Value value = values.of(node);
    String json = value instanceof Str text ? text.toString() : Json.text(value);
    return json.getBytes(StandardCharsets.UTF_8);
  }

  private Optional<Check> json(Section.Entry entry, byte[] json, boolean contains) {
    Value expected = Documents.read(json);
    if (expected instanceof Err e) {
      problems.add(entry.at(), entry.key() + " is no JSON: " + e.text());
      expected = Null.NULL;
    }
    return Optional.of(new Check.Json(expected, contains));
  }
}
