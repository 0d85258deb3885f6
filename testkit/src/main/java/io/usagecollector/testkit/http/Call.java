package io.usagecollector.testkit.http;

import io.usagecollector.testkit.fault.RequestLine;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * One request, read whole.
 *
 * @param query the values of each parameter, in order
 * @param headers names in lower case
 * @param body at most one byte more than the service reads
 * @param clientGone whether whoever asked has hung up, for answers that take their time
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed over, never compared
public record Call(
    RequestLine line,
    Map<String, List<String>> query,
    Map<String, String> headers,
    byte[] body,
    List<String> pathParameters,
    BooleanSupplier clientGone) {
  /** This call to a route whose {@code *} segments have these values. */
  public Call with(List<String> parameters) {
    return new Call(line, query, headers, body, parameters, clientGone);
  }

  public String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** The last value of a parameter, or "". */
  public String query(String name) {
    return query.containsKey(name) ? query.get(name).getLast() : "";
  }

  public String pathParameter() {
    return pathParameters.getFirst();
  }
}
