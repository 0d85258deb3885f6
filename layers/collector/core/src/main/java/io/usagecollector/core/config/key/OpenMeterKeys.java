package io.usagecollector.core.config.key;

import java.util.List;

/**
 * The outputs {@code openmeter} and {@code http_client}. Of the latter what is OpenMeter's is
 * taken; the rest of it is the delivery's own affair.
 */
final class OpenMeterKeys {
  private OpenMeterKeys() {}

  static void addTo(List<Key> keys) {
    new KeyRows("output.openmeter", keys).honoured("url", "token", "batching", "max_in_flight");
    batching("output.openmeter", keys);
    client(new KeyRows("output.http_client", keys));
    new KeyRows("output.http_client.headers", keys)
        .honouredWhere("as `Bearer ` and the token", "Authorization")
        .ignored(
            "it is application/cloudevents-batch+json, always: its refusals alone name the event",
            "Content-Type")
        .ignored("OpenMeter reads no such header", "Accept", "User-Agent");
    batching("output.http_client", keys);
  }

  private static void client(KeyRows client) {
    client
        .honouredWhere("where it is OpenMeter's endpoint of events, `.../events`", "url")
        .honouredWhere("only as `POST`", "verb")
        .honoured("headers", "batching", "max_in_flight")
        .honouredWhere("only as `false`", "batch_as_multipart", "propagate_response")
        .ignored(OutputKeys.OURS, "retries", "retry_period", "max_retry_backoff", "backoff_on")
        .ignored("the time that is left to the function decides it", "timeout")
        .ignored(OutputKeys.DEAD_LETTERS, "drop_on")
        .ignored("accepted is what OpenMeter is known to answer, and nothing else", "successful_on")
        .ignored("the billing service's answers set the pace", "rate_limit")
        .ignored("a redirect is no answer of the service's own", "follow_redirects")
        .ignored("a request holds events alone", "metadata", "extract_headers")
        .ignored("a request that fails is logged by its id", "dump_request_log_level")
        .ignored("HTTP/1.1 is spoken", "disable_http2")
        .ignored("the host's certificate is checked, always", "tls")
        .refused(
            "OpenMeter takes a bearer's token: write headers with Authorization: Bearer ${NAME}",
            "oauth",
            "oauth2",
            "basic_auth",
            "jwt")
        .refused("a request holds an array of events", "multipart")
        .refused("OpenMeter is called without a proxy", "proxy_url");
  }

  private static void batching(String section, List<Key> keys) {
    new KeyRows(section + ".batching", keys)
        .honoured("count", "byte_size")
        .ignored(OutputKeys.NO_WAIT, "period", "jitter")
        .honouredWhere(
            "only as `archive` to a `json_array`, which each request is, and as `metric` and `log`,"
                + " which are left out",
            "processors")
        .refused(OutputKeys.CUT, "check");
  }
}
