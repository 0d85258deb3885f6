package io.usagecollector.local.system;

import io.usagecollector.local.billing.BillingSettings;
import io.usagecollector.local.chaos.ChaosPlan;
import io.usagecollector.local.trigger.MappingSettings;
import io.usagecollector.local.trigger.TriggerFaults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a test changes of the usual system: everything else is as the command starts it. */
final class Given {
  Optional<Path> config = Optional.empty();
  MappingSettings mapping = SystemSettings.Trigger.USUAL.mapping();
  boolean partialResponses = true;
  TriggerFaults faults = TriggerFaults.USUAL;
  List<Path> firstJars = List.of();
  BillingSettings billing = new BillingSettings.StandIn();
  SystemSettings.Customers customers = new SystemSettings.Customers.Provisioned();
  SystemSettings.Redelivery redelivery = SystemSettings.Redelivery.USUAL;
  Optional<ChaosPlan> chaos = Optional.empty();

  SystemSettings settings(ProjectZips zips, Path data, String topic, long seed) {
    var settings =
        new SystemSettings(
            zips,
            data,
            new SystemSettings.Collector(config, Optional.of(topic), Map.of()),
            billing,
            customers,
            new SystemSettings.Trigger(mapping, partialResponses, faults),
            new SystemSettings.Function(2, Duration.ofSeconds(60), false, firstJars),
            redelivery,
            Optional.empty(),
            seed);
    return chaos.map(settings::with).orElse(settings);
  }
}
