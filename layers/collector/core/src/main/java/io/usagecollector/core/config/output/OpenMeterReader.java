package io.usagecollector.core.config.output;

import io.usagecollector.core.config.finding.Findings;
import io.usagecollector.core.config.reading.ConfigValues;
import io.usagecollector.core.config.reading.FileReading;
import io.usagecollector.core.config.reading.KeyCheck;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import io.usagecollector.core.config.variable.Secret;
import io.usagecollector.core.config.yaml.WrittenText;
import io.usagecollector.core.config.yaml.YamlNode;
import io.usagecollector.core.place.Position;
import io.usagecollector.core.sink.openmeter.OpenMeterAddress;
import io.usagecollector.core.sink.openmeter.OpenMeterDialect;
import io.usagecollector.core.sink.openmeter.form.EventSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the output {@code openmeter}, and the parts that {@code http_client} has like it. */
final class OpenMeterReader {
  private static final String SOURCE = "OPENMETER_SOURCE";

  private final KeyCheck keys;
  private final ConfigValues values;
  private final Findings findings;
  private final EnvironmentVariables environment;
  private final BulkSettings bulks;

  OpenMeterReader(FileReading reading) {
    this.keys = reading.keys();
    this.values = reading.values();
    this.findings = reading.findings();
    this.environment = reading.environment();
    this.bulks = new BulkSettings(reading);
  }

  /** The output, or null and problems. */
  @Nullable Output read(YamlNode.Entry component, String path) {
    if (!(component.value() instanceof YamlNode.Section section)) {
      findings.problem(component.at(), path + " must be a section with url and token");
      return null;
    }
    keys.honoured(section, "output.openmeter", path);
    YamlNode.Entry url = section.entry("url");
    OpenMeterAddress address = url == null ? null : address(url.value(), path + ".url");
    if (url == null) {
      findings.problem(component.at(), path + ".url is missing: write url: ${OPENMETER_URL}");
    }
    YamlNode.Entry token = section.entry("token");
    Optional<Secret> secret =
        token == null ? Optional.empty() : secret(token.value(), path + ".token");
    return output(section, "output.openmeter", component.at(), path, address, secret);
  }

  /**
   * The output of what was read, or null and problems.
   *
   * @param tablePath the output in the table of keys
   * @param address null with a problem
   */
  @Nullable Output output(
      YamlNode.Section section,
      String tablePath,
      Position at,
      String path,
      @Nullable OpenMeterAddress address,
      Optional<Secret> token) {
    BulkSettings.Limits limits = bulks.limits(section, tablePath, path);
    var inFlight = bulks.inFlight(section, path);
    EventSource source = source();
    if (address == null || source == null) {
      return null;
    }
    if (token.isEmpty() && address.dialect() == OpenMeterDialect.KONNECT_V3 && isKonnect(address)) {
      findings.problem(at, path + " has no token, which Konnect asks for: ${OPENMETER_TOKEN}");
    }
    return new Output.OpenMeter(address, token, source, limits.events(), limits.bytes(), inFlight);
  }

  private static boolean isKonnect(OpenMeterAddress address) {
    return address.base().getHost().endsWith(".konghq.com");
  }

  /** Where a URL leads, or null and a problem, which does not quote it. */
  @Nullable OpenMeterAddress address(YamlNode node, String path) {
    Optional<String> text = values.text(node, path);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return OpenMeterAddress.of(text.get());
    } catch (IllegalArgumentException e) {
      findings.problem(node.at(), path + ": " + e.getMessage());
      return null;
    }
  }

  /** A token, or nothing where there is none. */
  Optional<Secret> secret(YamlNode node, String path) {
    if (!(node instanceof YamlNode.Scalar scalar)) {
      findings.problem(node.at(), path + " must be one value, not a list or a section");
      return Optional.empty();
    }
    return scalar.isNull() ? Optional.empty() : secret(scalar.text(), scalar.at(), path);
  }

  /** A token, or nothing where there is none. */
  Optional<Secret> secret(WrittenText text, Position at, String path) {
    var secret = new Secret(text, environment);
    WrittenText.Reference unanswered = secret.unanswered();
    if (unanswered != null) {
      findings.problem(at, OutputReader.secretNotSet(path, unanswered));
    }
    return secret.isNothing() ? Optional.empty() : Optional.of(secret);
  }

  private @Nullable EventSource source() {
    try {
      return EventSource.orUsual(environment.get(SOURCE));
    } catch (IllegalArgumentException e) {
      findings.problemOutside("the environment variable " + SOURCE + ": " + e.getMessage());
      return null;
    }
  }
}
