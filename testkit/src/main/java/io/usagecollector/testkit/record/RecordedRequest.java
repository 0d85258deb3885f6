package io.usagecollector.testkit.record;

import io.usagecollector.testkit.fault.RequestLine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One request as it arrived.
 *
 * @param headers names in lower case, without {@code x-api-key} and {@code authorization}
 * @param at the time on the stand-in's clock
 * @param events how many events the body carried, 0 when it could not be read
 * @param status the status answered, or empty when a fault left no answer
 * @param body the body's bytes, only when the stand-in was told to keep bodies
 */
public record RecordedRequest(
    String method,
    String path,
    Map<String, String> headers,
    Instant at,
    int events,
    Optional<Integer> status,
    Optional<Body> body) {

  private static final List<String> SECRET = List.of("x-api-key", "authorization");

  public RecordedRequest {
    headers =
        headers.entrySet().stream()
            .filter(header -> !SECRET.contains(header.getKey()))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  public RequestLine line() {
    return new RequestLine(method, path);
  }
}
