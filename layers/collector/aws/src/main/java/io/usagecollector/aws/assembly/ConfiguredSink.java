package io.usagecollector.aws.assembly;

import io.usagecollector.aws.secret.CachedSecrets;
import io.usagecollector.aws.secret.ConfiguredApiKey;
import io.usagecollector.core.config.output.Output;
import io.usagecollector.core.delivery.flight.Flights;
import io.usagecollector.core.delivery.flight.ThreadedFlights;
import io.usagecollector.core.sink.BulkLimits;
import io.usagecollector.core.sink.Sink;
import io.usagecollector.core.sink.flexprice.FlexpriceAddress;
import io.usagecollector.core.sink.flexprice.FlexpriceApi;
import io.usagecollector.core.sink.flexprice.FlexpriceSink;
import io.usagecollector.core.sink.flexprice.form.FlexpriceForm;
import io.usagecollector.core.sink.http.HttpTransport;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** The billing service that the configuration's output names. */
final class ConfiguredSink {
  private static final int IN_FLIGHT = 10;
  private static final int MOST_IN_FLIGHT = 64;

  private ConfiguredSink() {}

  /** Its name in letters. */
  static String name(Output output) {
    return switch (output) {
      case Output.Flexprice _ -> "flexprice";
    };
  }

  /** As many bulks in flight as the replaced collector has, where the file does not say. */
  static Flights flights(Output output) {
    return switch (output) {
      case Output.Flexprice flexprice ->
          new ThreadedFlights(Math.min(flexprice.maxInFlight().orElse(IN_FLIGHT), MOST_IN_FLIGHT));
    };
  }

  static Sink of(
      Output output,
      DeliverySettings settings,
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
