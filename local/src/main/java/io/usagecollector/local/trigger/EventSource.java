package io.usagecollector.local.trigger;

import java.nio.charset.StandardCharsets;

/**
 * The cluster, as events name it.
 *
 * @param arn the cluster's ARN
 * @param bootstrapServers {@code host:port}, comma-separated
 */
public record EventSource(String arn, String bootstrapServers) {
  /** What stands before the records in every event of an MSK cluster. */
  byte[] head() {
    return """
    {"eventSource":"aws:kafka","eventSourceArn":"%s","bootstrapServers":"%s","records":{\
    """
        .formatted(arn, bootstrapServers)
        .getBytes(StandardCharsets.UTF_8);
  }
}
