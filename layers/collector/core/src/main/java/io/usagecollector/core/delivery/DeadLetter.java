package io.usagecollector.core.delivery;

import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.event.UsageEvent;
import java.time.Instant;
import java.util.Optional;

/**
 * One part of a record that can never be delivered as it stands, with all it takes to look, mend
 * and replay.
 *
 * @param origin the stream and the mapping it came by
 * @param record the record, whole
 * @param ordinal which part of it
 * @param reason what is wrong
 * @param event the event the billing service refused, or nothing if there was none
 * @param at when it was given up
 */
public record DeadLetter(
    Origin origin,
    SourceRecord record,
    int ordinal,
    Reason reason,
    Optional<UsageEvent> event,
    Instant at) {}
