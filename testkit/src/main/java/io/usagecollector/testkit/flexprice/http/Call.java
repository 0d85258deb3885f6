package io.usagecollector.testkit.flexprice.http;

import io.usagecollector.testkit.flexprice.catalog.ApiProblem;
import io.usagecollector.testkit.flexprice.catalog.Page;
import io.usagecollector.testkit.flexprice.catalog.Refused;
import io.usagecollector.testkit.flexprice.fault.RequestLine;
import java.util.List;
import java.util.Map;

/**
 * One request, read whole.
 *
 * @param query the last value of each parameter
 * @param headers names in lower case
 * @param body at most one byte more than {@link #MOST_BODY_BYTES}
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed over, never compared
public record Call(
    RequestLine line,
    Map<String, String> query,
    Map<String, String> headers,
    byte[] body,
    List<String> pathParameters) {
  /** FX internal/rest/middleware/body_limit.go. */
  public static final int MOST_BODY_BYTES = 32 << 20;

  Call with(List<String> parameters) {
    return new Call(line, query, headers, body, parameters);
  }

  public String header(String name) {
    return headers.getOrDefault(name, "");
  }

  public String query(String name) {
    return query.getOrDefault(name, "");
  }

  public String pathParameter() {
    return pathParameters.getFirst();
  }

  public boolean bodyTooLarge() {
    return body.length > MOST_BODY_BYTES;
  }

  public Page page() {
    return new Page(number("limit"), number("offset"));
  }

  private int number(String name) {
    try {
      return query(name).isEmpty() ? 0 : Integer.parseInt(query(name));
    } catch (NumberFormatException e) {
      throw new Refused(ApiProblem.validation("Invalid filter parameters"));
    }
  }
}
