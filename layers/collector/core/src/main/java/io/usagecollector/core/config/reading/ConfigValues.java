package io.usagecollector.core.config.reading;

import io.usagecollector.core.config.finding.Findings;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import io.usagecollector.core.config.yaml.WrittenText;
import io.usagecollector.core.config.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The file's values with the environment's variables put in. */
public final class ConfigValues {
  private final EnvironmentVariables environment;
  private final Findings findings;

  ConfigValues(EnvironmentVariables environment, Findings findings) {
    this.environment = environment;
    this.findings = findings;
  }

  /** The text of a scalar; empty, and a problem, where it is none or a variable is missing. */
  public Optional<String> text(YamlNode node, String path) {
    if (!(node instanceof YamlNode.Scalar scalar)) {
      findings.problem(node.at(), path + " must be one value, not a list or a section");
      return Optional.empty();
    }
    if (scalar.isNull()) {
      return Optional.of("");
    }
    List<WrittenText.Reference> missing = missing(scalar.text());
    missing.forEach(reference -> findings.problem(scalar.at(), notSet(path, reference)));
    return missing.isEmpty() ? Optional.of(expand(scalar)) : Optional.empty();
  }

  /** The text of a scalar; empty, and a notice, where a variable is missing. */
  public Optional<String> textIfSet(YamlNode node, String path) {
    if (node instanceof YamlNode.Scalar scalar && !missing(scalar.text()).isEmpty()) {
      findings.notice(
          node.at(), path + " leaves out " + written(node) + ": the variable is not set");
      return Optional.empty();
    }
    return text(node, path);
  }

  /** A whole number; empty where the value is empty, or, with a problem, where it is no number. */
  public OptionalInt integer(YamlNode node, String path) {
    if (node.isNull()) {
      return OptionalInt.empty();
    }
    String text = text(node, path).map(String::strip).orElse("");
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(Integer.parseInt(text));
    } catch (NumberFormatException e) {
      findings.problem(node.at(), path + " is " + written(node) + ", which is no whole number");
      return OptionalInt.empty();
    }
  }

  /** A switch; false, and a problem, where it is neither true nor false. */
  public boolean flag(YamlNode node, String path) {
    if (node.isNull()) {
      return false;
    }
    String text = text(node, path).map(String::strip).filter(it -> !it.isEmpty()).orElse("false");
    if (!text.equals("true") && !text.equals("false")) {
      findings.problem(node.at(), path + " is " + written(node) + ": it is true or false");
    }
    return text.equals("true");
  }

  /** A list's texts, or one text alone; what is left to variables that are not set is left out. */
  public List<String> texts(YamlNode node, String path) {
    return switch (node) {
      case YamlNode.Items items ->
          items.items().stream().flatMap(item -> textIfSet(item, path).stream()).toList();
      case YamlNode.Scalar scalar -> listed(scalar, path);
      case YamlNode.Section section -> {
        findings.problem(section.at(), path + " must be a list, not a section");
        yield List.of();
      }
    };
  }

  /** Upstream parses a variable's value as part of the file, so it may hold a list. */
  private List<String> listed(YamlNode.Scalar scalar, String path) {
    String text = textIfSet(scalar, path).map(String::strip).orElse("");
    boolean list = scalar.text().isOneReference() && text.startsWith("[") && text.endsWith("]");
    return list
        ? Stream.of(text.substring(1, text.length() - 1).split(",", -1))
            .map(item -> unquoted(item.strip()))
            .toList()
        : Stream.of(text).filter(item -> !item.isEmpty()).toList();
  }

  /** A value as the file has it: the only form that may be shown. */
  public static String written(YamlNode node) {
    return node instanceof YamlNode.Scalar scalar ? "'" + scalar.text().written() + "'" : "";
  }

  private List<WrittenText.Reference> missing(WrittenText template) {
    return template.references().stream()
        .filter(reference -> reference.otherwise() == null)
        .filter(reference -> environment.get(reference.name()) == null)
        .toList();
  }

  public static String notSet(String path, WrittenText.Reference reference) {
    return path + " needs the environment variable " + reference.name() + ", which is not set";
  }

  private String expand(YamlNode.Scalar scalar) {
    String text = expand(scalar.text());
    boolean bare = scalar.style() == YamlNode.Style.PLAIN && scalar.text().isOneReference();
    return bare ? unquoted(text) : text;
  }

  private String expand(WrittenText template) {
    return template.pieces().stream().map(this::expand).collect(Collectors.joining());
  }

  /** What stands in the place of a piece once variables are put in. */
  public String expand(WrittenText.Piece piece) {
    return switch (piece) {
      case WrittenText.Plain plain -> plain.text();
      case WrittenText.Escaped escaped -> escaped.text();
      case WrittenText.Reference reference -> value(reference).replace("\n", "\\n");
    };
  }

  private String value(WrittenText.Reference reference) {
    @Nullable String value = environment.get(reference.name());
    @Nullable String otherwise = reference.otherwise();
    boolean taken = value != null && (!value.isEmpty() || otherwise == null);
    return taken && value != null ? value : otherwise == null ? "" : otherwise;
  }

  /** Some tools that set variables keep the quotes of their files; YAML takes them off. */
  private static String unquoted(String text) {
    boolean quoted =
        text.length() >= 2
            && (text.charAt(0) == '"' || text.charAt(0) == '\'')
            && text.charAt(0) == text.charAt(text.length() - 1);
    return quoted ? text.substring(1, text.length() - 1) : text;
  }
}
