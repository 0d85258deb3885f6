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
import io.usagecollector.core.sink.http.KeyHeader;
import io.usagecollector.core.sink.openmeter.OpenMeterApi;
import io.usagecollector.core.sink.openmeter.OpenMeterSink;
import io.usagecollector.core.sink.openmeter.form.OpenMeterForm;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.OptionalInt;
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
      case Output.OpenMeter _ -> "openmeter";
    };
  }

  /** The key under which a mapping names an event's customer. */
  static String customer(Output output) {
    return switch (output) {
      case Output.Flexprice _ -> "external_customer_id";
      case Output.OpenMeter _ -> "subject";
    };
  }

  /** As many bulks in flight as the replaced collector has, where the file does not say. */
  static Flights flights(Output output) {
    return new ThreadedFlights(Math.min(output.maxInFlight().orElse(IN_FLIGHT), MOST_IN_FLIGHT));
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
              within(FlexpriceSink.LIMITS, flexprice.bulkEvents(), flexprice.bulkBytes()),
              new FlexpriceApi(
                  new FlexpriceAddress(flexprice.baseUrl(), flexprice.environmentId()),
                  HttpTransport.client(),
                  new ConfiguredApiKey(flexprice.apiKey(), secrets, clock),
                  random),
              clock);
      case Output.OpenMeter meter ->
          new OpenMeterSink(
              OpenMeterForm.billing(meter.source(), settings.quantityProperties().orElse(null)),
              within(OpenMeterSink.LIMITS, meter.bulkEvents(), meter.bulkBytes()),
              new OpenMeterApi(meter.address(), transport(meter, secrets, clock, random)),
              clock);
    };
  }

  private static HttpTransport transport(
      Output.OpenMeter meter, CachedSecrets secrets, InstantSource clock, RandomGenerator random) {
    HttpClient client = HttpTransport.client();
    return meter
        .token()
        .map(token ->
            new HttpTransport(
                client, KeyHeader.bearer(), new ConfiguredApiKey(token, secrets, clock), random))
        .orElseGet(() -> HttpTransport.withoutKey(client, random));
  }

  /** What the file allows, and never more than the service takes. */
  private static BulkLimits within(BulkLimits most, OptionalInt events, OptionalInt bytes) {
    return new BulkLimits(
        Math.min(events.orElse(most.events()), most.events()),
        Math.min(bytes.orElse(most.bytes()), most.bytes()));
  }
}
