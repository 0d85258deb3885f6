package io.usagecollector.testkit.flexprice.ingest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event as bound from JSON, not yet checked.
 *
 * @param name {@code event_name}, "" when absent
 * @param customer {@code external_customer_id}, "" when absent
 * @param id {@code event_id}, "" when absent: the server makes one
 * @param timestamp null when absent, null or 0001-01-01T00:00:00Z: the server's own time
 * @param properties the JSON object's bytes, or null when absent or null
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed over, never compared
public record IncomingEvent(
    String name,
    String customer,
    String id,
    String customerId,
    String source,
    @Nullable Instant timestamp,
    byte @Nullable [] properties) {}
