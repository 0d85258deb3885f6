package io.usagecollector.local.statement;

import java.math.BigDecimal;

/**
 * How far things have come, as seen from outside.
 *
 * @param committed records the group has passed
 * @param waiting messages in the retry queue
 * @param letters in the dead-letter queue
 * @param billedEvents that billing has
 */
public record Progress(long committed, long waiting, long letters, BigDecimal billedEvents) {}
