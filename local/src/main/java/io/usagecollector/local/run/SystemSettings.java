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

  /** With another configuration than the shipped one. */
  public SystemSettings withConfig(Path file) {
    return new SystemSettings(
        zips,
        data,
        Optional.of(file),
        topic,
        user,
        billing,
        mapping,
        partialResponses,
        faults,
        seed,
        instances,
        timeout,
        inProcess,
        firstJars);
  }

  /** With another topic than the configuration's. */
  public SystemSettings withTopic(String name) {
    return new SystemSettings(
        zips,
        data,
        config,
        Optional.of(name),
        user,
        billing,
        mapping,
        partialResponses,
        faults,
        seed,
        instances,
        timeout,
        inProcess,
        firstJars);
  }

  /** With this machine's environment to draw variables from. */
  public SystemSettings withUser(Map<String, String> environment) {
    return new SystemSettings(
        zips,
        data,
        config,
        topic,
        environment,
        billing,
        mapping,
        partialResponses,
        faults,
        seed,
        instances,
        timeout,
        inProcess,
        firstJars);
  }

  /** Billed elsewhere. */
  public SystemSettings withBilling(BillingSettings other) {
    return new SystemSettings(
        zips,
        data,
        config,
        topic,
        user,
        other,
        mapping,
        partialResponses,
        faults,
        seed,
        instances,
        timeout,
        inProcess,
        firstJars);
  }

  /** With another mapping, and a function that is told so or is told otherwise. */
  public SystemSettings withMapping(MappingSettings other, boolean partial) {
    return new SystemSettings(
        zips, data, config, topic, user, billing, other, partial, faults, seed, instances, timeout,
        inProcess, firstJars);
  }

  /** With a mapping of another temper. */
  public SystemSettings withFaults(Faults other) {
    return new SystemSettings(
        zips,
        data,
        config,
        topic,
        user,
        billing,
        mapping,
        partialResponses,
        other,
        seed,
        instances,
        timeout,
        inProcess,
        firstJars);
  }

  /** With jars before all others on the function's class path. */
  public SystemSettings withFirstJars(List<Path> jars) {
    return new SystemSettings(
        zips,
        data,
        config,
        topic,
        user,
        billing,
        mapping,
        partialResponses,
        faults,
        seed,
        instances,
        timeout,
        inProcess,
        jars);
  }

  /** With the handler in this JVM. */
  public SystemSettings withHandlerInProcess() {
    return new SystemSettings(
        zips,
        data,
        config,
        topic,
        user,
        billing,
        mapping,
        partialResponses,
        faults,
        seed,
        instances,
        timeout,
        true,
        firstJars);
  }

  /** With so many invocations at once. */
  public SystemSettings withInstances(int number) {
    return new SystemSettings(
        zips,
        data,
        config,
        topic,
        user,
        billing,
        mapping,
        partialResponses,
        faults,
        seed,
        number,
        timeout,
        inProcess,
        firstJars);
  }
}
