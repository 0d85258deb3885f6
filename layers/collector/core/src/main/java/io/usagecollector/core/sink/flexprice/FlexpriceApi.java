package io.usagecollector.core.sink.flexprice;

import io.usagecollector.core.sink.http.Credential;
import io.usagecollector.core.sink.http.Exchange;
import io.usagecollector.core.sink.http.HttpCall;
import io.usagecollector.core.sink.http.HttpTransport;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Calls to Flexprice, whatever endpoint they are for: address, environment and key. Thread-safe.
 */
public final class FlexpriceApi {
  private final FlexpriceAddress address;
  private final HttpTransport transport;

  /**
   * @param client as {@link HttpTransport#client} makes it
   * @param random thread-safe; names the requests
   */
  public FlexpriceApi(
      FlexpriceAddress address, HttpClient client, Credential key, RandomGenerator random) {
    this.address = address;
    this.transport = new HttpTransport(client, "x-api-key", key, random);
  }

  /** The host, named where an answer shows that it is the wrong one. */
  String host() {
    return address.base().getAuthority();
  }

  String requestId() {
    return transport.requestId();
  }

  void renewKey() {
    transport.renewCredential();
  }

  /**
   * Posts JSON.
   *
   * @param path from the root, such as {@code /v1/events}
   */
  Exchange post(String path, byte[] json, String requestId, Duration timeout) {
    Map<String, String> headers =
        address.environmentId().map(id -> Map.of("X-Environment-ID", id)).orElse(Map.of());
    return transport.exchange(
        HttpCall.post(address.endpoint(path), headers, json), requestId, timeout);
  }
}
