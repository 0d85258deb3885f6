package io.usagecollector.archive;

import io.usagecollector.aws.AwsClients;
import io.usagecollector.aws.assembly.Startup;
import io.usagecollector.aws.assembly.Variables;
import io.usagecollector.aws.s3.S3Archive;
import io.usagecollector.aws.s3.S3ClaimStore;
import io.usagecollector.aws.sqs.Sweep;
import io.usagecollector.aws.telemetry.ArchiveMetrics;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/** Puts the archive function together from its environment. */
final class Wiring {
  private static final String SERVICE = "archive";

  private Wiring() {}

  /** The function, or the reason why it cannot work, each time it is asked for. */
  static Supplier<Archiver> started(
      Map<String, String> environment, AwsClients clients, InstantSource clock) {
    var variables = new Variables(environment);
    return Startup.of(variables, () -> archiver(Settings.of(variables), clients, clock));
  }

  private static Archiver archiver(Settings settings, AwsClients clients, InstantSource clock) {
    return new Archiver(
        settings,
        () -> Sweep.in(settings.queue().toString(), clients),
        new Contents(S3ClaimStore.in(settings.bucket(), clients)),
        S3Archive.in(settings.bucket(), clients),
        new ArchiveMetrics(SERVICE),
        clock);
  }
}
