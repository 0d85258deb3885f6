package io.usagecollector.local.system;

import io.usagecollector.core.config.CollectorConfig;
import io.usagecollector.core.config.finding.ConfigException;
import io.usagecollector.core.config.output.Output;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import io.usagecollector.core.config.variable.Secret;
import io.usagecollector.local.UsageException;
import io.usagecollector.local.billing.BillingKind;
import io.usagecollector.local.billing.flexprice.FlexpriceVariables;
import io.usagecollector.local.billing.openmeter.OpenMeterVariables;
import io.usagecollector.local.lambda.FunctionPackage;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The collector configuration as this system runs it.
 *
 * @param file where it lies
 * @param shipped whether it is the pipeline layer's own
 * @param config what was read
 * @param topic the topic to read
 * @param group the consumer group
 * @param variables what it refers to of the user's environment
 */
public record LoadedConfig(
    Path file,
    boolean shipped,
    CollectorConfig config,
    String topic,
    String group,
    Map<String, String> variables) {
  private static final String LAYER_FILE = "pipeline/pipeline.yaml";

  /** Nobody's host, until it is known where the service listens. */
  private static final URI SOMEWHERE = URI.create("https://local.invalid");

  /**
   * Reads it, with stand-in values where only the running system knows the true ones.
   *
   * @throws io.usagecollector.core.config.finding.ConfigException with all that is wrong with it
   */
  static LoadedConfig load(SystemSettings settings) {
    Path file = settings.collector().config().orElseGet(() -> shipped(settings));
    Map<String, String> variables =
        FunctionEnvironment.referenced(file, settings.collector().user());
    var environment = new HashMap<>(variables);
    environment.putAll(FlexpriceVariables.of(SOMEWHERE, "local", Optional.empty()));
    environment.putAll(OpenMeterVariables.of(SOMEWHERE, "local"));
    CollectorConfig config = read(file, EnvironmentVariables.of(environment));
    requireLocal(file, config.output(), settings.billing().kind());
    return new LoadedConfig(
        file.toAbsolutePath(),
        settings.collector().config().isEmpty(),
        config,
        topic(settings, config),
        group(config),
        variables);
  }

  /** Whatever a file may hold, it is the file that cannot be used, and nothing here that broke. */
  private static CollectorConfig read(Path file, EnvironmentVariables environment) {
    try {
      return CollectorConfig.load(file, environment);
    } catch (ConfigException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      throw new UsageException(file + " cannot be used as a configuration: " + e.getMessage());
    }
  }

  /** Nothing local may reach a host that a file names. */
  private static void requireLocal(Path file, Output output, BillingKind kind) {
    BillingKind other =
        switch (output) {
          case Output.Flexprice _ -> BillingKind.FLEXPRICE;
          case Output.OpenMeter _ -> BillingKind.OPENMETER;
        };
    if (other != kind) {
      throw new UsageException(
          "%s sends to %s, and this run bills at %s: run it with --sink %s"
              .formatted(file, other.title(), kind.title(), other.sink()));
    }
    if (output instanceof Output.OpenMeter meter
        && !SOMEWHERE.getAuthority().equals(meter.address().base().getAuthority())) {
      throw new UsageException(
          file
              + " sends to a host of its own, which a local run never does:"
              + " write url: ${OPENMETER_URL}");
    }
  }

  private static Path shipped(SystemSettings settings) {
    Path opt = settings.data().resolve("opt").toAbsolutePath();
    return FunctionPackage.unpackFiles(settings.zips().pipeline(), opt).resolve(LAYER_FILE);
  }

  private static String topic(SystemSettings settings, CollectorConfig config) {
    List<String> topics = config.input().topics();
    return settings
        .collector()
        .topic()
        .or(() -> topics.stream().findFirst())
        .orElseThrow(
            () -> new UsageException("the configuration names no topic: give one with --topic"));
  }

  private static String group(CollectorConfig config) {
    String group = config.input().consumerGroup();
    return group.isEmpty() ? "usage-collector" : group;
  }

  /** The key that the function will send, where the configuration does not leave it to us. */
  public Optional<String> ownApiKey() {
    Optional<Secret> key =
        switch (config.output()) {
          case Output.Flexprice flexprice -> Optional.of(flexprice.apiKey());
          case Output.OpenMeter meter -> meter.token();
        };
    return key.map(secret -> secret.reveal(arn -> ""))
        .filter(text -> !text.isEmpty() && !text.equals("local"));
  }

  List<String> notices() {
    return config.notices().stream()
        .map(notice ->
            notice.at().map(at -> file.getFileName() + ":" + at + ": ").orElse("") + notice.text())
        .toList();
  }
}
