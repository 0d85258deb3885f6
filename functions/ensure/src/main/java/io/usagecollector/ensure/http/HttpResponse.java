package io.usagecollector.ensure.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a caller is told.
 *
 * @param headers by their names, {@code Content-Type} included
 */
public record HttpResponse(int status, Map<String, String> headers, String body) {
  private static final String CONTENT_TYPE = "Content-Type";

  public HttpResponse {
    headers = Map.copyOf(headers);
  }

  public static HttpResponse json(int status, String body) {
    return new HttpResponse(status, Map.of(CONTENT_TYPE, "application/json"), body);
  }

  public static HttpResponse text(int status, String body) {
    return new HttpResponse(status, Map.of(CONTENT_TYPE, "text/plain"), body);
  }

  /** The same with one more header. */
  public HttpResponse with(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new HttpResponse(status, more, body);
  }
}
