package io.usagecollector.aws.assembly;

import io.usagecollector.aws.AwsClients;
import io.usagecollector.aws.s3.S3ClaimStore;
import io.usagecollector.aws.secret.CachedSecrets;
import io.usagecollector.aws.sqs.SqsDeadLetters;
import io.usagecollector.aws.telemetry.BatchMetrics;
import io.usagecollector.core.admission.EnsuringCustomers;
import io.usagecollector.core.admission.IdentifiedForm;
import io.usagecollector.core.careful.CarefulDelivery;
import io.usagecollector.core.config.output.Output;
import io.usagecollector.core.delivery.Delivery;
import io.usagecollector.core.delivery.Ports;
import io.usagecollector.core.delivery.admission.Customers;
import io.usagecollector.core.delivery.gate.Gate;
import io.usagecollector.core.delivery.pace.RetryPolicy;
import io.usagecollector.core.delivery.pace.RetryTokens;
import io.usagecollector.core.letter.ClaimStore;
import io.usagecollector.core.sink.EventForm;
import io.usagecollector.core.sink.Sink;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
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
 * @param telemetry tells how they ended, and throws nothing
 * @param claims holds letters larger than a message, where there is such a store
 * @param random what is drawn anew by each instance
 */
public record AfterRestore(
    CarefulDelivery delivery,
    String sink,
    EventForm form,
    Telemetry telemetry,
    Optional<ClaimStore> claims,
    RandomGenerator random) {

  /**
   * Puts it together, for one instance.
   *
   * @param ensure how customers are ensured before their events go out; nothing if they are not
   */
  public static AfterRestore of(
      DeliverySettings settings,
      Output output,
      Optional<EnsureAssembly> ensure,
      AwsClients clients,
      InstantSource clock) {
    RandomGenerator random = new SecureRandom();
    Optional<ClaimStore> claims =
        settings.letterBucket().map(bucket -> S3ClaimStore.in(bucket, clients));
    String name = ConfiguredSink.name(output);
    SharedState state = SharedState.of(settings.state(), clients, clock);
    Gate gate = state.gate(name, random);
    Sink sink = ConfiguredSink.of(output, settings, CachedSecrets.of(clients), clock, random);
    var ports =
        new Ports(
            sink,
            ConfiguredSink.flights(output),
            ensure.map(how -> customers(how, clients, clock)),
            SqsDeadLetters.in(settings.deadLetterQueueUrl(), claims, clients, clock),
            Optional.of(settings.retries().queue(claims, clients, clock)),
            gate,
            RetryPolicy.DEFAULT,
            new RetryTokens(),
            Thread::sleep,
            random);
    return new AfterRestore(
        state.careful(new Delivery(ports), settings.service()),
        name,
        form(sink, output, ensure),
        Telemetry.ofFunction(new BatchMetrics(settings.service())).quietAt(gate).harmless(),
        claims,
        random);
  }

  private static Customers customers(
      EnsureAssembly ensure, AwsClients clients, InstantSource clock) {
    return new EnsuringCustomers(ensure.live(clients, clock).service(), clock);
  }

  /** Where customers are ensured, an event carries the key that is. */
  private static EventForm form(Sink sink, Output output, Optional<EnsureAssembly> ensure) {
    return ensure
        .<EventForm>map(how ->
            new IdentifiedForm(sink.form(), ConfiguredSink.customer(output), how.identification()))
        .orElseGet(sink::form);
  }
}
