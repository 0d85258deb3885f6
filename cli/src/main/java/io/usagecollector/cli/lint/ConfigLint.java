package io.usagecollector.cli.lint;

import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.bloblang.ImportSource;
import io.usagecollector.bloblang.formats.Formats;
import io.usagecollector.cli.source.Placeholders;
import io.usagecollector.core.config.CollectorConfig;
import io.usagecollector.core.config.finding.ConfigException;
import io.usagecollector.core.config.finding.Problem;
import io.usagecollector.core.config.mapping.CompiledMapping;
import io.usagecollector.core.config.mapping.ImportFolder;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import io.usagecollector.core.place.Position;
import io.usagecollector.tooling.lint.Finding;
import io.usagecollector.tooling.lint.Linter;
import io.usagecollector.tooling.lint.rule.Severity;
import io.usagecollector.tooling.trial.TrialFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks through a configuration: the file itself, then every mapping in it. */
final class ConfigLint {
  /** As many processors as are looked at one by one where some of them are broken. */
  private static final int MOST_PROCESSORS = 1000;

  /** Where processors are. */
  private static final List<String> PROCESSORS =
      List.of(
          "/input/processors", TrialFile.PIPELINE, "/output/processors", "/processor_resources");

  private final String name;
  private final String text;
  private final ImportSource imports;
  private final Placeholders environment;
  private final List<Remark> remarks = new ArrayList<>();

  /** The mappings of the whole file, where it can be used. */
  private List<CompiledMapping> whole = List.of();

  private ConfigLint(Path file, String text, EnvironmentVariables environment) {
    this.name = file.getFileName().toString();
    this.text = text;
    this.imports = ImportFolder.beside(file);
    this.environment = new Placeholders(environment, text);
  }

  static List<Remark> look(Path file, String text, EnvironmentVariables environment) {
    var lint = new ConfigLint(file, text, environment);
    lint.file();
    List<CompiledMapping> mappings = lint.whole.isEmpty() ? lint.mappings() : lint.whole;
    mappings.forEach(lint::mapping);
    lint.unset(mappings);
    return lint.remarks;
  }

  private void file() {
    List<Problem> problems = problems();
    while (environment.changeAny(problems)) {
      problems = problems();
    }
    for (Problem problem : problems) {
      Severity severity = ofPlaceholder(problem) ? Severity.NOTICE : Severity.ERROR;
      remarks.add(Remark.ofConfiguration(severity, problem.at(), problem.text()));
    }
  }

  private boolean ofPlaceholder(Problem problem) {
    return problem.at().filter(environment::standsOn).isPresent();
  }

  /** What is wrong with the file; if nothing is, its notices and its mappings are noted. */
  private List<Problem> problems() {
    try {
      CollectorConfig config = CollectorConfig.parse(name, text, environment, imports);
      whole = config.program().mappings();
      config
          .notices()
          .forEach(notice ->
              remarks.add(Remark.ofConfiguration(Severity.NOTICE, notice.at(), notice.text())));
      return List.of();
    } catch (ConfigException e) {
      return e.problems();
    }
  }

  /** Those that compile: what is wrong with the others is noted already. */
  private List<CompiledMapping> mappings() {
    try {
      TrialFile file = TrialFile.parse(name, text, environment, imports);
      return PROCESSORS.stream().flatMap(target -> mappings(file, target).stream()).toList();
    } catch (ConfigException e) {
      return List.of();
    }
  }

  private static List<CompiledMapping> mappings(TrialFile file, String target) {
    try {
      return file.processors(target).mappings();
    } catch (ConfigException e) {
      return oneByOne(file, target);
    }
  }

  private static List<CompiledMapping> oneByOne(TrialFile file, String target) {
    var mappings = new ArrayList<CompiledMapping>();
    for (int i = 0; i < MOST_PROCESSORS; i++) {
      try {
        mappings.addAll(file.processors(target + "/" + i).mappings());
      } catch (ConfigException e) {
        if (e.problems().stream().allMatch(problem -> problem.at().isEmpty())) {
          return mappings;
        }
      }
    }
    return mappings;
  }

  private void mapping(CompiledMapping mapping) {
    Bloblang language =
        Formats.addTo(Bloblang.standard()).withEnv(environment::get).withImports(imports);
    List<Finding> findings =
        mapping.path().endsWith("mutation")
            ? new Linter(language).lintMutation(mapping.text())
            : new Linter(language).lint(mapping.text());
    findings.forEach(found -> remarks.add(veiled(found, mapping)));
  }

  private Remark veiled(Finding found, CompiledMapping mapping) {
    boolean imported = !found.file().isEmpty();
    Position at = imported ? mapping.at(1, 1) : mapping.at(found.line(), found.column());
    Remark plain = Remark.of(found, at);
    String place = imported ? found.file() + ":" + found.line() + ":" + found.column() + ": " : "";
    return new Remark(
        plain.rule(),
        plain.severity(),
        plain.at(),
        place + environment.withoutValues(plain.message()),
        plain.meaning(),
        environment.withoutValues(plain.suggestion()));
  }

  private void unset(List<CompiledMapping> mappings) {
    environment.used().forEach((variable, at) -> remarks.add(unset(variable, at, mappings)));
  }

  private static Remark unset(String variable, Position at, List<CompiledMapping> mappings) {
    String where =
        mappings.stream()
            .filter(mapping -> holds(mapping, at))
            .map(mapping ->
                ", and is part of the mapping " + mapping.path() + ", which has no default for it")
            .findFirst()
            .orElse("");
    return Remark.ofConfiguration(
        Severity.NOTICE,
        Optional.of(at),
        "the environment variable "
            + variable
            + " is not set here: it is checked with a placeholder"
            + where);
  }

  private static boolean holds(CompiledMapping mapping, Position at) {
    int lines = (int) mapping.text().lines().count();
    return mapping.at(1, 1).line() <= at.line() && at.line() <= mapping.at(lines, 1).line();
  }
}
