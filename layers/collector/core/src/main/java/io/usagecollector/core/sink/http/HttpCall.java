package io.usagecollector.core.sink.http;

import java.net.URI;
import java.util.Map;

/**
 * A request, without the key it is made with.
 *
 * @param headers beside those of every request, or in their place: type of content (JSON, where
 *     none is given) and the request's id
 * @param body what it carries, or no bytes; nobody changes these bytes
 * @param longestReply how many bytes of an answer's body are read: a longer one counts as unread
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier of bytes: never compared, never a key.
public record HttpCall(
    String method, URI uri, Map<String, String> headers, byte[] body, int longestReply) {
  /** Enough for what a service says of events that it took or refused. */
  public static final int RECEIPT = 64 * 1024;

  /** Enough for a page of what a service keeps. */
  public static final int DOCUMENTS = 4 * 1024 * 1024;

  private static final byte[] NOTHING = {};

  public HttpCall {
    headers = Map.copyOf(headers);
  }

  /** A request that carries something, and is answered by a receipt. */
  public static HttpCall post(URI uri, Map<String, String> headers, byte[] body) {
    return new HttpCall("POST", uri, headers, body, RECEIPT);
  }

  /** A request for what a service keeps. */
  public static HttpCall get(URI uri, Map<String, String> headers) {
    return new HttpCall("GET", uri, headers, NOTHING, DOCUMENTS);
  }
}
