package io.usagecollector.core.config.component;

import io.usagecollector.bloblang.Mapping;
import io.usagecollector.core.config.finding.Findings;
import io.usagecollector.core.config.key.ProcessorKeys;
import io.usagecollector.core.config.mapping.CompiledMapping;
import io.usagecollector.core.config.mapping.FieldReader;
import io.usagecollector.core.config.mapping.MappingCompiler;
import io.usagecollector.core.config.mapping.MappingText;
import io.usagecollector.core.config.reading.ComponentType;
import io.usagecollector.core.config.reading.FileReading;
import io.usagecollector.core.config.reading.Resources;
import io.usagecollector.core.config.yaml.YamlNode;
import io.usagecollector.core.place.ProcessorPlace;
import io.usagecollector.core.processor.CatchProcessor;
import io.usagecollector.core.processor.ForEachProcessor;
import io.usagecollector.core.processor.MappingProcessor;
import io.usagecollector.core.processor.Processor;
import io.usagecollector.core.processor.StepsProcessor;
import io.usagecollector.core.processor.TryProcessor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** Reads a list of processors and compiles what they run. */
public final class ProcessorReader {
  /** The logger of {@code log} processors: what it writes, the mapping's writer asked for. */
  public static final String LOG = "io.usagecollector.pipeline.log";

  private final FileReading reading;
  private final MappingCompiler compiler;
  private final Resources<Processor> resources;
  private final LogReader logs;
  private final MetricReader metrics;
  private final UnarchiveReader unarchives;
  private final CompositeReader composites;

  /**
   * @param logger what {@code log} processors write to
   */
  public ProcessorReader(
      FileReading reading,
      MappingCompiler compiler,
      Resources<Processor> resources,
      Logger logger) {
    this.reading = reading;
    this.compiler = compiler;
    this.resources = resources;
    var fields = new FieldReader(reading, compiler);
    this.logs = new LogReader(reading, fields, logger);
    this.metrics = new MetricReader(reading, fields, logger);
    this.unarchives = new UnarchiveReader(reading);
    this.composites = new CompositeReader(reading, fields, this);
  }

  /** The file's {@code processor_resources}. */
  public static Resources<Processor> resources(YamlNode root, Findings findings) {
    return new Resources<>("processor_resources", root, findings);
  }

  /** Every mapping so far. */
  public List<CompiledMapping> compiled() {
    return compiler.compiled();
  }

  /** The processors, without those that are ignored or, with a problem, cannot be used. */
  public List<Processor> list(YamlNode node, String path) {
    if (!(node instanceof YamlNode.Items items)) {
      if (!isEmpty(node)) {
        reading.findings().problem(node.at(), path + " must be a list of processors");
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

  private static boolean isEmpty(YamlNode node) {
    return node instanceof YamlNode.Scalar scalar && scalar.text().pieces().isEmpty();
  }

  /** One processor; null where it is ignored or, with a problem, cannot be used. */
  public @Nullable Processor one(YamlNode node, String path) {
    Findings findings = reading.findings();
    if (!(node instanceof YamlNode.Section whole)) {
      findings.problem(node.at(), path + " must be a section with one processor, such as mapping");
      return null;
    }
    YamlNode.Section section = new ComponentType(reading).without(whole, path);
    long kinds = section.entries().stream().filter(entry -> !entry.key().equals("label")).count();
    if (kinds != 1) {
      findings.problem(section.at(), path + " must be one processor, and has " + kinds);
      return null;
    }
    return reading.keys().honoured(section, ProcessorKeys.SECTION, path).stream()
        .filter(entry -> !entry.key().equals("label"))
        .findFirst()
        .map(entry -> processor(entry, path + "." + entry.key()))
        .orElse(null);
  }

  private @Nullable Processor processor(YamlNode.Entry entry, String path) {
    return switch (entry.key()) {
      case "mapping", "bloblang" -> mapping(entry.value(), path, compiler::mapping);
      case "mutation" -> mapping(entry.value(), path, compiler::mutation);
      case "try" -> new TryProcessor(list(entry.value(), path));
      case "catch" -> new CatchProcessor(list(entry.value(), path));
      case "for_each" -> new ForEachProcessor(list(entry.value(), path));
      case "processors" -> new StepsProcessor(list(entry.value(), path));
      case "switch" -> composites.cases(entry, path);
      case "branch" -> composites.branch(entry, path);
      case "log" -> logs.read(entry, path);
      case "metric" -> metrics.read(entry, path);
      case "unarchive" -> unarchives.read(entry, path);
      case "resource" -> resource(entry, path);
      default -> null;
    };
  }

  private @Nullable Processor resource(YamlNode.Entry entry, String path) {
    return reading
        .values()
        .text(entry.value(), path)
        .map(label -> resources.read(label.strip(), entry.value(), path, this::one))
        .orElse(null);
  }

  private @Nullable Processor mapping(
      YamlNode node, String path, BiFunction<MappingText, String, @Nullable Mapping> compile) {
    return MappingText.read(node, path, reading.values())
        .map(text -> {
          Mapping mapping = compile.apply(text, path);
          return mapping == null
              ? null
              : new MappingProcessor(
                  mapping, new ProcessorPlace(path, reading.file(), node.at(), text));
        })
        .orElse(null);
  }
}
