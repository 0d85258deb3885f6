package io.usagecollector.core.sink.flexprice;

import java.net.URI;
import java.util.Optional;

/**
 * Where Flexprice listens.
 *
 * @param base {@code scheme://host[:port]}
 * @param environmentId sent as {@code X-Environment-ID}, for keys that are not bound to one
 */
public record FlexpriceAddress(URI base, Optional<String> environmentId) {
  public FlexpriceAddress {
    String scheme = base.getScheme();
    if (base.getHost() == null || !("https".equals(scheme) || "http".equals(scheme))) {
      throw new IllegalArgumentException("Flexprice's URL must be scheme://host[:port]");
    }
    if (!(base.getRawPath().isEmpty() || base.getRawPath().equals("/"))) {
      throw new IllegalArgumentException(
          "Flexprice's URL must end after the host: no /v1, no path");
    }
  }

  /**
   * An endpoint's URI.
   *
   * @param path from the root, such as {@code /v1/events}
   */
  URI endpoint(String path) {
    return base.resolve(path);
  }
}
