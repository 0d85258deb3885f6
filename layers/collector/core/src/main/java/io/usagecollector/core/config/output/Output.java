package io.usagecollector.core.config.output;

import io.usagecollector.core.config.variable.Secret;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;

/** Where a configuration sends its events. */
public sealed interface Output {
  /**
   * Flexprice over HTTP.
   *
   * @param baseUrl {@code scheme://host[:port]}, without a path
   * @param apiKey sent as {@code x-api-key}
   * @param environmentId sent as {@code X-Environment-ID} where present
   * @param bulkEvents the most events of one bulk, where the file limits them
   * @param bulkBytes the most bytes of one bulk, where the file limits them
   * @param maxInFlight how many bulks of one batch may be in flight, where the file says so
   */
  record Flexprice(
      URI baseUrl,
      Secret apiKey,
      Optional<String> environmentId,
      OptionalInt bulkEvents,
      OptionalInt bulkBytes,
      OptionalInt maxInFlight)
      implements Output {}
}
