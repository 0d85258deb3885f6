package io.usagecollector.local.run;

import io.usagecollector.local.trigger.Faults;
import io.usagecollector.local.trigger.MappingSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a local system is made of.
 *
 * @param zips the function and its layers
 * @param data where topic, offsets, queues, stored events and logs are kept
 * @param config the collector configuration; the pipeline layer's own if empty
 * @param topic in place of the configuration's topic
 * @param user this machine's environment; the function gets of it what its configuration refers to
 * @param billing where the events are billed
 * @param mapping how the trigger hands records over
 * @param partialResponses what the function is told of the trigger; the template sets both alike
 * @param faults how unkind the trigger is
 * @param seed of all that happens by chance
 * @param instances how many invocations run at once
 * @param timeout of an invocation
 * @param inProcess whether the handler runs in this JVM
 * @param firstJars put before all others on the function's class path: how tests break a build
 */
public record SystemSettings(
    ProjectZips zips,
    Path data,
    Optional<Path> config,
    Optional<String> topic,
    Map<String, String> user,
    BillingSettings billing,
    MappingSettings mapping,
    boolean partialResponses,
    Faults faults,
    long seed,
    int instances,
    Duration timeout,
    boolean inProcess,
    List<Path> firstJars) {
  /** As in the template, for a topic of some hundred events a second. */
  private static final MappingSettings MAPPING =
      MappingSettings.provisioned(500, Duration.ofMillis(500));

  public SystemSettings {
    user = Map.copyOf(user);
    firstJars = List.copyOf(firstJars);
  }

  /** The shipped configuration, the stand-in, a mapping as unkind as on any day. */
  public static SystemSettings of(ProjectZips zips, Path data, long seed) {
    return new SystemSettings(
        zips,
        data,
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        new BillingSettings.StandIn(),
        MAPPING,
        MAPPING.reportBatchItemFailures(),
        Faults.USUAL,
        seed,
        2,
        Duration.ofSeconds(60),
        false,
        List.of());
  }
}
