package io.usagecollector.forward;

import io.usagecollector.aws.AwsClients;
import io.usagecollector.aws.secret.CachedSecrets;
import io.usagecollector.aws.secret.ConfiguredApiKey;
import io.usagecollector.aws.sqs.SqsDeadLetters;
import io.usagecollector.aws.telemetry.BatchMetrics;
import io.usagecollector.core.config.output.Output;
import io.usagecollector.core.delivery.Delivery;
import io.usagecollector.core.delivery.Ports;
import io.usagecollector.core.delivery.RetryPolicy;
import io.usagecollector.core.delivery.ServiceGate;
import io.usagecollector.core.sink.BulkLimits;
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
 * @param metrics emits their counts
 */
record AfterRestore(Delivery delivery, BatchMetrics metrics) {

  static AfterRestore of(
      Settings settings, Output output, AwsClients clients, InstantSource clock) {
    RandomGenerator random = new SecureRandom();
    var ports =
        new Ports(
            sink(settings, output, CachedSecrets.of(clients), clock, random),
            SqsDeadLetters.in(settings.deadLetterQueueUrl(), clients, clock),
            new ServiceGate(clock),
            RetryPolicy.DEFAULT,
            Thread::sleep,
            random);
    return new AfterRestore(new Delivery(ports), new BatchMetrics());
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
