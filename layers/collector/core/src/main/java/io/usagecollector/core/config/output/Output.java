package io.usagecollector.core.config.output;

import io.usagecollector.core.config.variable.Secret;
import io.usagecollector.core.sink.openmeter.OpenMeterAddress;
import io.usagecollector.core.sink.openmeter.form.EventSource;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;

/** Where a configuration sends its events. */
public sealed interface Output {
  /** How many bulks of one batch may be in flight, where the file says so. */
  OptionalInt maxInFlight();

  /**
   * Flexprice over HTTP.
   *
   * @param baseUrl {@code scheme://host[:port]}, without a path
   * @param apiKey sent as {@code x-api-key}
   * @param environmentId sent as {@code X-Environment-ID} where present
   * @param bulkEvents the most events of one bulk, where the file limits them
   * @param bulkBytes the most bytes of one bulk, where the file limits them
   */
  record Flexprice(
      URI baseUrl,
      Secret apiKey,
      Optional<String> environmentId,
      OptionalInt bulkEvents,
      OptionalInt bulkBytes,
      OptionalInt maxInFlight)
      implements Output {}

  /**
   * OpenMeter, self-hosted or Konnect's.
   *
   * @param address where it listens, and in which dialect
   * @param token sent as a bearer's; nothing for a server that wants none
   * @param source the source of events whose mapping sets none
   * @param bulkEvents the most events of one bulk, where the file limits them
   * @param bulkBytes the most bytes of one bulk, where the file limits them
   */
  record OpenMeter(
      OpenMeterAddress address,
      Optional<Secret> token,
      EventSource source,
      OptionalInt bulkEvents,
      OptionalInt bulkBytes,
      OptionalInt maxInFlight)
      implements Output {}
}
