package io.usagecollector.core.sink.http;

import java.net.URI;
import java.util.Map;

/**
 * A request, without the key it is made with.
 *
 * @param headers beside those of every request: type of content, key, and the request's id
 * @param body JSON, or nothing; nobody changes these bytes
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier of bytes: never compared, never a key.
public record HttpCall(String method, URI uri, Map<String, String> headers, byte[] body) {
  public HttpCall {
    headers = Map.copyOf(headers);
  }

  /** A request that carries something. */
  public static HttpCall post(URI uri, Map<String, String> headers, byte[] body) {
    return new HttpCall("POST", uri, headers, body);
  }
}
