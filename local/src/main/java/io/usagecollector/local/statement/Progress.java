package io.usagecollector.local.statement;

import java.math.BigDecimal;

/**
 * How far things have come, as seen from outside.
 *
 * @param committed records the group has passed
 * @param letters in the dead-letter queue
 * @param billedEvents that billing has
 */
public record Progress(long committed, long letters, BigDecimal billedEvents) {}
