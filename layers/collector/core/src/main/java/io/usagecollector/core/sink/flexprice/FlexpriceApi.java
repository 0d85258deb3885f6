package io.usagecollector.core.sink.flexprice;

import io.usagecollector.core.sink.http.Credential;
import io.usagecollector.core.sink.http.Exchange;
import io.usagecollector.core.sink.http.HttpCall;
import io.usagecollector.core.sink.http.HttpTransport;
import io.usagecollector.core.sink.http.KeyHeader;
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
    this.transport = new HttpTransport(client, KeyHeader.of("x-api-key"), key, random);
  }

  /** The host, named where an answer shows that it is the wrong one. */
  public String host() {
    return address.base().getAuthority();
  }

  /** A name for a request, as both sides log it. */
  public String requestId() {
    return transport.requestId();
  }

  /** See {@link HttpTransport#renewCredential}. */
  public void renewKey() {
    transport.renewCredential();
  }

  /**
   * Posts JSON that is answered by a receipt.
   *
   * @param path from the root, such as {@code /v1/events}
   */
  Exchange post(String path, byte[] json, String requestId, Duration timeout) {
    return transport.exchange(
        HttpCall.post(address.endpoint(path), headers(), json), requestId, timeout);
  }

  /**
   * Asks for what Flexprice keeps.
   *
   * @param path from the root, with its query, percent-encoded
   */
  public Exchange get(String path, String requestId, Duration timeout) {
    return transport.exchange(HttpCall.get(address.endpoint(path), headers()), requestId, timeout);
  }

  /**
   * Sends JSON that is answered by what Flexprice keeps.
   *
   * @param method {@code POST} or {@code PUT}
   * @param path from the root, percent-encoded
   */
  public Exchange send(
      String method, String path, byte[] json, String requestId, Duration timeout) {
    var call = new HttpCall(method, address.endpoint(path), headers(), json, HttpCall.DOCUMENTS);
    return transport.exchange(call, requestId, timeout);
  }

  private Map<String, String> headers() {
    return address.environmentId().map(id -> Map.of("X-Environment-ID", id)).orElse(Map.of());
  }
}
