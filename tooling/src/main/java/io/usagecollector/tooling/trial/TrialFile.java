package io.usagecollector.tooling.trial;

import io.usagecollector.bloblang.ImportSource;
import io.usagecollector.bloblang.Tracer;
import io.usagecollector.core.config.component.ProcessorReader;
import io.usagecollector.core.config.component.TakenApart;
import io.usagecollector.core.config.finding.Findings;
import io.usagecollector.core.config.input.InputReader;
import io.usagecollector.core.config.mapping.ImportFolder;
import io.usagecollector.core.config.mapping.MappingCompiler;
import io.usagecollector.core.config.reading.ConfigFile;
import io.usagecollector.core.config.reading.FileReading;
import io.usagecollector.core.config.reading.Labels;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import io.usagecollector.core.config.yaml.Pointer;
import io.usagecollector.core.config.yaml.YamlFileReader;
import io.usagecollector.core.config.yaml.YamlNode;
import io.usagecollector.core.processor.Processor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A configuration file whose processors are tried apart from everything else: what tools use.
 * Nothing but the chosen processors and the resources they use is looked at, so the rest of the
 * file may be incomplete, and its variables unset. Mappings are compiled under the same rules as in
 * the function, and refused for the same reasons. Immutable.
 *
 * <pre>{@code
 * TrialFile file = TrialFile.load(Path.of("pipeline.yaml"), EnvironmentVariables.of(System.getenv()));
 * TrialChain chain = file.processors(TrialFile.PIPELINE);
 * List<Tried> out = chain.run(List.of(Message.of("{}")), Host.system());
 * }</pre>
 */
public final class TrialFile {
  /** The target that is meant where none is named. */
  public static final String PIPELINE = "/pipeline/processors";

  private static final String NO_PIPELINE = "the file holds no pipeline";
  private static final String HOLD =
      ": write pipeline.processors, or call a mapping's own file something.blobl";
  private static final List<String> SECTIONS = List.of("input", "pipeline", "output");

  private final String name;
  private final ImportSource imports;
  private final YamlNode root;
  private final EnvironmentVariables environment;
  private final @Nullable Tracer tracer;
  private final Logger logger;

  private TrialFile(
      String name,
      ImportSource imports,
      YamlNode root,
      EnvironmentVariables environment,
      @Nullable Tracer tracer,
      Logger logger) {
    this.name = name;
    this.imports = imports;
    this.root = root;
    this.environment = environment;
    this.tracer = tracer;
    this.logger = logger;
  }

  /**
   * Reads a file.
   *
   * @throws ConfigException if it cannot be read, or is no YAML
   */
  public static TrialFile load(Path file, EnvironmentVariables environment) {
    return parse(file.toString(), ConfigFile.text(file), environment, ImportFolder.beside(file));
  }

  /**
   * Reads a text.
   *
   * @param name the name that errors call it by
   * @throws ConfigException if it is no YAML
   */
  public static TrialFile parse(String name, String text, EnvironmentVariables environment) {
    return parse(name, text, environment, ImportSource.none());
  }

  /**
   * Reads a text.
   *
   * @param name the name that errors call it by
   * @param imports what its mappings may import
   * @throws ConfigException if it is no YAML
   */
  public static TrialFile parse(
      String name, String text, EnvironmentVariables environment, ImportSource imports) {
    var findings = new Findings(name);
    YamlNode root = YamlFileReader.read(text, findings);
    findings.refuseIfAny();
    Logger logger = LoggerFactory.getLogger(ProcessorReader.LOG);
    return new TrialFile(name, imports, root, environment, null, logger);
  }

  /**
   * The same file, and who is told what of its mappings runs: a test's coverage. Places are those
   * of the file, lines are shown as written. What mocks run is not told.
   */
  public TrialFile traced(@Nullable Tracer by) {
    return new TrialFile(name, imports, root, environment, by, logger);
  }

  /** The same file, and what its {@code log} processors write to. */
  public TrialFile logging(Logger to) {
    return new TrialFile(name, imports, root, environment, tracer, to);
  }

  /**
   * What a record goes through before its output: the processors of {@code input} and of {@code
   * pipeline}. Where there are none, it passes through as it is.
   *
   * @throws ConfigException with all that is wrong with them, and with misspelt sections
   */
  public TrialChain pipeline() {
    FileReading reading = FileReading.of(name, environment, imports);
    known(List.of(), reading);
    refuseWithoutPipeline(reading.findings());
    ProcessorReader reader = reader(reading, root);
    var processors = new ArrayList<Processor>();
    for (String section : List.of("input", "pipeline")) {
      known(List.of(section), reading);
      var pointer = new Pointer(List.of(section, "processors"));
      YamlNode node = pointer.find(root);
      if (node != null) {
        processors.addAll(reader.list(node, pointer.shown()));
      }
    }
    return chain(reading, reader, processors);
  }

  /** Of such a file every event would go through as it is, and none was meant to. */
  private void refuseWithoutPipeline(Findings findings) {
    if (!(root instanceof YamlNode.Section section)) {
      findings.problem(root.at(), NO_PIPELINE + ": it is no section with keys" + HOLD);
      throw findings.refusal();
    }
    YamlNode.Entry resources = section.entry("processor_resources");
    if (SECTIONS.stream().noneMatch(key -> section.entry(key) != null)) {
      findings.refuseIfAny();
      findings.problem(
          resources == null ? section.at() : resources.at(),
          NO_PIPELINE
              + (resources == null
                  ? HOLD
                  : ": processor_resources alone run nothing, they are what a pipeline refers to"));
    }
  }

  /** A section whose name is misspelt would be one that is not there. */
  private void known(List<String> way, FileReading reading) {
    if (new Pointer(way).find(root) instanceof YamlNode.Section section) {
      String path = String.join(".", way);
      reading.keys().known(section, path, path);
    }
  }

  /**
   * The processors at a target.
   *
   * @param target a JSON pointer ({@code /pipeline/processors}, {@code /pipeline/processors/0}), to
   *     a list of processors or to one; or the label of a processor; or either in another file:
   *     {@code other.yaml#/pipeline/processors}, relative to this one
   * @throws ConfigException with all that is wrong with them, or if they are not there
   */
  public TrialChain processors(String target) {
    return processors(target, List.of());
  }

  /**
   * The processors at a target, with other processors in the place of some.
   *
   * @param target see {@link #processors(String)}
   * @throws ConfigException with all that is wrong with them, or if a target is not there
   */
  public TrialChain processors(String target, List<Mock> mocks) {
    int hash = target.indexOf('#');
    return hash < 0
        ? chain(target, mocks)
        : other(target.substring(0, hash)).chain(target.substring(hash + 1), mocks);
  }

  /** Whether the file's output is OpenMeter, however deep it is wrapped, and however incomplete. */
  public boolean sendsToOpenMeter() {
    return TrialOutput.isOpenMeter(root);
  }

  /**
   * What the file makes up, if {@code input.generate} is its input.
   *
   * @throws ConfigException with all that is wrong with that section
   */
  public Optional<Generated> generate() {
    YamlNode node = new Pointer(List.of("input", "generate")).find(root);
    if (node == null) {
      return Optional.empty();
    }
    FileReading reading = FileReading.of(name, environment, imports);
    Generated generated = new GenerateReader(reading, tracer).read(node);
    reading.findings().refuseIfAny();
    return Optional.ofNullable(generated);
  }

  private TrialFile other(String file) {
    if (file.isEmpty()) {
      return this;
    }
    return load(Path.of(name).resolveSibling(file), environment).traced(tracer).logging(logger);
  }

  private TrialChain chain(String target, List<Mock> mocks) {
    FileReading reading = FileReading.of(name, environment, imports);
    YamlNode mocked = new Mocks(reading.findings()).apply(mocks, root);
    Pointer pointer = pointer(target, mocked, reading.findings());
    YamlNode node = pointer.find(mocked);
    if (node == null) {
      reading.findings().problemOutside("there is nothing at " + target);
      throw reading.findings().refusal();
    }
    ProcessorReader reader = reader(reading, mocked);
    List<Processor> processors =
        node instanceof YamlNode.Section
            ? Optional.ofNullable(reader.one(node, pointer.shown())).stream().toList()
            : reader.list(node, pointer.shown());
    return chain(reading, reader, processors);
  }

  private static TrialChain chain(
      FileReading reading, ProcessorReader reader, List<Processor> processors) {
    new TakenApart(reading.findings()).check(processors);
    reading.findings().refuseIfAny();
    return new TrialChain(processors, reader.compiled(), reading.findings().notices());
  }

  private ProcessorReader reader(FileReading reading, YamlNode mocked) {
    var compiler = new MappingCompiler(reading, InputReader.isBatched(mocked), tracer);
    var resources = ProcessorReader.resources(mocked, reading.findings());
    return new ProcessorReader(reading, compiler, resources, logger);
  }

  private static Pointer pointer(String target, YamlNode root, Findings findings) {
    if (target.startsWith("/")) {
      return Pointer.parse(target);
    }
    List<String> way = Labels.find(root, target);
    if (way == null) {
      findings.problemOutside(
          "nothing has the label "
              + target
              + ": a target is a label, or a pointer such as "
              + PIPELINE);
      throw findings.refusal();
    }
    return new Pointer(way);
  }
}
