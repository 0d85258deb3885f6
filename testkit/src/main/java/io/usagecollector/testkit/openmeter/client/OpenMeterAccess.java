package io.usagecollector.testkit.openmeter.client;

import io.usagecollector.testkit.client.HttpCalls;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Where an API v3 is and how it lets one in.
 *
 * @param v3 up to and with {@code /openmeter}
 * @param token sent as a bearer token
 */
public record OpenMeterAccess(URI v3, Optional<String> token) {

  /** Of a self-hosted server. */
  public static OpenMeterAccess selfHosted(URI server, Optional<String> token) {
    String root = server.getScheme() + "://" + server.getRawAuthority();
    return new OpenMeterAccess(URI.create(root + "/api/v3/openmeter"), token);
  }

  /** Calls under the API's address that carry a content type and the token. */
  public HttpCalls calls(SSLContext tls) {
    return calls(v3, tls);
  }

  /** Calls anywhere at the server. */
  public HttpCalls rootCalls(SSLContext tls) {
    return calls(URI.create(v3.getScheme() + "://" + v3.getRawAuthority()), tls);
  }

  private HttpCalls calls(URI base, SSLContext tls) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", "application/json");
    token.ifPresent(given -> headers.put("Authorization", "Bearer " + given));
    return new HttpCalls(base, headers, tls);
  }

  @Override
  public String toString() {
    return "OpenMeterAccess[" + v3 + "]";
  }
}
