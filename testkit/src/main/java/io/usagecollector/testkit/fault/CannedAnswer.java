package io.usagecollector.testkit.fault;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;

/**
 * An answer that does not come from the billing code: a gateway's, a proxy's, a broken server's.
 */
public record CannedAnswer(
    int status, Map<String, String> headers, String contentType, String body) {
  private static final String HTML = "text/html";

  public CannedAnswer {
    headers = Map.copyOf(headers);
  }

  /** A proxy's HTML page: 502, 503 or 504 as load balancers send them, or any other status. */
  public static CannedAnswer page(int status, String title) {
    String heading = status + " " + title;
    return new CannedAnswer(
        status,
        Map.of(),
        HTML,
        "<html>\r\n<head><title>"
            + heading
            + "</title></head>\r\n<body>\r\n<center><h1>"
            + heading
            + "</h1></center>\r\n</body>\r\n</html>\r\n");
  }

  /** 502 as an HTML page. */
  public static CannedAnswer badGateway() {
    return page(502, "Bad Gateway");
  }

  /** 503 as an HTML page. */
  public static CannedAnswer unavailable() {
    return page(503, "Service Temporarily Unavailable");
  }

  /** 504 as an HTML page. */
  public static CannedAnswer gatewayTimeout() {
    return page(504, "Gateway Time-out");
  }

  /** 403 as a proxy's HTML page: not the billing service's word on the key. */
  public static CannedAnswer proxyForbidden() {
    return page(403, "Forbidden");
  }

  /** 401 as a gateway before the service writes it: not the billing service's word on the key. */
  public static CannedAnswer gatewayUnauthorized() {
    return new CannedAnswer(401, Map.of(), "application/json", "{\"message\":\"Unauthorized\"}");
  }

  /** 200 with the words of a host that is down for maintenance. */
  public static CannedAnswer maintenance() {
    return new CannedAnswer(
        200, Map.of(), "application/json", "{\"message\":\"We are down for maintenance\"}");
  }

  /** This answer as of a server whose clock shows {@code there}. */
  public CannedAnswer dated(Instant there) {
    return with(
        "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(there.atOffset(ZoneOffset.UTC)));
  }

  /** This answer with {@code Retry-After} in seconds. */
  public CannedAnswer retryAfter(Duration wait) {
    return with("Retry-After", Long.toString(wait.toSeconds()));
  }

  /** This answer with {@code X-RateLimit-Reset} in epoch seconds, of a limit that is used up. */
  public CannedAnswer limitedUntil(Instant reset) {
    return with("X-RateLimit-Limit", "100")
        .with("X-RateLimit-Remaining", "0")
        .with("X-RateLimit-Reset", Long.toString(reset.getEpochSecond()));
  }

  /** This answer with one more header. */
  public CannedAnswer with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new CannedAnswer(status, more, contentType, body);
  }
}
