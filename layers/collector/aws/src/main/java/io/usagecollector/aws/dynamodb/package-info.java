/**
 * What instances share, in one DynamoDB table: its partition key is {@code pk}, a string that says
 * whose item it is ({@code circuit#flexprice}), and its items' time to live is {@code expires},
 * seconds since 1970-01-01T00:00:00Z, where they have one. Items that somebody must come back to
 * are found by the index {@code pending} as long as they have its attributes.
 *
 * <p>Every write is conditional, and no call may slow a batch: what does not answer soon is out of
 * reach. What that means is decided in core.
 */
@NullMarked
package io.usagecollector.aws.dynamodb;

import org.jspecify.annotations.NullMarked;
