package io.usagecollector.local.sqs;

import java.time.Instant;

/**
 * A message as the server stores it, whether it can be received just now or not.
 *
 * @param id its message id
 * @param body what was sent
 * @param visibleFrom when it can be received next
 */
public record StoredMessage(String id, String body, Instant visibleFrom) {}
