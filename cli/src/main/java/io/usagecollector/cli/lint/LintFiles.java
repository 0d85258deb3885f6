package io.usagecollector.cli.lint;

import io.usagecollector.cli.source.FileTrouble;
import io.usagecollector.cli.source.Folder;
import io.usagecollector.cli.source.InputFile;
import io.usagecollector.cli.terminal.Terminal;
import io.usagecollector.cli.terminal.UnusableInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds what is looked at: files that are named, and in folders the mappings and configurations.
 */
final class LintFiles {
  private static final Pattern YAML = Pattern.compile(".+\\.ya?ml");
  private static final Pattern TESTS = Pattern.compile(".+_(?:benthos|bento)_test\\.ya?ml");

  /** One of a configuration's sections begins a line of its own. */
  private static final Pattern SECTION =
      Pattern.compile("(?m)^[\"']?(?:input|pipeline|output|[a-z_]+_resources)[\"']?\\s*:");

  private final Terminal terminal;
  private final Set<Path> found = new LinkedHashSet<>();

  private LintFiles(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * The files. What a folder has that looks like a configuration and is none is told on standard
   * error.
   */
  static List<Path> find(List<Path> named, Terminal terminal) throws IOException {
    var files = new LintFiles(terminal);
    for (Path path : named) {
      Optional<Folder> folder = Folder.named(path);
      if (folder.isPresent()) {
        files.below(folder.get(), path);
      } else {
        files.found.add(path);
      }
    }
    return List.copyOf(files.found);
  }

  private void below(Folder folder, Path named) throws IOException {
    boolean any = false;
    for (Path file : folder.files()) {
      if (isMeant(file)) {
        found.add(file);
        any = true;
      }
    }
    if (!any) {
      throw new UnusableInputException(
          named + ": holds no mapping (*.blobl) and no configuration (*.yaml, *.yml)");
    }
  }

  private boolean isMeant(Path file) {
    String name = file.getFileName().toString();
    if (InputFile.isMapping(file)) {
      return true;
    }
    return YAML.matcher(name).matches() && !TESTS.matcher(name).matches() && isConfiguration(file);
  }

  private boolean isConfiguration(Path file) {
    try {
      if (SECTION.matcher(InputFile.read(file)).find()) {
        return true;
      }
      passedOver(file + ": is no configuration: it has no input, pipeline, output or resources");
    } catch (IOException e) {
      passedOver(FileTrouble.of(file, e));
    }
    return false;
  }

  private void passedOver(String why) {
    terminal.err().print(Terminal.harmless(why) + "; passed over\n");
  }
}
