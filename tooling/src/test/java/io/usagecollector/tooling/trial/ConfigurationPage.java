package io.usagecollector.tooling.trial;

import io.usagecollector.core.config.key.Key;
import io.usagecollector.core.config.key.KeyTable;
import io.usagecollector.core.config.key.Treatment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The page of a configuration's keys: {@code docs/configuration.md}. */
final class ConfigurationPage {
  private static final String HEAD =
      """
      # The configuration

      This page is printed from the code by its tests, and every example on it is run by them.

      A configuration is a Benthos or Bento YAML file: `pipeline.yaml` in the pipeline layer, or what `PIPELINE_FILE` names.
      A file written for those collectors is taken as it is. Every key is one of three:
      - **honoured**: it means what it means upstream;
      - **ignored**: it has no effect here, and a notice in the log says why;
      - **refused**: the file is not used, and the error says what to write instead.

      A key that is none of these is a mistake, and is refused with the nearest name. All that is wrong with a file is told
      at once, each with `file:line:column`.

      ## What holds for all of it

      - `${NAME}` and `${NAME:default}` stand for environment variables, `${{NAME}}` for the text `${NAME}`. A variable that is
        not set and has no default is an error where its value is needed.
      - Of `api_key: ${NAME}` the value may lie in AWS Secrets Manager: set `NAME_SECRET_ARN`.
      - What else begins with `${` is an error in `input` and `output`, and a notice elsewhere; `${! ... }` is a query of a
        processor's text. A secret that stands in the file has a notice, and where a line of the file is shown, what may be a secret is not.
      - `type: x` beside a component `x` is taken. A key that is refused for what it does is let through, with a notice, where it does
        nothing: empty, `null`, `0`, `false`, `[]`.
      - Of `input`, the topics are what counts, and `run-local` alone takes `consumer_group`: the function's trigger has a group of its
        own, the parameter `ConsumerGroup`.
      - A mapping may `import "./maps/x.blobl"` and be taken `from "./y.blobl"`: the path leads from the configuration's folder, all of
        which is in the pipeline layer. Nothing outside of that folder is read.
      - A record goes through `input.processors`, `pipeline.processors` and the `processors` of the output, in this order. It is a
        batch of its own: a Lambda batch is cut anew when Kafka hands it over again, so nothing may read its neighbours.
      - A message that a processor fails on is flagged and goes on; `catch` takes the flag off. What is still flagged at the end
        is dead-lettered with its error, and never billed.
      - The clock (`now()`) stands at the record's time, and chance (`uuid_v4()`, `random_int()`) is drawn from its coordinates, for
        each part of it apart: a record that comes again makes the same events. `counter()`, `count()` and `hostname()` depend on the
        process, and are refused.
      - The vendor's own configurations: [migrating.md](migrating.md). The language: [bloblang.md](bloblang.md).
      """;

  private static final Map<String, String> SECTIONS = sections();

  private final StringBuilder page = new StringBuilder(HEAD);

  private ConfigurationPage() {}

  static String of(KeyTable table) {
    var page = new ConfigurationPage();
    page.processors();
    page.page.append("\n## The keys\n");
    table.keys().stream()
        .collect(Collectors.groupingBy(Key::section, LinkedHashMap::new, Collectors.toList()))
        .forEach(page::section);
    return page.page.toString();
  }

  private static Map<String, String> sections() {
    return Map.of(
        "", "The file",
        "input", "`input`",
        "pipeline.processors[]", "A processor");
  }

  private void processors() {
    page.append("\n## The processors\n");
    for (ProcessorExample example : ProcessorExample.ALL) {
      page.append("\n### `").append(example.name()).append("`\n\n");
      page.append(example.says()).append("\n\n");
      page.append("```yaml\n").append(example.file().stripTrailing()).append("\n```\n```\n");
      example.batch().forEach(message -> page.append("in:  ").append(message).append('\n'));
      example.result().forEach(message -> page.append("out: ").append(message).append('\n'));
      page.append("```\n");
    }
  }

  private void section(String section, List<Key> keys) {
    page.append("\n### ")
        .append(SECTIONS.getOrDefault(section, "`" + section + "`"))
        .append("\n\n| keys | |\n|---|---|\n");
    keys.stream()
        .collect(
            Collectors.groupingBy(
                key -> said(key.treatment()),
                LinkedHashMap::new,
                Collectors.mapping(key -> "`" + key.name() + "`", Collectors.joining(", "))))
        .forEach((treatment, names) ->
            page.append("| ").append(names).append(" | ").append(treatment).append(" |\n"));
  }

  private static String said(Treatment treatment) {
    return switch (treatment) {
      case Treatment.Honoured(String where) -> ("**honoured** " + where).strip();
      case Treatment.Ignored(String notice) -> "ignored: " + notice;
      case Treatment.Refused(String instead) -> "refused: " + instead;
    };
  }
}
