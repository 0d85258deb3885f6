package io.usagecollector.cli.source;

import io.usagecollector.core.config.finding.Problem;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import io.usagecollector.core.place.Position;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An environment in which a file can be checked where its hosts and keys are not set, as on a
 * developer's machine: what the file refers to without a default, and is not set, stands for
 * something that fits. Of one thread.
 */
public final class Placeholders implements EnvironmentVariables {
  /** A number, a host, a switch, a scheme: something of it fits wherever a value may stand. */
  private static final List<String> CANDIDATES = List.of("1", "localhost", "true", "https");

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([0-9A-Za-z_.]+)}");

  /** Shorter values are words of anybody's; nobody's secret. */
  private static final int SECRET_LENGTH = 4;

  private final EnvironmentVariables environment;
  private final String text;
  private final Map<String, Position> referred = new TreeMap<>();
  private final Map<String, Integer> choices = new HashMap<>();
  private final Map<String, String> known = new TreeMap<>();

  public Placeholders(EnvironmentVariables environment, String text) {
    this.environment = environment;
    this.text = text;
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher reference = REFERENCE.matcher(lines.get(i));
      while (!lines.get(i).stripLeading().startsWith("#") && reference.find()) {
        int column = lines.get(i).codePointCount(0, reference.start()) + 1;
        referred.putIfAbsent(reference.group(1), new Position(i + 1, column));
      }
    }
  }

  @Override
  public @Nullable String get(String name) {
    String value = environment.get(name);
    if (value != null) {
      known.put(name, value);
      return value;
    }
    return referred.containsKey(name) ? CANDIDATES.get(choices.merge(name, 0, Integer::sum)) : null;
  }

  /** The variables a placeholder stood for, and where the file refers to them first. */
  public Map<String, Position> used() {
    var used = new TreeMap<>(referred);
    used.keySet().retainAll(choices.keySet());
    return used;
  }

  /** What is told of a variable a placeholder stood for. */
  public static String notice(Path file, Position at, String variable) {
    return file
        + ":"
        + at
        + ": the environment variable "
        + variable
        + " is not set, a placeholder is used";
  }

  /** Whether a complaint about this line may be one about a placeholder. */
  public boolean standsOn(Position at) {
    return !namesOn(at).isEmpty();
  }

  private boolean change(Position at) {
    boolean changed = false;
    for (String name : namesOn(at)) {
      int next = choices.getOrDefault(name, 0) + 1;
      if (next < CANDIDATES.size()) {
        choices.put(name, next);
        changed = true;
      }
    }
    return changed;
  }

  /** Takes something else for the variables on the lines of complaints; false if all is tried. */
  public boolean changeAny(List<Problem> problems) {
    boolean changed = false;
    for (Problem problem : problems) {
      changed |= problem.at().filter(this::change).isPresent();
    }
    return changed;
  }

  private Set<String> namesOn(Position at) {
    var names = new TreeSet<String>();
    String line = text.lines().skip(at.line() - 1L).findFirst().orElse("");
    Matcher reference = REFERENCE.matcher(line);
    while (reference.find()) {
      if (choices.containsKey(reference.group(1))) {
        names.add(reference.group(1));
      }
    }
    return names;
  }

  /** The words without the value of any variable that was asked for: it may be a secret. */
  public String withoutValues(String words) {
    String veiled = words;
    for (Map.Entry<String, String> variable : known.entrySet()) {
      if (variable.getValue().length() >= SECRET_LENGTH) {
        veiled = veiled.replace(variable.getValue(), "${" + variable.getKey() + "}");
      }
    }
    return veiled;
  }
}
