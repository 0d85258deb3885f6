package io.usagecollector.core.config.output;

import io.usagecollector.core.config.finding.Findings;
import io.usagecollector.core.config.reading.ComponentType;
import io.usagecollector.core.config.reading.ConfigValues;
import io.usagecollector.core.config.reading.FileReading;
import io.usagecollector.core.config.reading.KeyCheck;
import io.usagecollector.core.config.reading.Resources;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import io.usagecollector.core.config.variable.Secret;
import io.usagecollector.core.config.yaml.WrittenText;
import io.usagecollector.core.config.yaml.YamlNode;
import io.usagecollector.core.place.Position;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads the section {@code output}, down through retry and fallback to the service itself. */
public final class OutputReader {
  private final KeyCheck keys;
  private final ConfigValues values;
  private final Findings findings;
  private final EnvironmentVariables environment;
  private final ComponentType types;
  private final BulkSettings bulks;
  private final OpenMeterReader openMeter;
  private final HttpClientReader httpClient;
  private final LaterOutputs later;

  private final Resources<Output> resources;
  private final List<Located> processors = new ArrayList<>();

  /** A node and what errors call it. */
  public record Located(YamlNode node, String path) {}

  /**
   * @param resources what outputs may refer to
   */
  public OutputReader(FileReading reading, Resources<Output> resources) {
    this.keys = reading.keys();
    this.types = new ComponentType(reading);
    this.values = reading.values();
    this.findings = reading.findings();
    this.environment = reading.environment();
    this.resources = resources;
    this.bulks = new BulkSettings(reading);
    this.openMeter = new OpenMeterReader(reading);
    this.httpClient = new HttpClientReader(reading, openMeter);
    this.later = new LaterOutputs(reading, resources, openMeter);
  }

  /** The file's {@code output_resources}. */
  public static Resources<Output> resources(YamlNode root, Findings findings) {
    return new Resources<>("output_resources", root, findings);
  }

  /** The lists of processors that stand before the service, from the outside inwards. */
  public List<Located> processors() {
    return List.copyOf(processors);
  }

  /** The output, or null, and a problem, where there is none that can be used. */
  public @Nullable Output read(YamlNode node, String path) {
    if (!(node instanceof YamlNode.Section whole)) {
      findings.problem(node.at(), path + " must be a section: write output.flexprice");
      return null;
    }
    YamlNode.Section section = types.without(whole, path);
    List<YamlNode.Entry> components = new ArrayList<>();
    for (YamlNode.Entry entry : keys.honoured(section, "output", path)) {
      switch (entry.key()) {
        case "label" -> {}
        case "processors" ->
            processors.add(new Located(entry.value(), KeyCheck.join(path, "processors")));
        default -> components.add(entry);
      }
    }
    if (components.size() == 1) {
      return component(components.getFirst(), KeyCheck.join(path, components.getFirst().key()));
    }
    if (!components.isEmpty() || isBare(section)) {
      findings.problem(section.at(), path + " must be one component: write output.flexprice");
    }
    return null;
  }

  private static boolean isBare(YamlNode.Section section) {
    return section.entries().stream()
        .allMatch(entry -> entry.key().equals("label") || entry.key().equals("processors"));
  }

  private @Nullable Output component(YamlNode.Entry entry, String path) {
    return switch (entry.key()) {
      case "flexprice" -> flexprice(entry, path);
      case "openmeter" -> openMeter.read(entry, path);
      case "http_client" -> httpClient.read(entry, path);
      case "retry" -> within(entry, "output.retry", path);
      case "drop_on" -> within(entry, "output.drop_on", path);
      case "resource" -> resource(entry, path);
      default -> fallback(entry, path);
    };
  }

  private @Nullable Output resource(YamlNode.Entry entry, String path) {
    return values
        .text(entry.value(), path)
        .map(label -> resources.read(label.strip(), entry.value(), path, this::read))
        .orElse(null);
  }

  /** The output within one that wraps it. */
  private @Nullable Output within(YamlNode.Entry component, String tablePath, String path) {
    if (!(component.value() instanceof YamlNode.Section section)) {
      findings.problem(component.at(), path + " must be a section with an output");
      return null;
    }
    List<YamlNode.Entry> honoured = keys.honoured(section, tablePath, path);
    if (honoured.isEmpty()) {
      findings.problem(component.at(), path + " has no output");
      return null;
    }
    return read(honoured.getFirst().value(), path + ".output");
  }

  private @Nullable Output fallback(YamlNode.Entry component, String path) {
    if (!(component.value() instanceof YamlNode.Items items) || items.items().isEmpty()) {
      findings.problem(component.at(), path + " must be a list of outputs");
      return null;
    }
    Output first = read(items.items().getFirst(), path + "[0]");
    for (int i = 1; i < items.items().size(); i++) {
      later.read(items.items().get(i), path + "[" + i + "]", first);
    }
    return first;
  }

  private @Nullable Output flexprice(YamlNode.Entry component, String path) {
    if (!(component.value() instanceof YamlNode.Section section)) {
      findings.problem(component.at(), path + " must be a section with api_host and api_key");
      return null;
    }
    keys.honoured(section, "output.flexprice", path);
    Secret key = apiKey(section, component.at(), path);
    URI url = new BaseUrlReader(values, findings, environment).read(section, path);
    BulkSettings.Limits limits = bulks.limits(section, "output.flexprice", path);
    OptionalInt inFlight = bulks.inFlight(section, path);
    if (key == null || url == null) {
      return null;
    }
    return new Output.Flexprice(
        url, key, environmentId(), limits.events(), limits.bytes(), inFlight);
  }

  private Optional<String> environmentId() {
    return Optional.ofNullable(environment.get("FLEXPRICE_ENVIRONMENT_ID"))
        .map(String::strip)
        .filter(id -> !id.isEmpty());
  }

  private @Nullable Secret apiKey(YamlNode.Section section, Position at, String path) {
    YamlNode.Entry entry = section.entry("api_key");
    if (entry == null) {
      findings.problem(at, path + ".api_key is missing: write api_key: ${FLEXPRICE_API_KEY}");
      return null;
    }
    if (!(entry.value() instanceof YamlNode.Scalar scalar)) {
      findings.problem(entry.at(), path + ".api_key must be one value, not a list or a section");
      return null;
    }
    var secret = new Secret(scalar.text(), environment);
    WrittenText.Reference unanswered = secret.unanswered();
    if (unanswered != null) {
      findings.problem(scalar.at(), secretNotSet(path + ".api_key", unanswered));
    } else if (scalar.text().written().isBlank()) {
      findings.problem(scalar.at(), path + ".api_key is empty");
    }
    return secret;
  }

  /** What is said of a secret that nothing answers. */
  static String secretNotSet(String path, WrittenText.Reference reference) {
    return ConfigValues.notSet(path, reference)
        + "; or let "
        + reference.name()
        + "_SECRET_ARN name a secret that holds it";
  }
}
