package io.usagecollector.forward;

import io.usagecollector.aws.AwsClients;
import io.usagecollector.aws.secret.CachedSecrets;
import io.usagecollector.aws.secret.ConfiguredApiKey;
import io.usagecollector.aws.sqs.SqsLetters;
import io.usagecollector.aws.telemetry.BatchMetrics;
import io.usagecollector.core.config.output.Output;
import io.usagecollector.core.delivery.Delivery;
import io.usagecollector.core.delivery.Ports;
import io.usagecollector.core.delivery.gate.InstanceGate;
import io.usagecollector.core.delivery.pace.RetryPolicy;
import io.usagecollector.core.sink.BulkLimits;
import io.usagecollector.core.sink.EventForm;
import io.usagecollector.core.sink.Sink;
import io.usagecollector.core.sink.flexprice.FlexpriceAddress;
import io.usagecollector.core.sink.flexprice.FlexpriceApi;
import io.usagecollector.core.sink.flexprice.FlexpriceSink;
import io.usagecollector.core.sink.flexprice.form.FlexpriceForm;
import io.usagecollector.core.sink.http.HttpTransport;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * All that must not be part of a snapshot, since every instance restored of it would share it:
 * clients and their connections, secrets, random generators, and what is learnt of the service.
 * Made once, with the first invocation; what is made before it is a pure function of settings and
 * files.
 *
 * @param delivery delivers batches
 * @param sink the billing service's name in letters
 * @param form what an event must be at the billing service
 * @param telemetry tells how they ended
 */
record AfterRestore(Delivery delivery, String sink, EventForm form, Telemetry telemetry) {

  static AfterRestore of(
      Settings settings, Output output, AwsClients clients, InstantSource clock) {
    RandomGenerator random = new SecureRandom();
    Sink sink = sink(settings, output, CachedSecrets.of(clients), clock, random);
    var ports =
        new Ports(
            sink,
            SqsLetters.in(settings.deadLetterQueueUrl(), clients, clock),
            new InstanceGate(clock),
            RetryPolicy.DEFAULT,
            Thread::sleep,
            random);
    return new AfterRestore(
        new Delivery(ports), name(output), sink.form(), Telemetry.ofFunction(new BatchMetrics()));
  }

  private static String name(Output output) {
    return switch (output) {
      case Output.Flexprice _ -> "flexprice";
    };
  }

  private static Sink sink(
      Settings settings,
      Output output,
      CachedSecrets secrets,
      InstantSource clock,
      RandomGenerator random) {
    return switch (output) {
      case Output.Flexprice flexprice ->
          new FlexpriceSink(
              FlexpriceForm.billing(settings.quantityProperties().orElse(null)),
              limits(flexprice),
              new FlexpriceApi(
                  new FlexpriceAddress(flexprice.baseUrl(), flexprice.environmentId()),
                  HttpTransport.client(),
                  new ConfiguredApiKey(flexprice.apiKey(), secrets, clock),
                  random),
              clock);
    };
  }

  /** What the file allows, and never more than the service takes. */
  private static BulkLimits limits(Output.Flexprice flexprice) {
    BulkLimits most = FlexpriceSink.LIMITS;
    return new BulkLimits(
        Math.min(flexprice.bulkEvents().orElse(most.events()), most.events()),
        Math.min(flexprice.bulkBytes().orElse(most.bytes()), most.bytes()));
  }
}
