package io.usagecollector.core.pipeline;

import io.usagecollector.core.event.EventRules;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** Reads a whole file, section by section, and tells all that is wrong with it at once. */
final class ConfigReader {
  private final String file;
  private final String text;
  private final Environment environment;
  private final Logger logger;
  private final Findings findings;
  private final Values values;
  private final KeyCheck keys;

  /**
   * @param logger what {@code log} processors write to
   */
  ConfigReader(String file, String text, Environment environment, Logger logger) {
    this.file = file;
    this.text = text;
    this.environment = environment;
    this.logger = logger;
    this.findings = new Findings(file);
    this.values = new Values(environment, findings);
    this.keys = new KeyCheck(KeyTable.STANDARD, findings);
  }

  CollectorConfig read() {
    if (!(YamlReader.read(text, findings) instanceof ConfigNode.Section root)) {
      findings.problem(Position.START, "the file is a section: write input, pipeline and output");
      throw findings.refusal();
    }
    keys.honoured(root, "", "");
    Input input =
        value(root, "input")
            .map(node -> new InputReader(keys, values, findings).read(node))
            .orElse(Input.UNNAMED);
    List<Processor> processors = processors(root);
    Output output = output(root);
    findings.refuseIfAny();
    if (output == null) {
      throw findings.refusal();
    }
    var program = new Program(processors, new EventRules(quantityProperties()));
    return new CollectorConfig(input, output, findings.notices(), version(), program);
  }

  private static Optional<ConfigNode> value(ConfigNode.Section section, String key) {
    return Optional.ofNullable(section.entry(key)).map(ConfigNode.Entry::value);
  }

  private @Nullable Output output(ConfigNode.Section root) {
    Optional<ConfigNode> output = value(root, "output");
    if (output.isEmpty()) {
      findings.problem(root.at(), "output is missing: write output.flexprice");
      return null;
    }
    return new OutputReader(keys, values, findings, environment).read(output.get(), "output");
  }

  private List<Processor> processors(ConfigNode.Section root) {
    Optional<ConfigNode> pipeline = value(root, "pipeline");
    if (pipeline.isEmpty()) {
      return List.of();
    }
    if (!(pipeline.get() instanceof ConfigNode.Section section)) {
      findings.problem(pipeline.get().at(), "pipeline is a section: write pipeline.processors");
      return List.of();
    }
    keys.honoured(section, "pipeline", "pipeline");
    var compiler = new ProgramCompiler(environment, findings, hasBatchedInput(root));
    boolean logValues = "true".equalsIgnoreCase(environment.get("LOG_VALUES"));
    var logs = new LogReader(keys, values, findings, compiler, logger, logValues);
    var reader = new ProcessorReader(keys, values, findings, compiler, logs, file);
    return value(section, "processors")
        .map(node -> reader.list(node, "pipeline.processors"))
        .orElse(List.of());
  }

  private static boolean hasBatchedInput(ConfigNode.Section root) {
    return value(root, "input").stream()
        .flatMap(input -> input instanceof ConfigNode.Section s ? Stream.of(s) : Stream.empty())
        .flatMap(section -> section.entries().stream())
        .map(ConfigNode.Entry::value)
        .anyMatch(node -> node instanceof ConfigNode.Section s && s.entry("batching") != null);
  }

  private List<String> quantityProperties() {
    String names = environment.get("QUANTITY_PROPERTIES");
    return names == null
        ? List.of()
        : Stream.of(names.split(",", -1))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toUnmodifiableList());
  }

  private String version() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] hash = sha256.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
