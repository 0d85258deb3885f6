package io.usagecollector.core.sink.openmeter;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where OpenMeter listens.
 *
 * @param base {@code scheme://host[:port]} and the path before {@code /events} and {@code
 *     /customers}, without a slash at its end
 * @param dialect what is spoken there
 */
public record OpenMeterAddress(URI base, OpenMeterDialect dialect) {
  private static final String KONNECT = ".konghq.com";
  private static final int MOST_PORT = 65_535;

  /**
   * Reads what people write: the host alone, or any part of the path that they find in a manual, up
   * to an endpoint of events. Konnect's hosts speak v3; any other speaks v1 unless its path says
   * v3.
   *
   * @throws IllegalArgumentException if it is no such URL; the text says what to write, and does
   *     not quote it
   */
  public static OpenMeterAddress of(String written) {
    URI url = url(written.strip());
    boolean konnect = host(url).endsWith(KONNECT);
    if (konnect && !"https".equalsIgnoreCase(url.getScheme())) {
      throw new IllegalArgumentException("Konnect is reached by https: write https://");
    }
    String path = withoutEnd(withoutEnd(withoutEnd(url.getRawPath(), "/"), "/events"), "/");
    return konnect ? konnect(url, path) : ofOnesOwn(url, path);
  }

  /**
   * An endpoint's URI.
   *
   * @param path from the base, with its query, percent-encoded, such as {@code /events}
   */
  public URI endpoint(String path) {
    return URI.create(base + path);
  }

  private static OpenMeterAddress konnect(URI url, String path) {
    String before = withoutEnd(withoutEnd(path, "/openmeter"), "/v3");
    if (!before.isEmpty()) {
      throw new IllegalArgumentException(
          "Konnect's URL is https://REGION.api.konghq.com, with /v3/openmeter or nothing after it");
    }
    return at(url, "/v3/openmeter", OpenMeterDialect.KONNECT_V3);
  }

  private static OpenMeterAddress ofOnesOwn(URI url, String path) {
    String v3 = withoutEnd(path, "/openmeter");
    if (v3.endsWith("/v3")) {
      return at(url, v3 + "/openmeter", OpenMeterDialect.KONNECT_V3);
    }
    String before = withoutEnd(withoutEnd(path, "/v1"), "/api");
    return at(url, before + "/api/v1", OpenMeterDialect.OPENMETER_V1);
  }

  private static OpenMeterAddress at(URI url, String path, OpenMeterDialect dialect) {
    String scheme = url.getScheme().toLowerCase(Locale.ROOT);
    return new OpenMeterAddress(URI.create(scheme + "://" + url.getRawAuthority() + path), dialect);
  }

  private static String withoutEnd(String path, String end) {
    return path.endsWith(end) ? path.substring(0, path.length() - end.length()) : path;
  }

  private static String host(URI url) {
    return url.getHost().toLowerCase(Locale.ROOT);
  }

  private static URI url(String text) {
    try {
      URI url = new URI(text);
      if (isHttp(url.getScheme()) && isBare(url)) {
        return url;
      }
    } catch (URISyntaxException e) {
      // Not chained: its text quotes what was written, which may hold a password.
    }
    throw new IllegalArgumentException(
        "OpenMeter's URL is scheme://host[:port][/path] with http or https, and nothing after it");
  }

  private static boolean isHttp(@Nullable String scheme) {
    return "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
  }

  private static boolean isBare(URI url) {
    return url.getHost() != null
        && url.getRawUserInfo() == null
        && url.getRawQuery() == null
        && url.getRawFragment() == null
        && url.getPort() != 0
        && url.getPort() <= MOST_PORT;
  }
}
