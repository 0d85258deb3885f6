package io.usagecollector.core.pipeline;

import io.usagecollector.bloblang.Interpolation;
import io.usagecollector.bloblang.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/** Reads a list of processors and compiles what they run. */
final class ProcessorReader {
  private final KeyCheck keys;
  private final Values values;
  private final Findings findings;
  private final ProgramCompiler compiler;
  private final String file;
  private final Logger logger;
  private final boolean logValues;

  /**
   * @param logger what {@code log} processors write to
   * @param logValues whether {@code error()} in them may show the event's values
   */
  ProcessorReader(
      KeyCheck keys,
      Values values,
      Findings findings,
      ProgramCompiler compiler,
      String file,
      Logger logger,
      boolean logValues) {
    this.keys = keys;
    this.values = values;
    this.findings = findings;
    this.compiler = compiler;
    this.file = file;
    this.logger = logger;
    this.logValues = logValues;
  }

  /** The processors, without those that are ignored or, with a problem, cannot be used. */
  List<Processor> list(ConfigNode node, String path) {
    if (!(node instanceof ConfigNode.Items items)) {
      if (!isEmpty(node)) {
        findings.problem(node.at(), path + " is a list of processors");
      }
      return List.of();
    }
    var processors = new ArrayList<Processor>();
    for (int i = 0; i < items.items().size(); i++) {
      Processor processor = one(items.items().get(i), path + "[" + i + "]");
      if (processor != null) {
        processors.add(processor);
      }
    }
    return List.copyOf(processors);
  }

  private static boolean isEmpty(ConfigNode node) {
    return node instanceof ConfigNode.Scalar scalar && scalar.text().pieces().isEmpty();
  }

  private @Nullable Processor one(ConfigNode node, String path) {
    if (!(node instanceof ConfigNode.Section section)) {
      findings.problem(node.at(), path + " is a section with one processor, such as mapping");
      return null;
    }
    long kinds = section.entries().stream().filter(entry -> !entry.key().equals("label")).count();
    if (kinds != 1) {
      findings.problem(section.at(), path + " is one processor, and has " + kinds);
      return null;
    }
    return keys.honoured(section, ProcessorKeys.SECTION, path).stream()
        .filter(entry -> !entry.key().equals("label"))
        .findFirst()
        .map(entry -> processor(entry, path + "." + entry.key()))
        .orElse(null);
  }

  private @Nullable Processor processor(ConfigNode.Entry entry, String path) {
    return switch (entry.key()) {
      case "mapping", "bloblang" -> mapping(entry.value(), path, compiler::mapping);
      case "mutation" -> mapping(entry.value(), path, compiler::mutation);
      case "try" -> new TryProcessor(list(entry.value(), path));
      case "catch" -> new CatchProcessor(list(entry.value(), path));
      case "log" -> log(entry, path);
      default -> null;
    };
  }

  private @Nullable Processor mapping(
      ConfigNode node, String path, BiFunction<ProgramText, String, @Nullable Mapping> compile) {
    return program(node, path)
        .map(text -> {
          Mapping mapping = compile.apply(text, path);
          return mapping == null
              ? null
              : new MappingProcessor(mapping, new Place(path, file, text));
        })
        .orElse(null);
  }

  /** A text to compile; empty, with a problem, where it is no text or a variable is missing. */
  private Optional<ProgramText> program(ConfigNode node, String path) {
    return values
        .text(node, path)
        .filter(_ -> node instanceof ConfigNode.Scalar)
        .map(_ -> new ProgramText((ConfigNode.Scalar) node, values));
  }

  private @Nullable Processor log(ConfigNode.Entry log, String path) {
    if (!(log.value() instanceof ConfigNode.Section section)) {
      findings.problem(log.at(), path + " is a section with level and message");
      return null;
    }
    keys.honoured(section, ProcessorKeys.SECTION + ".log", path);
    Level level = level(section.entry("level"), path + ".level");
    Interpolation message = message(section.entry("message"), log, path + ".message");
    Map<String, Interpolation> fields = fields(section.entry("fields"), path + ".fields");
    Mapping mapping = fieldsMapping(section.entry("fields_mapping"), path + ".fields_mapping");
    if (message == null) {
      return null;
    }
    var place = new Place(path, file, new ProgramText(empty(log.at()), values));
    return new LogProcessor(logger, level, message, fields, mapping, logValues, place);
  }

  private Level level(ConfigNode.@Nullable Entry entry, String path) {
    if (entry == null) {
      return Level.INFO;
    }
    String name = values.text(entry.value(), path).orElse("INFO").strip().toUpperCase(Locale.ROOT);
    return switch (name) {
      case "TRACE" -> Level.TRACE;
      case "DEBUG" -> Level.DEBUG;
      case "INFO" -> Level.INFO;
      case "WARN" -> Level.WARN;
      case "ERROR" -> Level.ERROR;
      default -> {
        findings.problem(entry.value().at(), path + " is TRACE, DEBUG, INFO, WARN or ERROR");
        yield Level.INFO;
      }
    };
  }

  private @Nullable Interpolation message(
      ConfigNode.@Nullable Entry entry, ConfigNode.Entry log, String path) {
    ConfigNode node = entry == null ? empty(log.at()) : entry.value();
    return program(node, path).map(text -> compiler.interpolation(text, path)).orElse(null);
  }

  private Map<String, Interpolation> fields(ConfigNode.@Nullable Entry entry, String path) {
    if (entry == null) {
      return Map.of();
    }
    if (!(entry.value() instanceof ConfigNode.Section section)) {
      findings.problem(entry.at(), path + " is a section of names and texts");
      return Map.of();
    }
    var fields = new LinkedHashMap<String, Interpolation>();
    for (ConfigNode.Entry field : section.entries()) {
      String at = path + "." + field.key();
      program(field.value(), at)
          .map(text -> compiler.interpolation(text, at))
          .ifPresent(text -> fields.put(field.key(), text));
    }
    return Map.copyOf(fields);
  }

  private @Nullable Mapping fieldsMapping(ConfigNode.@Nullable Entry entry, String path) {
    return entry == null
        ? null
        : program(entry.value(), path).map(text -> compiler.mapping(text, path)).orElse(null);
  }

  private static ConfigNode.Scalar empty(Position at) {
    return new ConfigNode.Scalar(at, Template.of(""), ConfigNode.Style.QUOTED, 0);
  }
}
