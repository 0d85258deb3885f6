package io.usagecollector.core.config;

import io.usagecollector.core.config.component.CompiledProcessors;
import io.usagecollector.core.config.component.ProcessorReader;
import io.usagecollector.core.config.component.TakenApart;
import io.usagecollector.core.config.finding.Findings;
import io.usagecollector.core.config.finding.Notice;
import io.usagecollector.core.config.input.Input;
import io.usagecollector.core.config.input.InputReader;
import io.usagecollector.core.config.mapping.MappingCompiler;
import io.usagecollector.core.config.output.Output;
import io.usagecollector.core.config.output.OutputReader;
import io.usagecollector.core.config.reading.FileReading;
import io.usagecollector.core.config.reading.Resources;
import io.usagecollector.core.config.reading.ValueCheck;
import io.usagecollector.core.config.yaml.Pointer;
import io.usagecollector.core.config.yaml.YamlFileReader;
import io.usagecollector.core.config.yaml.YamlNode;
import io.usagecollector.core.place.Position;
import io.usagecollector.core.processor.Processor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** Reads a whole file, section by section, and tells all that is wrong with it at once. */
final class ConfigReader {
  private final String text;
  private final Logger logger;
  private final FileReading reading;
  private final Findings findings;

  /**
   * @param logger what {@code log} processors write to
   */
  ConfigReader(String text, FileReading reading, Logger logger) {
    this.text = text;
    this.logger = logger;
    this.reading = reading;
    this.findings = reading.findings();
  }

  /**
   * What becomes of a file that was read.
   *
   * @param <C> what is made of it
   */
  @FunctionalInterface
  interface Whole<C> {
    C of(
        Input input,
        Output output,
        List<Notice> notices,
        String version,
        CompiledProcessors program);
  }

  <C> C read(Whole<C> whole) {
    if (!(YamlFileReader.read(text, findings) instanceof YamlNode.Section root)) {
      findings.problem(
          Position.START, "the file must be a section: write input, pipeline and output");
      throw findings.refusal();
    }
    reading.keys().honoured(root, "", "");
    new ValueCheck(findings).check(root);
    Input input =
        value(root, "input").map(node -> new InputReader(reading).read(node)).orElse(Input.UNNAMED);
    Resources<Output> outputs = OutputReader.resources(root, findings);
    var outputReader = new OutputReader(reading, outputs);
    Output output = output(root, outputReader);
    outputs.noticeUnused();
    var compiler = new MappingCompiler(reading, InputReader.isBatched(root), null);
    List<Processor> processors = processors(root, outputReader.processors(), compiler);
    findings.refuseIfAny();
    if (output == null) {
      throw findings.refusal();
    }
    var program = new CompiledProcessors(processors, compiler.compiled());
    return whole.of(input, output, findings.notices(), version(), program);
  }

  private static Optional<YamlNode> value(YamlNode.Section section, String key) {
    return Optional.ofNullable(section.entry(key))
        .map(YamlNode.Entry::value)
        .filter(node -> !node.isNull());
  }

  private @Nullable Output output(YamlNode.Section root, OutputReader reader) {
    Optional<YamlNode> output = value(root, "output");
    if (output.isEmpty()) {
      findings.problem(root.at(), "output is missing: write output.flexprice");
      return null;
    }
    return reader.read(output.get(), "output");
  }

  /** The processors of input, pipeline and output: a record goes through them in this order. */
  private List<Processor> processors(
      YamlNode.Section root, List<OutputReader.Located> beforeOutput, MappingCompiler compiler) {
    Resources<Processor> resources = ProcessorReader.resources(root, findings);
    var reader = new ProcessorReader(reading, compiler, resources, logger);
    var processors = new ArrayList<Processor>();
    YamlNode ofInput = new Pointer(List.of("input", "processors")).find(root);
    if (ofInput != null) {
      processors.addAll(reader.list(ofInput, "input.processors"));
    }
    value(root, "pipeline").ifPresent(node -> processors.addAll(pipeline(node, reader)));
    for (OutputReader.Located located : beforeOutput) {
      processors.addAll(reader.list(located.node(), located.path()));
    }
    resources.readUnused(reader::one);
    new TakenApart(findings).check(processors);
    return processors;
  }

  private List<Processor> pipeline(YamlNode node, ProcessorReader reader) {
    if (!(node instanceof YamlNode.Section section)) {
      findings.problem(node.at(), "pipeline must be a section: write pipeline.processors");
      return List.of();
    }
    reading.keys().honoured(section, "pipeline", "pipeline");
    return value(section, "processors")
        .map(processors -> reader.list(processors, "pipeline.processors"))
        .orElse(List.of());
  }

  private String version() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(text.getBytes(StandardCharsets.UTF_8));
      reading
          .imports()
          .texts()
          .forEach((path, imported) -> {
            sha256.update(("\0" + path + "\0").getBytes(StandardCharsets.UTF_8));
            sha256.update(imported.getBytes(StandardCharsets.UTF_8));
          });
      return HexFormat.of().formatHex(sha256.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
