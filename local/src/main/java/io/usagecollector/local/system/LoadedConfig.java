package io.usagecollector.local.system;

import io.usagecollector.core.config.CollectorConfig;
import io.usagecollector.core.config.finding.ConfigException;
import io.usagecollector.core.config.output.Output;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import io.usagecollector.core.config.variable.Secret;
import io.usagecollector.local.UsageException;
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
    environment.putAll(
        FunctionEnvironment.billing(URI.create("https://127.0.0.1"), "local", Optional.empty()));
    CollectorConfig config = read(file, EnvironmentVariables.of(environment));
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
