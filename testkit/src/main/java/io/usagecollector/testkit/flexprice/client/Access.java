package io.usagecollector.testkit.flexprice.client;

import io.usagecollector.testkit.client.HttpCalls;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Where a Flexprice server is and how it lets one in.
 *
 * @param url {@code scheme://host[:port]}, without {@code /v1}
 * @param apiKey sent as {@code x-api-key}
 * @param environmentId sent as {@code X-Environment-ID}; only keys of a configuration file need it
 */
public record Access(URI url, String apiKey, Optional<String> environmentId) {

  public Access {
    String path = url.getPath() == null ? "" : url.getPath();
    boolean bare = path.isEmpty() || path.equals("/");
    if (url.getScheme() == null || url.getHost() == null || !bare) {
      throw new IllegalArgumentException(
          "a Flexprice URL is scheme://host[:port], without a path: " + url);
    }
    url = URI.create(url.getScheme() + "://" + url.getRawAuthority());
  }

  public static Access of(URI url, String apiKey) {
    return new Access(url, apiKey, Optional.empty());
  }

  /** Calls that carry a content type and the key. */
  public HttpCalls calls(SSLContext tls) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("x-api-key", apiKey);
    environmentId.ifPresent(id -> headers.put("X-Environment-ID", id));
    return new HttpCalls(url, headers, tls);
  }

  @Override
  public String toString() {
    return "Access[" + url + "]";
  }
}
