package io.usagecollector.local.system;

import io.usagecollector.core.customer.identity.OwnerPrefix;
import io.usagecollector.local.billing.BillingSettings;
import io.usagecollector.local.chaos.ChaosPlan;
import io.usagecollector.local.poller.PollerFaults;
import io.usagecollector.local.poller.PollerSettings;
import io.usagecollector.local.trigger.MappingSettings;
import io.usagecollector.local.trigger.TriggerFaults;
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
 * @param collector the configuration that the function runs
 * @param billing where the events are billed
 * @param customers who makes the customers
 * @param trigger how records are handed over
 * @param function how the function runs
 * @param redelivery how what waits in the retry queue is tried again
 * @param chaos what goes wrong for a while, if anything
 * @param seed of all that happens by chance
 */
public record SystemSettings(
    ProjectZips zips,
    Path data,
    Collector collector,
    BillingSettings billing,
    Customers customers,
    Trigger trigger,
    Function function,
    Redelivery redelivery,
    Optional<ChaosPlan> chaos,
    long seed) {

  /**
   * The same with small batches, so that there is more to go wrong, and all that the plan holds.
   */
  public SystemSettings with(ChaosPlan plan) {
    var mapping = MappingSettings.provisioned(CHAOS_BATCH, Duration.ofMillis(50));
    return new SystemSettings(
        zips,
        data,
        collector,
        billing,
        customers,
        new Trigger(mapping, trigger.partialResponses(), plan.trigger()),
        function,
        redelivery.with(plan.poller()),
        Optional.of(plan),
        seed);
  }

  private static final int CHAOS_BATCH = 50;

  /**
   * The collector configuration.
   *
   * @param config the file; the pipeline layer's own if empty
   * @param topic in place of the configuration's topic
   * @param user this machine's environment; the function gets of it what the file refers to
   */
  public record Collector(Optional<Path> config, Optional<String> topic, Map<String, String> user) {
    public Collector {
      user = Map.copyOf(user);
    }
  }

  /** Who makes customers and their subscriptions. */
  public sealed interface Customers {
    /** This tool, before events are handed over. */
    record Provisioned() implements Customers {}

    /**
     * The functions, each before the first event.
     *
     * @param ownerPrefix what {@code owner:} means
     */
    record Ensured(OwnerPrefix ownerPrefix) implements Customers {}
  }

  /**
   * The event source mapping.
   *
   * @param mapping its settings
   * @param partialResponses what the function is told of it; the template sets both alike
   * @param faults how unkind it is
   */
  public record Trigger(MappingSettings mapping, boolean partialResponses, TriggerFaults faults) {
    /** As in the template, for a topic of some hundred events a second; as unkind as on any day. */
    public static final Trigger USUAL =
        new Trigger(
            MappingSettings.provisioned(500, Duration.ofMillis(500)), true, TriggerFaults.USUAL);
  }

  /**
   * The function.
   *
   * @param instances how many invocations run at once
   * @param timeout of an invocation
   * @param inProcess whether the handler runs in this JVM
   * @param firstJars put before all others on its class path: how tests break a build
   */
  public record Function(int instances, Duration timeout, boolean inProcess, List<Path> firstJars) {
    private static final int USUAL_INSTANCES = 2;
    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(60);

    public Function {
      firstJars = List.copyOf(firstJars);
    }

    /** As the template sets it, of the product's jars alone. */
    public static Function usual(boolean inProcess) {
      return new Function(USUAL_INSTANCES, USUAL_TIMEOUT, inProcess, List.of());
    }
  }

  /**
   * The retry queue and what empties it.
   *
   * @param poller the event source mapping's settings
   * @param faults how unkind it is
   * @param timeout of an invocation
   * @param visibility how long a message is out of sight that an invocation has, or had when it was
   *     killed
   * @param maxReceiveCount receives after which SQS itself takes a message to the dead letters
   */
  public record Redelivery(
      PollerSettings poller,
      PollerFaults faults,
      Duration timeout,
      Duration visibility,
      int maxReceiveCount) {
    /** As in the template, but for times that suit somebody who looks on. */
    public static final Redelivery USUAL =
        new Redelivery(
            new PollerSettings(1_000, Duration.ofSeconds(1), 2, true),
            PollerFaults.USUAL,
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            1_000);

    public Redelivery {
      if (visibility.compareTo(timeout) < 0) {
        throw new IllegalArgumentException(
            "a message must stay out of sight for as long as an invocation may run");
      }
    }

    public Redelivery with(PollerFaults unkind) {
      return new Redelivery(poller, unkind, timeout, visibility, maxReceiveCount);
    }
  }
}
